import QtQuick
import "../../controls"
import "../controls"

// What was said to settle: the line to type in, how far apart the sides are, and all of it, the newest first.
Part {
    id: part
    readonly property var med: case_.mediation
    objectName: "talks"
    title: words.say("mediate.talks_title", words.language)
    buttons: [
        DButton {
            objectName: "talksCover"
            visible: part.med.covers && !part.med.sealed
            small: true
            icon: part.med.covered ? "eye" : "hide"
            key: part.med.covered ? "mediate.uncover" : "mediate.cover"
            keys: "F12"
            onActed: part.med.cover()
        }
    ]
    Row {
        visible: part.med.sealed
        width: parent.width
        spacing: Theme.d(10)
        Icon { id: lock; size: Theme.d(22); name: "lock"; color: Theme.inkSoft }
        T { objectName: "talksSealed"; width: parent.width - lock.width - parent.spacing; key: "mediate.talks_sealed"; color: Theme.inkSoft }
    }
    Loader {
        width: parent.width
        active: part.med.mine && part.med.takesTalk
        visible: active
        sourceComponent: TalkLine { }
    }
    Rectangle {
        visible: part.med.between !== ""
        width: parent.width
        height: apart.implicitHeight + Theme.d(18)
        radius: Theme.d(8)
        color: Theme.jadeSoft
        T {
            id: apart
            objectName: "talksApart"
            x: Theme.d(14)
            width: parent.width - 2 * x
            anchors.verticalCenter: parent.verticalCenter
            text: part.med.between
            font.weight: Font.Bold
            color: Theme.jade
        }
    }
    T { visible: !part.med.sealed && rows.count === 0; width: parent.width; key: "mediate.talks_none"; color: Theme.inkSoft }
    Repeater {
        id: rows
        model: part.med.talks
        TalkRow {
            required property var modelData
            objectName: "talk_" + modelData.n
            width: part.width - 2 * part.pad
            said: modelData
        }
    }
}
