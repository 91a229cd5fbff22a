import QtQuick
import "../controls"

// Where in the paper this page is, and the buttons that make it larger and move it; keys do the same.
Flow {
    id: zooming
    property var of
    property var sheet
    spacing: Theme.d(16)
    function key(event) {
        event.accepted = true
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            of.zoom(1)
        else if (event.key === Qt.Key_Minus)
            of.zoom(-1)
        else if (event.key === Qt.Key_PageDown)
            of.turn(1)
        else if (event.key === Qt.Key_PageUp)
            of.turn(-1)
        else
            event.accepted = false
    }
    T {
        objectName: "where"
        visible: text !== ""
        height: Math.max(implicitHeight, Theme.touch)
        verticalAlignment: Text.AlignVCenter
        text: zooming.of.where
        font.weight: Font.Bold
    }
    Pill { objectName: "larger"; icon: "plus"; key: "reader.larger"; enabled: zooming.of.larger; repeats: true
           opacity: enabled ? 1 : 0.5; onActed: zooming.of.zoom(1) }
    Pill { objectName: "smaller"; icon: "minus"; key: "reader.smaller"; enabled: zooming.of.smaller; repeats: true
           opacity: enabled ? 1 : 0.5; onActed: zooming.of.zoom(-1) }
    Pill { objectName: "toLeft"; icon: "left"; key: "reader.to_left"; visible: zooming.of.smaller; repeats: true
           onActed: zooming.sheet.move(-1) }
    Pill { objectName: "toRight"; icon: "right"; key: "reader.to_right"; visible: zooming.of.smaller; repeats: true
           onActed: zooming.sheet.move(1) }
}
