import QtQuick
import "../../controls"
import "../controls"
import "../case"

// What could not be done, what was kept elsewhere meanwhile: nothing typed is lost by either.
Column {
    id: told
    property string called: "drafting"
    spacing: Theme.d(8)
    visible: wrong.text !== "" || clash.visible
    Strip {
        id: wrong
        called: told.called + "Trouble"
        width: parent.width
        tone: "seal"
        icon: "warn"
        text: drafting.stage === "fault" || drafting.clash !== "" ? "" : drafting.trouble
        button: drafting.dirty ? words.say("drafting.again", words.language) : ""
        shuts: true
        onActed: drafting.again()
        onShut: drafting.hush()
    }
    Rectangle {
        id: clash
        objectName: told.called + "Clash"
        visible: drafting.clash !== ""
        width: parent.width
        implicitHeight: Math.max(words_.implicitHeight, row.height) + Theme.d(20)
        radius: Theme.radius
        color: Theme.amberSoft
        border.width: Theme.contrast ? Theme.hair : 0
        border.color: Theme.amber
        Accessible.role: Accessible.AlertMessage
        Accessible.name: drafting.clash
        T { id: words_; x: Theme.d(14); width: row.x - x - Theme.d(10); anchors.verticalCenter: parent.verticalCenter
            text: drafting.clash; font.weight: Font.Medium; color: Theme.amber }
        Row {
            id: row
            x: parent.width - width - Theme.d(8)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.d(6)
            DButton { objectName: "keepMine"; small: true; key: "drafting.keep_mine"; onActed: drafting.keepMine() }
            DButton { objectName: "takeTheirs"; small: true; key: "drafting.take_theirs"; onActed: drafting.takeTheirs() }
        }
    }
}
