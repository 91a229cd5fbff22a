import QtQuick
import "../../controls"
import "../controls"

// One numbered answer as a card: its words, a smaller line, and beside them what follows from it.
Press {
    id: answer
    property string number: ""
    property string title: ""
    property string sub: ""
    property string chip: ""
    property string why: ""
    property string closed: ""
    property string icon: ""
    name: title
    enabled: closed === ""
    readonly property bool two: chip !== ""
    readonly property real half: two ? width * 0.52 : width
    implicitHeight: Math.max(said.implicitHeight, two ? told.implicitHeight : 0) + Theme.d(36)
    Accessible.description: [sub, chip, closed !== "" ? closed : why].filter((one) => one !== "").join("  ")
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: answer.down || over.hovered && answer.enabled ? Theme.jadeSoft : Theme.card
        border.width: Theme.hair
        border.color: answer.enabled ? Theme.edge : Theme.line
    }
    HoverHandler { id: over }
    Rectangle {
        id: badge
        x: Theme.d(18)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.d(Theme.large ? 44 : 36)
        height: width
        radius: Theme.d(8)
        color: answer.enabled ? Theme.jadeSoft : Theme.paper
        border.width: Theme.contrast ? Theme.hair : 0
        T {
            visible: answer.icon === ""
            anchors.centerIn: parent
            text: answer.number
            font.weight: Font.Bold
            color: answer.enabled ? Theme.jade : Theme.off
            Accessible.ignored: true
        }
        Icon {
            visible: answer.icon !== ""
            anchors.centerIn: parent
            size: Theme.d(22)
            name: answer.icon === "" ? "info" : answer.icon
            color: Theme.jade
        }
    }
    Column {
        id: said
        x: badge.x + badge.width + Theme.d(16)
        anchors.verticalCenter: parent.verticalCenter
        width: answer.half - x - Theme.d(18)
        spacing: Theme.d(2)
        T {
            width: parent.width
            text: answer.title
            font.weight: Font.Medium
            color: answer.enabled ? Theme.ink : Theme.off
            Accessible.ignored: true
        }
        T {
            width: parent.width
            visible: text !== ""
            text: answer.sub
            font.pixelSize: Theme.small
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
    Rectangle {
        visible: answer.two
        x: answer.half
        y: Theme.d(14)
        width: Theme.hair
        height: parent.height - 2 * y
        color: Theme.line
    }
    Column {
        id: told
        visible: answer.two
        x: answer.half + Theme.d(20)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.d(20)
        spacing: Theme.d(6)
        DChip { text: answer.chip; tone: answer.enabled ? "jade" : "sand" }
        T {
            width: parent.width
            text: answer.closed !== "" ? answer.closed : answer.why
            font.pixelSize: Theme.small
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
    FocusRing { of: answer }
}
