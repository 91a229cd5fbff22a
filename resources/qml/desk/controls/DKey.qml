import QtQuick
import "../../controls"

// A key or keys as they stand on the keyboard, beside what they do.
Rectangle {
    id: key
    property string keys: ""
    property bool onDark: false
    visible: keys !== ""
    implicitWidth: said.implicitWidth + Theme.d(12)
    implicitHeight: said.implicitHeight + Theme.d(2)
    radius: Theme.d(4)
    color: "transparent"
    border.width: Theme.hair
    border.color: said.color
    T {
        id: said
        anchors.centerIn: parent
        text: key.keys.replace("Return", "Enter")
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.d(Theme.large ? 17 : 14)
        color: key.onDark ? Theme.white : Theme.inkSoft
        Accessible.ignored: true
    }
}
