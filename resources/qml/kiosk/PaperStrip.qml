import QtQuick
import "../controls"

// Where the copy stands, in words: on its way, in hand, in trouble; and what else can be done about it.
Column {
    id: strip
    property bool troubled: false
    property bool asking: false
    readonly property bool other: (troubled || paper.slow) && paper.stage !== "refused"
    readonly property color fore: troubled ? Theme.amber : Theme.jade
    spacing: Theme.gap
    Rectangle {
        width: parent.width
        height: told.height + Theme.d(48)
        radius: Theme.radius
        color: strip.troubled ? Theme.amberSoft : Theme.jadeSoft
        border.width: Theme.hair
        border.color: strip.fore
        Accessible.role: Accessible.AlertMessage
        Accessible.name: paper.title + " " + printing.text
        Row {
            id: told
            x: Theme.d(28)
            y: Theme.d(24)
            width: parent.width - Theme.d(56)
            spacing: Theme.d(20)
            Icon {
                id: printer
                name: strip.troubled ? "warn" : paper.stage === "taken" ? "check" : paper.stage === "later" ? "clock" : "printer"
                size: Theme.d(56)
                color: strip.fore
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                width: parent.width - printer.width - Theme.d(20)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.d(4)
                T {
                    objectName: "paperTitle"
                    visible: text !== ""
                    width: parent.width
                    text: paper.title
                    font.weight: Font.Bold
                    color: strip.fore
                }
                T {
                    id: printing
                    objectName: "printing"
                    width: parent.width
                    text: paper.said
                    font.weight: strip.asking ? Font.Bold : Font.Medium
                    color: paper.title === "" || strip.asking ? strip.fore : Theme.ink
                }
                T {
                    objectName: "copyNo"
                    visible: text !== ""
                    width: parent.width
                    text: paper.copyNo
                    font.pixelSize: Theme.small
                    color: Theme.inkSoft
                }
                T {
                    objectName: "printerName"
                    visible: text !== ""
                    width: parent.width
                    text: paper.at
                    font.pixelSize: Theme.small
                    color: Theme.inkSoft
                }
                T {
                    objectName: "leaving"
                    visible: paper.waits && paper.stage !== "later"
                    width: parent.width
                    key: "your_paper.leaving"
                    font.pixelSize: Theme.small
                    color: Theme.inkSoft
                }
            }
        }
    }
    Pane {
        visible: strip.other
        width: parent.width
        T { width: parent.width; key: "your_paper.ways"; font.weight: Font.Bold }
        Repeater {
            model: paper.ways
            Big {
                objectName: "on_" + modelData.id
                width: parent.width
                ghost: true
                icon: "printer"
                text: modelData.words
                onActed: paper.on(modelData.id)
            }
        }
        Big { objectName: "staffToPrinter"; width: parent.width; ghost: true; icon: "bell"; key: "common.call_staff"
              onActed: kiosk.callStaff() }
    }
}
