import QtQuick

// One thing to tick (`many`) or to choose among others.
Press {
    id: choice
    property string title: ""
    property string sub: ""
    property bool on: false
    property bool many: false
    name: sub === "" ? title : title + "。" + sub
    implicitHeight: Math.max(Theme.d(96), words_.implicitHeight + Theme.d(40))
    Accessible.role: many ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onToggleAction: act()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: choice.on || choice.down ? Theme.jadeSoft : Theme.card
        border.width: choice.on ? Theme.bold : Theme.hair
        border.color: choice.on ? Theme.jade : Theme.edge
    }
    Rectangle {
        id: box
        x: Theme.d(24)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.d(48)
        height: width
        radius: choice.many ? Theme.d(10) : width / 2
        color: choice.on ? Theme.jade : Theme.card
        border.width: choice.on ? 0 : Math.max(1, Theme.d(3))
        border.color: Theme.inkSoft
        Loader {
            active: choice.on
            anchors.centerIn: parent
            sourceComponent: Icon { size: Theme.d(36); weight: 3; name: "check"; color: Theme.white }
        }
    }
    Column {
        id: words_
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.d(96)
        width: parent.width - x - Theme.d(24)
        spacing: Theme.d(4)
        T {
            width: parent.width
            text: choice.title
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        T {
            width: parent.width
            visible: text !== ""
            text: choice.sub
            font.pixelSize: Theme.small
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
    FocusRing { of: choice }
}
