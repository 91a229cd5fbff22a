import QtQuick
import "../controls"

// One of the ways proof comes in. The camera has a page of its own; the others list below.
Press {
    id: tile
    property string source: ""
    property bool on: false
    readonly property var icons: ({usb: "usb", camera: "camera", scanner: "scan"})
    readonly property var keys: ({usb: "evidence.usb", camera: "evidence.camera", scanner: "evidence.scan_source"})
    readonly property bool chooses: source !== "camera"
    name: words.say(keys[source], words.language)
    implicitHeight: Math.max(Theme.d(96), label.implicitHeight + Theme.d(32))
    Accessible.role: chooses ? Accessible.RadioButton : Accessible.Button
    Accessible.checkable: chooses
    Accessible.checked: chooses && on
    Accessible.onToggleAction: act()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: tile.on || tile.down ? Theme.jadeSoft : Theme.card
        border.width: tile.on ? Theme.d(4) : Theme.hair
        border.color: tile.on ? Theme.jade : Theme.edge
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.d(16)
        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            name: tile.icons[tile.source]
            size: Theme.d(48)
            color: Theme.jade
        }
        T {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, tile.width - mark.width - Theme.d(48))
            text: tile.name
            font.weight: Font.Medium
            Accessible.ignored: true
        }
    }
    FocusRing { of: tile }
}
