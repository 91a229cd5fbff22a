import QtQuick

// A button. Jade is the one primary action of a page; `ghost` is any other. A `low` one has
// smaller words, where the keyboard takes the room.
Press {
    id: big
    property string key: ""
    property string text: key === "" ? "" : words.say(key, words.language)
    property bool ghost: false
    property bool danger: false
    property bool low: false
    property string icon: ""
    readonly property color tone: danger ? Theme.seal : Theme.jade
    name: text
    implicitHeight: Math.max(Theme.primary, label.implicitHeight + Theme.d(low ? 4 : 28))
    implicitWidth: label.implicitWidth + mark.width + Theme.d(64)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: big.ghost ? (big.down ? Theme.jadeSoft : Theme.card)
                         : !big.enabled ? Theme.off : big.down ? Theme.jadeDeep : big.tone
        border.width: big.ghost ? Math.max(1, Theme.d(3)) : 0
        border.color: big.enabled ? big.tone : Theme.off
    }
    Icon {
        id: mark
        visible: big.icon !== ""
        width: visible ? size : 0
        size: Theme.d(40)
        name: big.icon
        color: label.color
        x: label.x + (label.width - label.contentWidth) / 2 - width - Theme.d(16)
        anchors.verticalCenter: parent.verticalCenter
    }
    T {
        id: label
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: mark.visible ? Theme.d(28) : 0
        width: parent.width - Theme.d(40) - (mark.visible ? Theme.d(56) : 0)
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: big.low ? Theme.d(32) : Theme.body
        text: big.text
        font.weight: Font.Bold
        color: !big.ghost ? Theme.white : big.enabled ? big.tone : Theme.inkSoft
        Accessible.ignored: true
    }
    FocusRing { of: big }
}
