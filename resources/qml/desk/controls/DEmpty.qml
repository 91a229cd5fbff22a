import QtQuick
import "../../controls"

// What stands where there is nothing: why, and what to do.
Column {
    id: empty
    property string icon: "box"
    property string title: ""
    property string text: ""
    spacing: Theme.d(8)
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        size: Theme.d(44)
        name: empty.icon
        weight: 1.4
        color: Theme.edge
    }
    T {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        font.weight: Font.Bold
    }
    T {
        visible: text !== ""
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
        color: Theme.inkSoft
    }
}
