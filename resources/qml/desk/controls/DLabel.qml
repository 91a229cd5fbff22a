import QtQuick
import "../../controls"

// What stands over a field: its name, whether it may be left out, a hint, and the trouble with it.
Column {
    id: head
    property string label: ""
    property string hint: ""
    property string problem: ""
    property bool optional: false
    spacing: Theme.d(2)
    T {
        visible: text !== ""
        width: parent.width
        text: head.label === "" ? "" : head.optional ? words.fill("common.optional", {label: head.label}, words.language) : head.label
        font.weight: Font.Medium
    }
    T {
        visible: text !== ""
        width: parent.width
        text: head.hint
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    Loader {
        active: head.problem !== ""
        visible: active
        width: parent.width
        sourceComponent: Row {
            spacing: Theme.d(6)
            Icon { id: mark; size: Theme.d(20); name: "warn"; weight: 2.2; color: Theme.seal }
            T {
                objectName: "problem"
                width: head.width - mark.width - parent.spacing
                text: head.problem
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: Theme.seal
            }
        }
    }
}
