import QtQuick
import "../../controls"
import "../controls"

// The hours of a day over the rooms. ↑ ↓ move the session, ← → its room, + − its length, PgUp PgDn the day.
FocusScope {
    id: day
    property var rooms
    readonly property int first: rooms.firstHour * 60
    readonly property int last: rooms.lastHour * 60
    readonly property real ruler: Theme.d(Theme.large ? 74 : 60)
    readonly property real names: Theme.d(Theme.large ? 40 : 32)
    readonly property int count: Math.max(1, rooms.columns.length)
    readonly property real across: (width - ruler - Theme.d(14)) / count
    readonly property real gutter: Math.max(across * 0.26, Math.min(Theme.d(Theme.large ? 156 : 124), across * 0.45))
    readonly property real minute: Math.max((height - names) / (last - first), Theme.d(Theme.large ? 72 : 52) / 60)
    objectName: "roomDay"
    clip: true
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: words.say("mediate.rooms_title", words.language) + " " + rooms.day

    function seen() {
        const top = (rooms.place.from - 15 - first) * minute
        const high = (Math.max(rooms.place.minutes, 60) + 30) * minute
        if (top < flick.contentY)
            flick.contentY = Math.max(-flick.topMargin, top)
        else if (top + high > flick.contentY + flick.height)
            flick.contentY = Math.min(top, top + high - flick.height, flick.contentHeight - flick.height)
    }
    onHeightChanged: Qt.callLater(seen)
    Connections {
        target: day.rooms
        function onChanged() { Qt.callLater(day.seen) }
    }
    Component.onCompleted: Qt.callLater(seen)
    Keys.onPressed: (event) => {
        event.accepted = true
        switch (event.key) {
        case Qt.Key_Down: return rooms.later(1)
        case Qt.Key_Up: return rooms.later(-1)
        case Qt.Key_Right: return rooms.beside(1)
        case Qt.Key_Left: return rooms.beside(-1)
        case Qt.Key_Plus: case Qt.Key_Equal: return rooms.longer(1)
        case Qt.Key_Minus: return rooms.longer(-1)
        case Qt.Key_PageDown: return rooms.turn(1)
        case Qt.Key_PageUp: return rooms.turn(-1)
        case Qt.Key_Home: return rooms.turn(0)
        case Qt.Key_Return: case Qt.Key_Enter: return rooms.choose()
        }
        event.accepted = false
    }

    Repeater {
        model: day.rooms.columns
        DText {
            required property var modelData
            required property int index
            x: day.ruler + index * day.across
            width: day.across - Theme.d(8)
            height: day.names
            verticalAlignment: Text.AlignVCenter
            leftPadding: Theme.d(6)
            text: modelData.room
            font.weight: Font.Bold
        }
    }
    Rectangle { y: day.names; width: parent.width; height: Theme.hair; color: Theme.line }
    Flickable {
        id: flick
        y: day.names
        width: parent.width
        height: parent.height - y
        clip: true
        topMargin: Theme.d(6)
        contentHeight: (day.last - day.first) * day.minute + Theme.d(8)
        boundsBehavior: Flickable.StopAtBounds
        Repeater {
            model: (day.last - day.first) / 60
            Item {
                required property int index
                y: index * 60 * day.minute
                width: flick.width
                T { width: day.ruler - Theme.d(8); horizontalAlignment: Text.AlignRight; font.pixelSize: Theme.small; color: Theme.inkSoft
                    text: String(day.first / 60 + parent.index).padStart(2, "0") + ":00" }
                Rectangle { x: day.ruler; width: parent.width - x; height: Theme.hair; color: Theme.line }
            }
        }
        MouseArea {
            x: day.ruler
            width: day.across * day.count
            height: flick.contentHeight
            onClicked: (mouse) => { day.forceActiveFocus(); day.rooms.put(Math.floor(mouse.x / day.across), day.first + Math.floor(mouse.y / day.minute)) }
        }
        Rectangle {
            readonly property color tone: day.rooms.place.clash ? Theme.seal : Theme.jade
            visible: day.rooms.columns.length > 0
            x: day.ruler + day.rooms.place.room * day.across
            y: (day.rooms.place.from - day.first) * day.minute
            width: day.across - Theme.d(4)
            height: day.rooms.place.minutes * day.minute
            radius: Theme.d(6)
            color: day.rooms.place.clash ? Theme.sealSoft : Theme.jadeSoft
            border.width: Theme.bold
            border.color: tone
        }
        Repeater {
            model: day.rooms.columns
            Item {
                id: column
                required property var modelData
                required property int index
                x: day.ruler + index * day.across
                width: day.across
                Repeater {
                    model: column.modelData.blocks
                    RoomBlock {
                        required property var modelData
                        required property int index
                        objectName: "booked_" + column.index + "_" + index
                        booked: modelData
                        x: modelData.lane * width + Theme.d(3)
                        y: (modelData.from - day.first) * day.minute + 1
                        width: (column.width - day.gutter - Theme.d(6)) / modelData.lanes
                        height: Math.max(modelData.minutes * day.minute - 2, Theme.d(24))
                    }
                }
            }
        }
        Rectangle {
            objectName: "roomPlace"
            readonly property color tone: day.rooms.place.clash ? Theme.seal : Theme.jade
            visible: day.rooms.columns.length > 0
            x: day.ruler + (day.rooms.place.room + 1) * day.across - day.gutter - Theme.d(2)
            y: (day.rooms.place.from - day.first) * day.minute
            width: day.gutter - Theme.d(4)
            height: Math.max(day.rooms.place.minutes * day.minute, hours.implicitHeight + Theme.d(8))
            radius: Theme.d(6)
            color: tone
            T {
                id: hours
                x: Theme.d(6)
                y: Theme.d(4)
                width: parent.width - 2 * x
                horizontalAlignment: Text.AlignHCenter
                text: (day.rooms.place.clash ? words.say("mediate.clash", words.language) + "\n" : "") + day.rooms.place.hours
                font.pixelSize: Theme.small
                font.weight: Font.Bold
                color: Theme.white
            }
        }
    }
    DBar { of: flick; y: flick.y; height: flick.height }
    FocusRing { of: day; anchors.margins: 0; radius: Theme.d(6) }
}
