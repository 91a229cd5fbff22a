import QtQuick
import "../../controls"
import "../controls"

// A booking in its room: the hours, the case, the mediator. One that clashes is red and says so.
Rectangle {
    id: block
    property var booked: ({})
    readonly property bool wrong: booked.clash !== ""
    radius: Theme.d(6)
    clip: true
    color: wrong ? Theme.sealSoft : booked.own ? Theme.jadeSoft : Theme.sand
    border.width: wrong ? Theme.bold : Theme.hair
    border.color: wrong ? Theme.seal : booked.own ? Theme.jade : Theme.edge
    Accessible.role: Accessible.StaticText
    Accessible.name: [booked.clash, booked.hours, booked.number, booked.who].filter((part) => part !== "").join(" ")
    Rectangle { width: Theme.d(block.wrong ? 10 : 5); height: parent.height; color: block.border.color }
    Column {
        x: Theme.d(block.wrong ? 18 : 12)
        y: Theme.d(4)
        width: parent.width - x - Theme.d(6)
        Flow {
            width: parent.width
            spacing: Theme.d(4)
            Rectangle {
                visible: block.wrong
                width: clash.implicitWidth + Theme.d(12)
                height: clash.implicitHeight
                radius: Theme.d(4)
                color: Theme.seal
                T { id: clash; x: Theme.d(6); text: block.booked.clash; wrapMode: Text.NoWrap; font.pixelSize: Theme.small
                    font.weight: Font.Bold; color: Theme.white; Accessible.ignored: true }
            }
            DText { width: Math.min(implicitWidth, parent.width); text: block.booked.hours; font.pixelSize: Theme.small; font.weight: Font.Bold
                    Accessible.ignored: true; tip: block.booked.hours + " " + block.booked.number + " " + block.booked.who }
        }
        DText { width: parent.width; text: block.booked.number + "  " + block.booked.who; font.pixelSize: Theme.small; Accessible.ignored: true }
    }
}
