import QtQuick
import "../controls"

// A piece of proof that was added: its picture, what it is, what it shows, and the way to take it out.
Pane {
    id: pane
    property var shown
    property int number: 0
    signal looked()
    signal removed()
    pad: Theme.d(20)
    border.color: Theme.jade

    Row {
        width: parent.width
        spacing: Theme.d(20)
        SmallPicture {
            id: picture
            objectName: "look_kept_" + pane.number
            anchors.verticalCenter: parent.verticalCenter
            name: words.fill("evidence.look_name", {name: pane.shown.name}, words.language)
            source: pane.shown.picture ? "image://thumbnail/" + pane.shown.sha256 : ""
            icon: pane.shown.icon
            onActed: pane.looked()
        }
        Column {
            width: parent.width - picture.width - remove.width - 2 * parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            T { width: parent.width; text: pane.shown.name; font.weight: Font.Medium }
            T { width: parent.width; text: pane.shown.details; font.pixelSize: Theme.small; color: Theme.inkSoft }
            T { width: parent.width; visible: text !== ""; text: pane.shown.shows; font.pixelSize: Theme.small
                font.weight: Font.Medium; color: Theme.jade }
        }
        Pill {
            id: remove
            objectName: "remove_" + pane.number
            anchors.verticalCenter: parent.verticalCenter
            key: "evidence.remove"
            icon: "cross"
            name: words.fill("evidence.remove_name", {name: pane.shown.name}, words.language)
            onActed: pane.removed()
        }
    }
}
