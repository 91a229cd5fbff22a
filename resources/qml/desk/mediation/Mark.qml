import QtQuick
import "../../controls"
import "../controls"

// Who may be shown what was said: a colour and the word for it. Dark for the mediator alone.
Rectangle {
    id: mark
    property string text: ""
    property string tone: "ink"
    readonly property bool dark: tone === "ink"
    readonly property color fore: dark ? Theme.white : tone === "amber" ? Theme.amber : Theme.jade
    visible: text !== ""
    implicitWidth: Math.ceil(said.implicitWidth) + Theme.d(42)
    implicitHeight: said.implicitHeight + Theme.d(6)
    radius: height / 2
    color: dark ? Theme.night : tone === "amber" ? Theme.amberSoft : Theme.jadeSoft
    border.width: dark ? 0 : Theme.hair
    border.color: fore
    Icon {
        id: sign
        x: Theme.d(9)
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.d(17)
        name: mark.tone === "jade" ? "eye" : "lock"
        weight: 2.2
        color: mark.fore
    }
    DText {
        id: said
        x: sign.x + sign.width + Theme.d(5)
        width: parent.width - x - Theme.d(9)
        anchors.verticalCenter: parent.verticalCenter
        text: mark.text
        font.pixelSize: Theme.small
        font.weight: Font.Bold
        color: mark.fore
    }
}
