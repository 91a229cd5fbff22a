import QtQuick
import "../controls"
import "controls"

// A line of the queue: who against whom, what about, where it stands, and by when.
Press {
    id: item
    property var line
    property bool here: false
    property bool ringed: false
    objectName: "line_" + line.key
    height: chips.y + chips.height + Theme.d(13)
    activeFocusOnTab: false
    name: [line.claimant, line.respondent, line.kind, line.state, line.due, line.number].join(" ")
    Accessible.role: Accessible.ListItem
    Accessible.checkable: true
    Accessible.checked: here

    Rectangle {
        anchors.fill: parent
        color: item.here ? Theme.jadeSoft : over.hovered ? Theme.paper : Theme.card
    }
    Rectangle { visible: item.here; width: Theme.d(4); height: parent.height; color: Theme.jade }
    Rectangle { y: parent.height - height; width: parent.width; height: Theme.hair; color: Theme.line }
    HoverHandler { id: over }
    DText {
        id: claimant
        x: Theme.d(20)
        y: Theme.d(11)
        width: due.x - x - Theme.d(12)
        text: item.line.claimant
        font.weight: Font.Bold
        color: item.line.ended ? Theme.inkSoft : Theme.ink
        Accessible.ignored: true
    }
    Row {
        id: due
        x: parent.width - width - Theme.d(20)
        anchors.verticalCenter: claimant.verticalCenter
        spacing: Theme.d(5)
        Icon {
            visible: item.line.tone === "seal" || item.line.tone === "amber"
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.d(17)
            name: item.line.tone === "seal" ? "warn" : "clock"
            weight: 2.2
            color: said.color
        }
        T {
            id: said
            text: item.line.due
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
            font.weight: item.line.tone === "seal" || item.line.tone === "amber" ? Font.Bold : Font.Normal
            color: item.line.tone === "seal" ? Theme.seal : item.line.tone === "amber" ? Theme.amber : Theme.inkSoft
            Accessible.ignored: true
        }
    }
    DText {
        id: respondent
        x: claimant.x
        y: claimant.y + claimant.height + Theme.d(2)
        width: number.x - x - Theme.d(12)
        text: item.line.respondent
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    T {
        id: number
        x: parent.width - width - Theme.d(20)
        anchors.verticalCenter: respondent.verticalCenter
        text: item.line.number
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.small
        color: Theme.inkSoft
        Accessible.ignored: true
    }
    Item {
        id: chips
        x: claimant.x
        y: respondent.y + respondent.height + Theme.d(7)
        width: parent.width - 2 * x
        height: kind.implicitHeight + (split ? stands.height + Theme.d(5) : 0)
        // In large text both seldom fit: then what it is about stands over where it stands.
        readonly property bool split: Theme.large && kind.implicitWidth + stands.implicitWidth + Theme.d(8) > rest
        readonly property real rest: width - (whose.visible ? whose.width + Theme.d(8) : 0)
                                     - (later.visible ? later.width + Theme.d(8) : 0)
        DChip {
            id: kind
            width: Math.min(implicitWidth, chips.split ? chips.rest
                            : Math.max(chips.rest * 0.3, chips.rest - stands.implicitWidth - Theme.d(8)))
            text: item.line.kind
            lifted: item.here
            tone: "sand"
        }
        DChip {
            id: stands
            x: chips.split ? 0 : kind.width + Theme.d(8)
            y: chips.split ? kind.height + Theme.d(5) : 0
            width: Math.min(implicitWidth, chips.split ? chips.width - (later.visible ? later.width + Theme.d(8) : 0) : chips.rest - x)
            text: item.line.state
            lifted: item.here
            tone: item.line.ended ? "sand" : "jade"
        }
        DChip {
            id: later
            x: stands.x + stands.width + Theme.d(8)
            y: stands.y
            text: item.line.provisional
            lifted: item.here
            tone: "amber"
        }
        DText {
            id: whose
            visible: text !== ""
            anchors.right: parent.right
            anchors.verticalCenter: kind.verticalCenter
            width: Math.min(implicitWidth, Theme.d(110))
            text: item.line.owner
            font.pixelSize: Theme.small
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
    FocusRing {
        visible: item.ringed && Theme.keyed
        anchors.margins: Theme.d(2)
        radius: Theme.d(6)
    }
}
