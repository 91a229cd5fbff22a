import QtQuick
import "../controls"

// Everything that was said, by section, with a way to change each.
Column {
    id: all
    spacing: Theme.gap
    Repeater {
        model: check.sections
        // The first ones are there with the page; those below it are made right after its first frame.
        Loader {
            id: part
            required property var modelData
            required property int index
            asynchronous: index > 1
            sourceComponent: Pane {
                id: section
                readonly property var modelData: part.modelData
                width: all.width
                spacing: 0
                T { width: parent.width; text: section.modelData.title; font.weight: Font.Bold; color: Theme.jade
                    bottomPadding: Theme.d(8) }
                Repeater {
                    model: section.modelData.rows
                    Item {
                        id: line
                        required property var modelData
                        required property int index
                        width: parent.width
                        height: Math.max(said.height, change.visible ? change.height : 0) + Theme.d(24)
                        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
                        Column {
                            id: said
                            y: Theme.d(12)
                            width: parent.width - change.width - Theme.d(16)
                            T { width: parent.width; text: line.modelData.label; font.pixelSize: Theme.small
                                color: Theme.inkSoft }
                            T { width: parent.width; text: line.modelData.value
                                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                                color: line.modelData.given ? Theme.ink : Theme.inkSoft }
                            T { width: parent.width; text: line.modelData.note; visible: text.length > 0
                                font.pixelSize: Theme.small; color: Theme.amber }
                        }
                        Pill {
                            id: change
                            visible: line.modelData.page !== ""
                            objectName: "change_" + line.modelData.page + "_" + line.index
                            anchors.right: parent.right
                            y: Theme.d(12)
                            key: "reading.change"
                            name: words.fill("reading.change_name", {label: line.modelData.label}, words.language)
                            onActed: line.modelData.side < 0 ? check.change(line.modelData.page)
                                : check.changeSide(line.modelData.side)
                        }
                    }
                }
            }
        }
    }
}
