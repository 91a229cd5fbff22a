import QtQuick

// What is asked: label, help, and what is wrong with the answer so far.
Column {
    id: head
    property string label: ""
    property string help: ""
    property string problem: ""
    property bool optional: false
    spacing: Theme.d(4)
    visible: label !== "" || help !== "" || problem !== ""
    bottomPadding: visible ? Theme.d(4) : 0
    T {
        width: parent.width
        visible: text !== ""
        text: head.label === "" ? ""
              : head.optional ? words.fill("common.optional", {label: head.label}, words.language) : head.label
        font.weight: Font.Medium
    }
    T {
        width: parent.width
        visible: text !== ""
        text: head.help
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    Loader {
        active: head.problem !== ""
        visible: active
        width: parent.width
        sourceComponent: Row {
            spacing: Theme.d(12)
            Icon {
                id: mark
                y: Theme.d(4)
                size: Theme.d(34)
                name: "warn"
                weight: 2.2
                color: Theme.seal
            }
            T {
                width: parent.width - mark.width - parent.spacing
                text: head.problem
                font.pixelSize: Theme.small
                font.weight: Font.Bold
                color: Theme.seal
            }
        }
    }
}
