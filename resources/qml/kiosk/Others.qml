import QtQuick
import "../controls"

// Further other sides of the same filing: one more, and those named so far, the last one first.
Column {
    id: others
    visible: sides.taken
    spacing: Theme.d(16)
    Pill {
        objectName: "anotherSide"
        icon: "plus"
        key: "sides.another"
        onActed: sides.another()
    }
    T {
        visible: sides.count === ""
        width: parent.width
        key: "sides.help"
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    T {
        objectName: "sidesCount"
        visible: sides.count !== ""
        width: parent.width
        text: sides.count
        font.weight: Font.Bold
    }
    Repeater {
        model: sides.rows
        Pane {
            id: side
            required property var modelData
            width: others.width
            pad: Theme.d(20)
            T { width: parent.width; text: side.modelData.name; font.weight: Font.Medium
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere }
            T { width: parent.width; text: side.modelData.place; font.pixelSize: Theme.small; color: Theme.inkSoft
                visible: text !== ""; wrapMode: Text.WrapAtWordBoundaryOrAnywhere }
            Flow {
                width: parent.width
                spacing: Theme.d(16)
                Pill {
                    objectName: "changeSide_" + side.modelData.n
                    icon: "pen"
                    key: "reading.change"
                    name: words.fill("reading.change_name", {label: side.modelData.name}, words.language)
                    onActed: sides.change(side.modelData.n)
                }
                Pill {
                    objectName: "removeSide_" + side.modelData.n
                    icon: "cross"
                    key: "sides.remove"
                    name: words.fill("sides.remove_name", {label: side.modelData.name}, words.language)
                    onActed: sides.remove(side.modelData.n)
                }
            }
        }
    }
}
