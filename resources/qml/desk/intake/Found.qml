import QtQuick
import "../../controls"
import "../controls"

// A small line that can be pressed: something found, something to mend.
Press {
    id: found
    property string icon: ""
    property string title: ""
    property string sub: ""
    name: title
    Accessible.description: sub
    implicitHeight: said.implicitHeight + Theme.d(12)
    Rectangle {
        anchors.fill: parent
        radius: Theme.d(8)
        color: over.hovered || found.activeFocus ? Theme.jadeSoft : Theme.paper
    }
    HoverHandler { id: over }
    Icon {
        id: mark
        visible: found.icon !== ""
        x: Theme.d(8)
        y: Theme.d(8)
        size: Theme.d(18)
        name: found.icon === "" ? "info" : found.icon
        weight: 2.2
        color: Theme.seal
    }
    Column {
        id: said
        x: found.icon === "" ? Theme.d(10) : Theme.d(34)
        y: Theme.d(6)
        width: parent.width - x - Theme.d(10)
        T { width: parent.width; text: found.title; font.pixelSize: found.icon === "" ? Theme.body : Theme.small; Accessible.ignored: true }
        T { width: parent.width; visible: text !== ""; text: found.sub; font.pixelSize: Theme.small; color: Theme.inkSoft; Accessible.ignored: true }
    }
    FocusRing { of: found }
}
