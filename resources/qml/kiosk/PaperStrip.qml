import QtQuick
import "../controls"

// Where the copy stands, in words: on its way, in hand, in trouble.
Rectangle {
    id: strip
    property bool troubled: false
    property bool asking: false
    height: told.height + Theme.d(48)
    radius: Theme.radius
    color: troubled ? Theme.amberSoft : Theme.jadeSoft
    border.width: Theme.hair
    border.color: troubled ? Theme.amber : Theme.jade
    Accessible.role: Accessible.AlertMessage
    Accessible.name: printing.text
    Row {
        id: told
        x: Theme.d(28)
        y: Theme.d(24)
        width: parent.width - Theme.d(56)
        spacing: Theme.d(20)
        Icon {
            id: printer
            name: strip.troubled ? "warn" : paper.stage === "taken" ? "check" : "printer"
            size: Theme.d(56)
            color: printing.color
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            width: parent.width - printer.width - Theme.d(20)
            anchors.verticalCenter: parent.verticalCenter
            T {
                id: printing
                objectName: "printing"
                width: parent.width
                text: paper.said
                font.weight: strip.asking ? Font.Bold : Font.Medium
                color: strip.troubled ? Theme.amber : Theme.jade
            }
            T {
                objectName: "copyNo"
                visible: text !== ""
                width: parent.width
                text: paper.copyNo
                font.pixelSize: Theme.small
                color: Theme.inkSoft
            }
        }
    }
}
