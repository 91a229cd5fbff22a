import QtQuick
import "../../controls"
import "../controls"
import "../case"

// A day of the rooms, side by side over the hours. The session to be placed is moved by keys; what
// clashes is red and says so, at the top and where it lies.
Over {
    id: sheet
    readonly property var rooms: case_.mediation.rooms
    called: "rooms"
    title: words.say("mediate.rooms_title", words.language) + "  " + rooms.day
    hint: words.say("mediate.rooms_keys", words.language)
    wide: Theme.d(1560)
    tall: Theme.d(960)
    onGone: rooms.close()
    function arrive() { day.forceActiveFocus(Qt.TabFocusReason) }
    marks: [
        DButton { objectName: "roomsBefore"; bare: true; icon: "left"; name: words.say("mediate.rooms_before", words.language); onActed: sheet.rooms.turn(-1) },
        DButton { objectName: "roomsToday"; small: true; key: "mediate.rooms_today"; anchors.verticalCenter: parent.verticalCenter; onActed: sheet.rooms.turn(0) },
        DButton { objectName: "roomsAfter"; bare: true; icon: "right"; name: words.say("mediate.rooms_after", words.language); onActed: sheet.rooms.turn(1) }
    ]
    buttons: [
        DButton {
            objectName: "roomsLeave"
            anchors.verticalCenter: parent.verticalCenter
            key: "acting.leave"
            keys: "Esc"
            hears: false
            onActed: sheet.gone()
        },
        DButton {
            objectName: "roomsChoose"
            primary: true
            key: sheet.rooms.place.clash ? "mediate.rooms_taken" : "mediate.rooms_choose"
            keys: sheet.rooms.place.clash ? "" : "Enter"
            hears: false
            closed: sheet.rooms.place.clash ? sheet.rooms.place.why.join(" ") : ""
            onActed: sheet.rooms.choose()
        }
    ]
    Column {
        id: head
        x: Theme.d(24)
        y: Theme.d(14)
        width: parent.width - 2 * x
        spacing: Theme.d(10)
        Rectangle {
            objectName: "roomsClashes"
            visible: sheet.rooms.clashes.length > 0
            width: parent.width
            height: clashes.implicitHeight + Theme.d(20)
            radius: Theme.radius
            color: Theme.seal
            Accessible.role: Accessible.AlertMessage
            Accessible.name: title.text
            Column {
                id: clashes
                x: Theme.d(16)
                y: Theme.d(10)
                width: parent.width - 2 * x
                spacing: Theme.d(2)
                T { id: title; width: parent.width; text: words.fill("mediate.clash_title", {n: sheet.rooms.clashes.length}, words.language)
                    font.weight: Font.Bold; color: Theme.white }
                Repeater {
                    model: sheet.rooms.clashes
                    T { required property string modelData; width: clashes.width; text: modelData; font.pixelSize: Theme.small; color: Theme.white }
                }
            }
        }
        Rectangle {
            width: parent.width
            height: told.implicitHeight + Theme.d(16)
            radius: Theme.d(8)
            color: sheet.rooms.place.clash ? Theme.sealSoft : Theme.jadeSoft
            border.width: sheet.rooms.place.clash ? Theme.bold : 0
            border.color: Theme.seal
            T {
                id: told
                objectName: "roomsTold"
                x: Theme.d(14)
                width: parent.width - 2 * x
                anchors.verticalCenter: parent.verticalCenter
                text: (sheet.rooms.place.clash ? words.say("mediate.clash", words.language) + "  " + sheet.rooms.place.why.join("  ") : sheet.rooms.place.told)
                font.weight: Font.Bold
                color: sheet.rooms.place.clash ? Theme.seal : Theme.jade
                onTextChanged: Accessible.announce(told.text, Accessible.Polite)
            }
        }
        T { visible: sheet.rooms.trouble.what !== ""; width: parent.width; text: sheet.rooms.trouble.what; color: Theme.seal }
        T { visible: sheet.rooms.columns.length === 0; width: parent.width
            text: words.say(sheet.rooms.asked ? "mediate.rooms_none" : "mediate.rooms_wait", words.language); color: Theme.inkSoft }
    }
    RoomDay {
        id: day
        x: Theme.d(24)
        y: head.y + head.height + Theme.d(12)
        width: parent.width - 2 * x
        height: parent.height - y - Theme.d(10)
        rooms: sheet.rooms
    }
}
