import QtQuick
import "../controls"

// A file's small picture, or the icon of its kind. Pressed, it shows large.
Press {
    id: small
    property string source: ""
    property string icon: "paper"
    width: Theme.d(112)
    height: width

    Rectangle {
        anchors.fill: parent
        radius: Theme.d(12)
        color: small.down ? Theme.paleJade : Theme.jadeSoft
        border.width: Theme.hair
        border.color: Theme.edge
    }
    Icon {
        anchors.centerIn: parent
        visible: small.source === ""
        name: small.icon
        size: Theme.d(56)
        color: Theme.jade
    }
    Image {
        anchors.fill: parent
        anchors.margins: Theme.d(4)
        visible: small.source !== ""
        source: small.source
        fillMode: Image.PreserveAspectCrop
        clip: true
        cache: false
    }
    Rectangle {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.d(6)
        width: Theme.d(40)
        height: width
        radius: width / 2
        color: Theme.card
        border.width: Theme.hair
        border.color: Theme.edge
        Icon { anchors.centerIn: parent; name: "look"; size: Theme.d(26); color: Theme.ink; weight: 2.2 }
    }
    FocusRing { of: small }
}
