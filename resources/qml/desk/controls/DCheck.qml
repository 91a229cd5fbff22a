import QtQuick
import "../../controls"

// A tick, or one of several ways (`round`), with its words and a line below them.
Press {
    id: check
    property string text: ""
    property string detail: ""
    property string closed: ""
    property bool on: false
    property bool round: false
    name: text
    enabled: closed === ""
    implicitHeight: Math.max(Theme.d(36), said.height + Theme.d(12))
    implicitWidth: box.width + Theme.d(34) + Math.min(title.implicitWidth, Theme.d(640))
    Accessible.role: round ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.description: closed !== "" ? closed : detail

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.d(2)
        radius: Theme.d(8)
        color: over.hovered && check.enabled ? Theme.jadeSoft : "transparent"
    }
    HoverHandler { id: over }
    Rectangle {
        id: box
        x: Theme.d(8)
        y: said.y + (line.height - height) / 2
        width: Theme.d(20)
        height: width
        radius: check.round ? width / 2 : Theme.d(4)
        color: check.on ? Theme.jade : Theme.card
        border.width: Theme.bold
        border.color: check.on ? Theme.jade : check.enabled ? Theme.edge : Theme.line
        Icon {
            visible: check.on
            anchors.centerIn: parent
            size: Theme.d(16)
            name: "check"
            weight: 3
            color: Theme.white
        }
    }
    FontMetrics { id: line; font.family: Theme.font; font.pixelSize: Theme.body }
    Column {
        id: said
        x: box.x + box.width + Theme.d(10)
        y: Theme.d(6)
        width: parent.width - x - Theme.d(8)
        T {
            id: title
            width: parent.width
            text: check.text
            color: check.enabled ? Theme.ink : Theme.off
            Accessible.ignored: true
        }
        T {
            visible: text !== ""
            width: parent.width
            text: check.closed !== "" ? check.closed : check.detail
            font.pixelSize: Theme.small
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
    FocusRing { of: check }
}
