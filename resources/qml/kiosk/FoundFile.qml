import QtQuick
import "../controls"

// A file that may be added: look at it, add it; its trouble stands beside it, and how far it is.
Pane {
    id: pane
    property var shown: null
    property int percent: 0
    readonly property bool there: shown !== null
    readonly property string title: there ? shown.name : ""
    readonly property string trouble: there ? shown.trouble : ""
    signal looked()
    signal added()
    signal stopped()
    pad: Theme.d(20)
    border.color: trouble !== "" ? Theme.seal : there && shown.added ? Theme.jade : Theme.line

    Row {
        width: parent.width
        spacing: Theme.d(20)
        SmallPicture {
            id: picture
            objectName: "look_" + (pane.there ? pane.shown.index : "")
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.d(80)
            name: words.fill("evidence.look_name", {name: pane.title}, words.language)
            onActed: pane.looked()
        }
        Column {
            width: parent.width - picture.width - add.width - 2 * parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            T { width: parent.width; text: pane.title; font.weight: Font.Medium }
            T { width: parent.width; text: pane.there ? pane.shown.details : ""; font.pixelSize: Theme.small
                color: Theme.inkSoft }
        }
        Pill {
            id: add
            objectName: "add_" + (pane.there ? pane.shown.index : "")
            anchors.verticalCenter: parent.verticalCenter
            readonly property bool open: pane.there && !pane.shown.busy && !pane.shown.added
            on: pane.there && pane.shown.added
            icon: !pane.there ? "" : pane.shown.added ? "check" : pane.shown.busy ? "clock" : "plus"
            enabled: !(pane.there && pane.shown.hopeless)
            key: pane.there && pane.shown.there ? "evidence.there"
                 : pane.there && pane.shown.hopeless ? "evidence.not_taken"
                 : pane.there && pane.shown.added ? "evidence.kept" : pane.there && pane.shown.busy ? "evidence.busy"
                 : pane.trouble !== "" ? "evidence.try_again" : "evidence.add"
            name: open ? words.fill("evidence.add_name", {name: pane.title}, words.language) : text
            onActed: {
                forceActiveFocus()
                pane.added()
            }
        }
    }
    Row {
        visible: pane.there && pane.shown.slow
        width: parent.width
        spacing: Theme.d(20)
        Rectangle {
            width: parent.width - told.width - stop.width - 2 * parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            height: Theme.d(20)
            radius: height / 2
            color: Theme.card
            border.width: Theme.hair
            border.color: Theme.edge
            Accessible.role: Accessible.ProgressBar
            Accessible.name: told.text
            Rectangle { width: parent.width * pane.percent / 100; height: parent.height; radius: height / 2
                        color: Theme.jade }
        }
        T {
            id: told
            anchors.verticalCenter: parent.verticalCenter
            text: words.fill("evidence.percent", {n: pane.percent}, words.language)
            font.pixelSize: Theme.small
        }
        Pill {
            id: stop
            objectName: "stop_" + (pane.there ? pane.shown.index : "")
            icon: "cross"
            key: "evidence.stop"
            name: words.fill("evidence.stop_name", {name: pane.title}, words.language)
            onActed: {
                add.forceActiveFocus()
                pane.stopped()
            }
        }
    }
    T {
        visible: text !== ""
        width: parent.width
        text: pane.trouble
        font.pixelSize: Theme.small
        font.weight: Font.Bold
        color: Theme.seal
    }
}
