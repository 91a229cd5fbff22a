import QtQuick
import "../../controls"
import "../controls"

// What is wrong with a printer, and what to do about it.
Rectangle {
    id: trouble
    property var said: null
    property string tone: "seal"
    readonly property color fore: tone === "seal" ? Theme.seal : Theme.amber
    visible: said !== null && said.title !== ""
    implicitHeight: told.height + Theme.d(22)
    radius: Theme.radius
    color: tone === "seal" ? Theme.sealSoft : Theme.amberSoft
    border.width: Theme.contrast ? Theme.hair : 0
    border.color: fore
    Accessible.role: Accessible.AlertMessage
    Accessible.name: visible ? said.title + " " + said.do : ""
    Icon { id: mark; x: Theme.d(14); anchors.verticalCenter: parent.verticalCenter; size: Theme.d(26); name: "warn"; weight: 2.2; color: trouble.fore }
    Column {
        id: told
        x: mark.x + mark.width + Theme.d(12)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.d(14)
        T { width: parent.width; text: trouble.said ? trouble.said.title : ""; font.weight: Font.Bold; color: trouble.fore; Accessible.ignored: true }
        T { width: parent.width; text: trouble.said ? trouble.said.do : ""; Accessible.ignored: true }
    }
}
