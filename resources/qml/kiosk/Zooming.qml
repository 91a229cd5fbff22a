import QtQuick
import "../controls"

// Where in the text this page is, and the buttons that make it larger and move it.
Flow {
    id: zooming
    property var sheet
    spacing: Theme.d(16)
    T {
        objectName: "where"
        visible: text !== ""
        height: Math.max(implicitHeight, Theme.touch)
        verticalAlignment: Text.AlignVCenter
        text: stage.where
        font.weight: Font.Bold
    }
    Pill { objectName: "larger"; icon: "plus"; key: "reader.larger"; enabled: stage.larger; repeats: true
           opacity: enabled ? 1 : 0.5; onActed: stage.zoom(1) }
    Pill { objectName: "smaller"; icon: "minus"; key: "reader.smaller"; enabled: stage.smaller; repeats: true
           opacity: enabled ? 1 : 0.5; onActed: stage.zoom(-1) }
    Pill { objectName: "toLeft"; icon: "left"; key: "reader.to_left"; visible: stage.smaller; repeats: true
           onActed: zooming.sheet.move(-1) }
    Pill { objectName: "toRight"; icon: "right"; key: "reader.to_right"; visible: stage.smaller; repeats: true
           onActed: zooming.sheet.move(1) }
}
