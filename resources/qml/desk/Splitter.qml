import QtQuick
import "../controls"

// The line between queue and case: dragged, or moved with the arrows while it has the focus.
Press {
    id: splitter
    width: Theme.d(12)
    name: words.say("desk.splitter", words.language)
    Accessible.role: Accessible.Splitter
    function move(by) { memory.queueWidth = memory.queueWidth + by }
    Keys.onLeftPressed: move(-20)
    Keys.onRightPressed: move(20)
    Rectangle {
        anchors.centerIn: parent
        width: area.containsMouse || area.pressed || splitter.activeFocus && Theme.keyed ? Theme.d(4) : Theme.hair
        height: parent.height
        color: area.containsMouse || area.pressed || splitter.activeFocus && Theme.keyed ? Theme.jade : Theme.line
    }
    MouseArea {
        id: area
        property real from: 0
        property real wide: 0
        anchors.fill: parent
        hoverEnabled: true
        cursorShape: Qt.SplitHCursor
        onPressed: (mouse) => {
            from = mapToItem(null, mouse.x, 0).x
            wide = memory.queueWidth
        }
        onPositionChanged: (mouse) => {
            if (pressed)
                memory.queueWidth = wide + (mapToItem(null, mouse.x, 0).x - from) / Theme.scale
        }
    }
}
