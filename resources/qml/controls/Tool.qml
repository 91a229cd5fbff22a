import QtQuick

// A button of the header: its icon over its word. `on` while what it switches is switched.
Press {
    id: tool
    property string key: ""
    property string text: key === "" ? "" : words.say(key, words.language)
    property string icon: ""
    property bool on: false
    property bool toggles: true
    name: text
    implicitWidth: Math.max(Theme.d(92), label.implicitWidth + Theme.d(24))
    implicitHeight: Theme.d(Theme.compact ? 88 : 96)
    Accessible.checkable: toggles
    Accessible.checked: on

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: tool.down || tool.on ? Theme.jadeSoft : Theme.card
        border.width: tool.on ? Theme.bold : Theme.hair
        border.color: tool.on ? Theme.jade : Theme.edge
    }
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        y: (parent.height - height - label.height) / 2 + Theme.d(2)
        size: Theme.d(40)
        name: tool.icon
        color: label.color
    }
    T {
        id: label
        y: (parent.height + Theme.d(40) - height) / 2
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: tool.text
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.d(28)
        font.weight: Font.Medium
        color: tool.on ? Theme.jade : Theme.ink
        Accessible.ignored: true
    }
    FocusRing { of: tool }
}
