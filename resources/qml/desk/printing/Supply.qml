import QtQuick
import "../../controls"
import "../controls"

// Something a printer uses up: its name, a bar, and how much is left in words.
Item {
    id: supply
    property var of
    implicitHeight: Math.max(named.height, told.height)
    DText { id: named; width: Theme.d(Theme.large ? 210 : 170); text: supply.of.name; anchors.verticalCenter: parent.verticalCenter }
    Rectangle {
        id: bar
        visible: supply.of.level >= 0
        x: named.width + Theme.gap
        width: Theme.d(160)
        height: Theme.d(12)
        anchors.verticalCenter: parent.verticalCenter
        radius: height / 2
        color: Theme.sand
        border.width: Theme.hair
        border.color: Theme.edge
        Rectangle {
            width: Math.max(parent.height, parent.width * supply.of.level / 100)
            height: parent.height
            radius: height / 2
            visible: supply.of.level > 0
            color: supply.of.low ? Theme.amber : Theme.jade
        }
    }
    T {
        id: told
        x: supply.of.level >= 0 ? bar.x + bar.width + Theme.gap : bar.x
        width: parent.width - x
        anchors.verticalCenter: parent.verticalCenter
        text: supply.of.told
        color: supply.of.low ? Theme.amber : Theme.inkSoft
        font.weight: supply.of.low ? Font.Medium : Font.Normal
    }
}
