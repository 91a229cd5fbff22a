import QtQuick
import "../../controls"
import "../controls"

// One stage of the rail: a disc, its name, its state, who has it since when.
Press {
    id: stage
    property bool first: false
    property bool last: false
    property bool past: false
    property bool here: false
    property int n: 1
    property string title: ""
    property string state: ""
    property string who: ""
    implicitHeight: said.y + said.height + Theme.d(4)
    activeFocusOnTab: !first
    enabled: !first
    name: title + " " + state
    Accessible.role: first ? Accessible.StaticText : Accessible.ListItem
    Accessible.checkable: !first
    Accessible.checked: here

    Rectangle {
        visible: stage.here || over.hovered
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.jadeSoft
        opacity: stage.here ? 0.7 : 0.4
    }
    HoverHandler {
        id: over
        enabled: !stage.first
        onHoveredChanged: hovered && stage.who !== "" ? tips.show(stage, stage.name) : tips.hide(stage)
    }
    Rectangle {
        visible: !stage.first
        y: disc.y + disc.height / 2 - height / 2
        width: disc.x
        height: Theme.d(4)
        color: stage.past || stage.here ? Theme.jade : Theme.line
    }
    Rectangle {
        visible: !stage.last
        x: disc.x + disc.width
        y: disc.y + disc.height / 2 - height / 2
        width: parent.width - x
        height: Theme.d(4)
        color: stage.past ? Theme.jade : Theme.line
    }
    Rectangle {
        id: disc
        y: Theme.d(8)
        x: (parent.width - width) / 2
        width: Theme.d(36)
        height: width
        radius: width / 2
        color: stage.past ? Theme.jade : Theme.card
        border.width: Theme.d(3)
        border.color: stage.past || stage.here ? Theme.jade : Theme.edge
        Icon {
            visible: stage.past
            anchors.centerIn: parent
            name: "check"
            size: Theme.d(22)
            weight: 3
            color: Theme.white
        }
        T {
            visible: !stage.past
            anchors.centerIn: parent
            text: stage.n
            font.weight: Font.Bold
            color: stage.here ? Theme.jade : Theme.inkSoft
            Accessible.ignored: true
        }
    }
    TextMetrics {
        id: longest
        text: stage.title.split(" ").reduce((found, word) => word.length > found.length ? word : found, "")
        font.family: Theme.font
        font.weight: Font.Bold
        font.pixelSize: Theme.small + 1
    }
    Column {
        id: said
        x: Theme.d(6)
        y: disc.y + disc.height + Theme.d(6)
        width: parent.width - 2 * x
        spacing: Theme.d(1)
        T {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: stage.title
            font.pixelSize: Math.min(Theme.body, Math.max(Theme.small * 0.8, Theme.small * width / Math.max(1, longest.advanceWidth)))
            font.weight: stage.here ? Font.Bold : Font.Medium
            color: stage.here ? Theme.jade : Theme.ink
            Accessible.ignored: true
        }
        T {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: stage.state
            font.pixelSize: Theme.small
            color: stage.here ? Theme.ink : Theme.inkSoft
            Accessible.ignored: true
        }
    }
    FocusRing { of: stage }
}
