import QtQuick
import "../../controls"
import "../controls"

// One printer in the list: its name, how it is, what it is.
Press {
    id: line
    required property var row
    required property int index
    property bool here: false
    objectName: "printer_" + row.id
    height: told.height + Theme.d(20)
    activeFocusOnTab: false
    name: row.name + ", " + row.state
    Accessible.role: Accessible.ListItem
    Accessible.checkable: true
    Accessible.checked: here
    Rectangle {
        anchors.fill: parent
        radius: Theme.d(8)
        color: line.here ? Theme.jadeSoft : over.hovered ? Theme.sand : "transparent"
    }
    HoverHandler { id: over }
    Icon { id: mark; x: Theme.d(10); anchors.verticalCenter: parent.verticalCenter; size: Theme.d(28); name: line.row.icon
           color: line.row.tone === "seal" ? Theme.seal : line.row.tone === "amber" ? Theme.amber : Theme.jade }
    Column {
        id: told
        x: mark.x + mark.width + Theme.d(12)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.d(10)
        spacing: Theme.d(3)
        DText { width: parent.width; text: line.row.name; font.weight: Font.Bold; Accessible.ignored: true }
        DText { width: parent.width; text: line.row.sub; font.pixelSize: Theme.small; color: Theme.inkSoft; Accessible.ignored: true }
        DChip { width: Math.min(implicitWidth, parent.width); text: line.row.state; tone: line.row.tone; lifted: line.here
                icon: line.row.tone === "jade" ? "check" : "warn" }
    }
    FocusRing { of: line; visible: Theme.keyed && line.ListView.isCurrentItem && line.ListView.view.activeFocus; anchors.margins: Theme.d(2) }
}
