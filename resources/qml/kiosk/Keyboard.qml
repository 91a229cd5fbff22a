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
    // More candidates than there is room for are reached by a tap, never by a swipe alone.
    readonly property Item candidates: panel.keyboard.wordCandidateView
    Binding { target: board.candidates; property: "anchors.rightMargin"; value: Theme.d(88) }
    Press {
        id: more
        objectName: "moreCandidates"
        readonly property real beyond: board.candidates.contentWidth - board.candidates.width
        visible: board.open && board.candidates.count > 0 && board.candidates.y <= 1 - height
        enabled: beyond > 1
        repeats: true
        activeFocusOnTab: false
        name: words.say("common.more_candidates", words.language)
        x: panel.x + panel.width - width
        y: panel.y
        width: Theme.d(88)
        height: board.candidates.height
        onActed: {
            var list = board.candidates
            if (list.contentX >= beyond - 1)
                list.positionViewAtBeginning()
            else
                list.contentX = Math.min(beyond, list.contentX + list.width - Theme.d(72))
        }
        Rectangle { anchors.fill: parent; color: more.down ? Theme.jadeSoft : Theme.card }
        Rectangle { width: Theme.hair; height: parent.height; color: Theme.edge }
        Icon {
            anchors.centerIn: parent
            size: Theme.d(44)
            weight: 2.4
            name: "right"
            color: more.enabled ? Theme.jade : Theme.line
        }
    }
    Binding { target: VirtualKeyboardSettings; property: "styleName"; value: "station" }
    Binding { target: VirtualKeyboardSettings; property: "activeLocales"; value: ["zh_CN", "en_US"] }
    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: words.language === "zh" ? "zh_CN" : "en_US"
    }
}
