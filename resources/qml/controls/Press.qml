import QtQuick

// Whatever can be pressed: by touch, keys or assistive tools. A second tap in a hurry does nothing.
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
    Keys.onReturnPressed: act()
    Keys.onEnterPressed: act()
    Keys.onSpacePressed: act()

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: press.act()
        onDoubleClicked: if (press.repeats) press.act()
    }
}
