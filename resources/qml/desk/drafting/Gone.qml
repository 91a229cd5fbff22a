import QtQuick
import "../../controls"
import "../controls"

// Terms of the version before that stand here no more.
DPane {
    id: pane
    readonly property int rows: list.count
    title: words.say("drafting.gone", words.language)
    Repeater {
        id: list
        model: drafting.sheet.gone
        T {
            required property string modelData
            required property int index
            objectName: "gone_" + index
            width: pane.width - 2 * pane.pad
            text: modelData
            font.strikeout: true
            color: Theme.inkSoft
        }
    }
}
