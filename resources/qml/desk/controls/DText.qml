import QtQuick
import "../../controls"

// One line of words that may be longer than its place: it ends in …, and the whole stands in a tip.
T {
    id: text
    property string tip: text.text
    wrapMode: Text.NoWrap
    elide: Text.ElideRight
    HoverHandler {
        onHoveredChanged: hovered && (text.truncated || text.tip !== text.text) ? tips.show(text, text.tip) : tips.hide(text)
    }
}
