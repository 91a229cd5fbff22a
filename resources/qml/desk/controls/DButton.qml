import QtQuick
import "../../controls"

// A button: `primary` for the one thing to do, `bare` with its icon alone, `danger` for what hurts.
// One that `wraps` may have two lines of words. `keys` shows its shortcut (and hears it where `hears`), `closed` why it cannot be pressed now.
Press {
    id: button
    property string key: ""
    property string text: key === "" ? "" : words.say(key, words.language)
    property string icon: ""
    property string keys: ""
    property string closed: ""
    property string tip: ""
    property bool hears: true
    property bool primary: false
    property bool danger: false
    property bool bare: false
    property bool small: false
    property bool quiet: false
    property bool leading: false
    property bool wraps: false
    readonly property color fore: primary ? Theme.white : danger ? Theme.seal : quiet ? Theme.jade : Theme.ink
    name: text
    enabled: closed === ""
    opacity: enabled ? 1 : 0.72
    implicitHeight: bare ? Theme.d(small ? 32 : 40)
                         : Math.max(primary ? Theme.primary : Theme.d(small ? 34 : 42), label.implicitHeight + Theme.d(14))
    implicitWidth: bare ? implicitHeight
                        : Theme.d(small ? 24 : 32) + label.implicitWidth + (icon === "" ? 0 : mark.width + Theme.d(8))
                          + (hint.visible ? hint.width + Theme.d(10) : 0)
    Accessible.description: closed !== "" ? closed : keys
    Keys.onPressed: (event) => { if (event.key === Qt.Key_Escape) event.accepted = false }

    Shortcut {
        enabled: button.hears && button.keys !== "" && button.enabled && button.visible
        sequences: button.keys === "" ? [] : [button.keys]
        onActivated: button.act()
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: button.primary ? (!button.enabled ? Theme.off : button.down || over.hovered ? Theme.jadeDeep : Theme.jade)
             : button.down || over.hovered && button.enabled ? Theme.jadeSoft
             : button.quiet || button.bare ? "transparent" : Theme.card
        border.width: button.primary || button.quiet || button.bare ? 0 : Theme.hair
        border.color: button.danger ? Theme.seal : Theme.edge
    }
    HoverHandler {
        id: over
        onHoveredChanged: {
            const said = button.closed !== "" ? button.closed : button.tip !== "" ? button.tip
                       : button.bare ? button.name + (button.keys === "" ? "" : "   " + button.keys)
                       : label.truncated ? button.text : ""
            hovered && said !== "" ? tips.show(button, said) : tips.hide(button)
        }
    }
    onActiveFocusChanged: if (activeFocus && bare && Theme.keyed) tips.show(button, name); else if (!activeFocus) tips.hide(button)
    Row {
        id: row
        readonly property real room: button.width - Theme.d(button.bare ? 0 : button.small ? 20 : 28)
        x: button.leading ? Theme.d(16) : (parent.width - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.d(8)
        Icon {
            id: mark
            visible: button.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.d(22)
            name: button.icon
            color: button.fore
        }
        DText {
            id: label
            visible: !button.bare
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, row.room - (button.icon === "" ? 0 : mark.width + row.spacing)
                                           - (hint.visible ? hint.width + row.spacing : 0))
            text: button.text
            wrapMode: button.wraps ? Text.Wrap : Text.NoWrap
            maximumLineCount: 2
            horizontalAlignment: button.wraps ? Text.AlignHCenter : Text.AlignLeft
            font.pixelSize: button.small ? Theme.small : Theme.body
            font.weight: button.primary ? Font.Bold : Font.Medium
            color: button.fore
            Accessible.ignored: true
        }
        DKey {
            id: hint
            visible: button.keys !== "" && !button.bare
            anchors.verticalCenter: parent.verticalCenter
            keys: button.keys
            onDark: button.primary
        }
    }
    FocusRing { of: button }
}
