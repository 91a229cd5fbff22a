import QtQuick
import "../controls"
import "controls"

// A shelf of the queue or a list that was kept, with how many lines it holds.
Press {
    id: shelf
    property string text: ""
    property string count: ""
    property string icon: ""
    property string tone: "jade"
    property bool here: false
    readonly property color fore: tone === "seal" ? Theme.seal : here ? Theme.jade : Theme.inkSoft
    name: count === "" ? text : text + " " + count
    implicitHeight: Theme.d(Theme.large ? 40 : 34)
    implicitWidth: row.width + Theme.d(24)
    Accessible.role: Accessible.PageTab
    Accessible.checkable: true
    Accessible.checked: here
    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: shelf.here ? (shelf.tone === "seal" ? Theme.sealSoft : Theme.jadeSoft) : over.hovered ? Theme.paper : Theme.card
        border.width: shelf.here ? Theme.bold : Theme.hair
        border.color: shelf.here ? shelf.fore : Theme.edge
    }
    HoverHandler { id: over }
    Row {
        id: row
        x: Theme.d(12)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.d(6)
        Icon {
            visible: shelf.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.d(16)
            name: shelf.icon
            color: shelf.fore
        }
        DText {
            width: Math.min(implicitWidth, Theme.d(180))
            text: shelf.text
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            color: shelf.fore
            Accessible.ignored: true
        }
        T {
            visible: shelf.count !== ""
            text: shelf.count
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
            font.weight: Font.Bold
            color: shelf.fore
            Accessible.ignored: true
        }
    }
    FocusRing { of: shelf; radius: height / 2 }
}
