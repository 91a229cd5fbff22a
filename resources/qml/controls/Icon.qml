import QtQuick

// A line drawing from resources/icons in any colour and size. A picture and not a Shape: the
// software renderer does not clip Shapes to the area that scrolls.
Image {
    property string name: ""
    property color color: Theme.ink
    property real size: Theme.d(48)
    property real weight: 1.8
    readonly property int side: Math.round(size)
    width: side
    height: side
    sourceSize: Qt.size(side, side)
    source: name === "" || !visible ? "" : "image://icon/" + name + "/" + String(color).slice(1) + "/" + weight
    Accessible.ignored: true
}
