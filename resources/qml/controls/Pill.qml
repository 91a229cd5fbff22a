import QtQuick

// A small round-ended button of the header and the foot.
Press {
    id: pill
    property string key: ""
    property string text: key === "" ? "" : words.say(key, words.language)
    property string icon: ""
    property bool on: false
    property bool flush: false
    property bool bare: false
    name: text
    implicitHeight: bare ? Theme.touch : Math.max(Theme.touch, label.implicitHeight + Theme.d(16))
    implicitWidth: bare ? Theme.d(80) : row.implicitWidth + Theme.d(48)
    Accessible.checkable: on
    Accessible.checked: on

    Rectangle {
        anchors.fill: parent
        radius: Math.min(height / 2, Theme.d(34))
        color: pill.down || pill.on ? Theme.jadeSoft : Theme.card
        border.width: Theme.hair
        border.color: pill.on ? Theme.jade : Theme.edge
    }
    Row {
        id: row
        x: pill.flush && !pill.bare ? Theme.d(24) : (parent.width - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.d(12)
        Icon {
            visible: pill.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.d(32)
            name: pill.icon
            color: label.color
        }
        T {
            id: label
            visible: !pill.bare
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Math.max(Theme.d(64), pill.width - Theme.d(pill.icon === "" ? 40 : 84)))
            text: pill.text
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            color: pill.on ? Theme.jade : Theme.ink
            Accessible.ignored: true
        }
    }
    FocusRing { of: pill; radius: Theme.d(40) }
}
