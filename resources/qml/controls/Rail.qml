import QtQuick

// Where the person is on the way. Lying in portrait, standing in landscape.
Item {
    id: rail
    property var steps: []
    property int at: 0
    property bool standing: false
    implicitHeight: standing ? steps.length * Theme.d(88) : childrenRect.height
    Accessible.role: Accessible.ProgressBar
    Accessible.name: steps.length > at ? words.fill("common.step", {n: at + 1, all: steps.length, name: steps[at]},
                                                   words.language) : ""

    Repeater {
        model: rail.steps.length
        Item {
            readonly property bool past: index < rail.at
            readonly property bool here: index === rail.at
            width: rail.standing ? rail.width : rail.width / rail.steps.length
            height: rail.standing ? Theme.d(88) : name.y + name.height
            x: rail.standing ? 0 : index * width
            y: rail.standing ? index * height : 0
            Rectangle {
                visible: index > 0
                x: rail.standing ? Theme.d(21) : 0
                y: rail.standing ? 0 : Theme.d(21)
                width: rail.standing ? Theme.d(6) : parent.width / 2
                height: rail.standing ? parent.height / 2 : Theme.d(6)
                color: index <= rail.at ? Theme.jade : Theme.line
            }
            Rectangle {
                visible: index < rail.steps.length - 1
                x: rail.standing ? Theme.d(21) : parent.width / 2
                y: rail.standing ? parent.height / 2 : Theme.d(21)
                width: rail.standing ? Theme.d(6) : parent.width / 2
                height: rail.standing ? parent.height / 2 : Theme.d(6)
                color: index < rail.at ? Theme.jade : Theme.line
            }
            Rectangle {
                x: rail.standing ? 0 : (parent.width - width) / 2
                y: rail.standing ? (parent.height - height) / 2 : 0
                width: Theme.d(48)
                height: width
                radius: width / 2
                color: parent.past ? Theme.jade : parent.here ? Theme.card : Theme.paper
                border.width: Theme.d(4)
                border.color: index <= rail.at ? Theme.jade : Theme.line
                Icon {
                    visible: parent.parent.past
                    anchors.centerIn: parent
                    name: "check"
                    size: Theme.d(30)
                    weight: 3
                    color: Theme.white
                }
                T {
                    visible: !parent.parent.past
                    anchors.centerIn: parent
                    text: index + 1
                    font.pixelSize: Theme.d(28)
                    font.weight: Font.Bold
                    color: parent.parent.here ? Theme.jade : Theme.inkSoft
                    Accessible.ignored: true
                }
            }
            T {
                id: name
                x: rail.standing ? Theme.d(68) : 0
                y: rail.standing ? (parent.height - height) / 2 : Theme.d(54)
                width: rail.standing ? parent.width - x : parent.width
                horizontalAlignment: rail.standing ? Text.AlignLeft : Text.AlignHCenter
                text: rail.steps[index] || ""
                font.pixelSize: Theme.d(28)
                font.weight: parent.here ? Font.Bold : Font.Normal
                color: parent.here ? Theme.jade : Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}
