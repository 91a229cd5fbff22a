import QtQuick
import "../../controls"

// A word in colour: a state, a kind, how near a day is. Tones: jade, amber, seal, sand, ink.
Rectangle {
    id: chip
    property string text: ""
    property string tone: "jade"
    property string icon: ""
    property bool lifted: false
    readonly property color fore: tone === "seal" ? Theme.seal : tone === "amber" ? Theme.amber
                                : tone === "jade" ? Theme.jade : Theme.inkSoft
    visible: text !== ""
    implicitWidth: Math.ceil(said.implicitWidth) + Theme.d(18) + (icon === "" ? 0 : Theme.d(20))
    implicitHeight: said.implicitHeight + Theme.d(6)
    radius: height / 2
    color: lifted ? Theme.card : tone === "seal" ? Theme.sealSoft : tone === "amber" ? Theme.amberSoft
         : tone === "jade" ? Theme.jadeSoft : Theme.sand
    border.width: Theme.contrast ? Theme.hair : 0
    border.color: fore
    Row {
        id: row
        x: Theme.d(9)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.d(4)
        Icon {
            visible: chip.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.d(16)
            name: chip.icon
            weight: 2.2
            color: chip.fore
        }
        DText {
            id: said
            width: Math.min(implicitWidth, chip.width - Theme.d(18) - (chip.icon === "" ? 0 : Theme.d(20)))
            text: chip.text
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            color: chip.fore
        }
    }
}
