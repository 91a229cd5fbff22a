import QtQuick
import "../../../controls"
import "../../controls"
import ".."

Rectangle {
    id: tab
    implicitHeight: column.height
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.hair
    border.color: Theme.line
    Column {
        id: column
        width: parent.width
        Repeater {
            model: case_.journal
            Item {
                id: row
                required property var modelData
                required property int index
                objectName: "entry_" + modelData.seq
                width: tab.width
                height: told.height + Theme.d(20)
                Rectangle { visible: row.index > 0; width: parent.width; height: Theme.hair; color: Theme.line }
                T {
                    id: seq
                    x: Theme.d(16)
                    y: Theme.d(10)
                    width: Theme.d(Theme.large ? 52 : 40)
                    text: row.modelData.seq
                    font.weight: Font.Medium
                    color: Theme.jade
                }
                Column {
                    id: told
                    x: seq.x + seq.width
                    y: Theme.d(10)
                    width: parent.width - x - Theme.d(16)
                    T { width: parent.width; text: row.modelData.what; font.weight: Font.Medium }
                    T { visible: text !== ""; width: parent.width; text: row.modelData.reason }
                    T { width: parent.width; font.pixelSize: Theme.small; color: Theme.inkSoft
                        text: [row.modelData.at, row.modelData.who, row.modelData.hash].filter((part) => part !== "").join("  ·  ") }
                }
            }
        }
    }
}
