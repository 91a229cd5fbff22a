import QtQuick
import "../../controls"
import "../controls"

// The parts of the sheet: which are filled in, which have something to mend.
Rectangle {
    id: outline
    signal picked(string id)
    color: Theme.card
    Rectangle { anchors.right: parent.right; width: Theme.hair; height: parent.height; color: Theme.line }
    DScroll {
        anchors.fill: parent
        pad: Theme.d(12)
        spacing: Theme.d(2)
        T { width: parent.width; key: "intake.contents"; font.pixelSize: Theme.small; color: Theme.inkSoft; leftPadding: Theme.d(8); bottomPadding: Theme.d(6) }
        Repeater {
            model: intake.sheet.outline.filter((part) => part.asked)
            Press {
                id: part
                required property var modelData
                objectName: "part_" + modelData.id
                width: parent.width
                height: said.height + Theme.d(16)
                name: modelData.title
                activeFocusOnTab: false
                onActed: outline.picked(modelData.id)
                Rectangle { anchors.fill: parent; radius: Theme.d(8); color: over.hovered ? Theme.jadeSoft : "transparent" }
                HoverHandler { id: over }
                Rectangle {
                    id: dot
                    x: Theme.d(8)
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.d(20)
                    height: width
                    radius: width / 2
                    color: part.modelData.wrong ? Theme.sealSoft : part.modelData.done ? Theme.jade : "transparent"
                    border.width: part.modelData.done && !part.modelData.wrong ? 0 : Theme.bold
                    border.color: part.modelData.wrong ? Theme.seal : Theme.line
                    Icon {
                        visible: part.modelData.done || part.modelData.wrong
                        anchors.centerIn: parent
                        size: Theme.d(14)
                        weight: 3
                        name: part.modelData.wrong ? "warn" : "check"
                        color: part.modelData.wrong ? Theme.seal : Theme.white
                    }
                }
                T {
                    id: said
                    x: Theme.d(38)
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - Theme.d(6)
                    text: part.modelData.title
                    font.pixelSize: Theme.small
                    color: part.modelData.wrong ? Theme.seal : Theme.ink
                    Accessible.ignored: true
                }
                FocusRing { of: part }
            }
        }
    }
}
