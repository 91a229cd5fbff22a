import QtQuick
import "../controls"
import "controls"

// One page in the rail: its icon over its name; how many wait behind it; its key as a tip.
Press {
    id: entry
    property string text: ""
    property string icon: ""
    property string keys: ""
    property int badge: 0
    property bool here: false
    name: badge > 0 ? words.fill("desk.waiting", {page: text, n: badge}, words.language) : text
    Accessible.checkable: here
    Accessible.checked: here

    Rectangle {
        anchors.fill: parent
        color: entry.here || entry.down || over.hovered ? Theme.nightHere : Theme.night
    }
    Rectangle {
        visible: entry.here
        width: Theme.d(4)
        height: parent.height
        color: Theme.mint
    }
    HoverHandler {
        id: over
        onHoveredChanged: hovered ? tips.show(entry, entry.name + (entry.keys === "" ? "" : "   " + entry.keys)) : tips.hide(entry)
    }
    Icon {
        id: mark
        anchors.horizontalCenter: parent.horizontalCenter
        y: (parent.height - height - label.height - Theme.d(2)) / 2
        size: Theme.d(26)
        name: entry.icon
        color: entry.here ? Theme.white : Theme.nightInk
    }
    DText {
        id: label
        y: mark.y + mark.height + Theme.d(2)
        x: Theme.d(4)
        width: parent.width - 2 * x
        horizontalAlignment: Text.AlignHCenter
        text: entry.text
        font.pixelSize: Theme.small
        font.weight: entry.here ? Font.Bold : Font.Normal
        color: entry.here ? Theme.white : Theme.nightInk
        Accessible.ignored: true
    }
    Loader {
        active: entry.badge > 0
        x: mark.x + mark.width - Theme.d(6)
        y: mark.y - Theme.d(6)
        sourceComponent: Rectangle {
            width: Math.max(height, n.implicitWidth + Theme.d(10))
            height: n.implicitHeight + Theme.d(2)
            radius: height / 2
            color: Theme.seal
            T {
                id: n
                anchors.centerIn: parent
                text: entry.badge > 99 ? "99+" : entry.badge
                font.pixelSize: Theme.d(Theme.large ? 17 : 14)
                font.weight: Font.Bold
                color: Theme.white
                Accessible.ignored: true
            }
        }
    }
    FocusRing { of: entry; anchors.margins: Theme.d(2); border.color: Theme.mint }
}
