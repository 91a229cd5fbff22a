import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import "../controls"

// The keyboard on the screen, inside the window. It learns nothing: every field is sensitive data.
Item {
    id: board
    readonly property bool open: panel.active
    readonly property real room: open ? panel.height + Theme.d(16) : 0

    Rectangle { anchors.fill: parent; visible: board.open; color: Theme.line }
    InputPanel {
        id: panel
        objectName: "inputPanel"
        visible: active
        width: Math.min(parent.width, Theme.d(1280))
        x: (parent.width - width) / 2
        y: Theme.d(8)
    }
    Binding { target: VirtualKeyboardSettings; property: "styleName"; value: "station" }
    Binding { target: VirtualKeyboardSettings; property: "activeLocales"; value: ["zh_CN", "en_US"] }
    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: words.language === "zh" ? "zh_CN" : "en_US"
    }
}
