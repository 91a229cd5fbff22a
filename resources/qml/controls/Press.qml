import QtQuick

// Whatever can be pressed: by touch, keys or assistive tools. A second tap in a hurry does nothing, nor
// does a key held down.
Item {
    id: press
    property string name: ""
    property bool repeats: false
    readonly property bool down: area.pressed && area.containsMouse
    signal acted()

    function act() {
        if (enabled && visible)
            acted()
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.focusable: true
    Accessible.onPressAction: act()
    function keyed(event) {
        if (repeats || !event.isAutoRepeat)
            act()
    }
    Keys.onReturnPressed: (event) => keyed(event)
    Keys.onEnterPressed: (event) => keyed(event)
    Keys.onSpacePressed: (event) => keyed(event)

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: press.act()
        onDoubleClicked: if (press.repeats) press.act()
    }
}
