import QtQuick
import "../../controls"

// The thin bar of something that scrolls; dragged with the mouse.
Item {
    id: bar
    property Flickable of
    readonly property real share: of && of.contentHeight > 0 ? of.visibleArea.heightRatio : 1
    visible: share < 0.999
    anchors.right: parent.right
    width: Theme.d(12)
    height: parent.height
    Rectangle {
        id: grip
        readonly property real high: Math.max(Theme.d(32), bar.share * bar.height)
        x: Theme.d(3)
        width: Theme.d(6)
        height: high
        y: bar.of ? bar.of.visibleArea.yPosition / Math.max(0.0001, 1 - bar.share) * (bar.height - high) : 0
        radius: width / 2
        color: area.containsMouse || area.pressed ? Theme.edge : Theme.line
    }
    MouseArea {
        id: area
        property real from: 0
        anchors.fill: parent
        hoverEnabled: true
        function put(y) {
            const share = Math.max(0, Math.min(1, (y - grip.height / 2) / Math.max(1, bar.height - grip.height)))
            bar.of.contentY = bar.of.originY + share * (bar.of.contentHeight - bar.of.height)
        }
        onPressed: (mouse) => put(mouse.y)
        onPositionChanged: (mouse) => { if (pressed) put(mouse.y) }
    }
}
