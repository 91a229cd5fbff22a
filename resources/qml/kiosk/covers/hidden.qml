import QtQuick
import "../../controls"

Cover {
    icon: "hide"
    title: words.say("cover.hidden", words.language)
    text: words.say("cover.hidden_text", words.language)
    Big {
        objectName: "unhide"
        width: parent.width
        key: "cover.unhide"
        focus: true
        onActed: kiosk.unhide()
    }
}
