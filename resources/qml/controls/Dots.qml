import QtQuick

// Work in progress: three dots, one of them dark; changes twice a second.
Row {
    id: dots
    property int at: 0
    spacing: Theme.d(20)
    Repeater {
        model: 3
        Rectangle {
            width: Theme.d(24)
            height: width
            radius: width / 2
            color: index === dots.at ? Theme.jade : Theme.line
        }
    }
    Timer {
        interval: 500
        repeat: true
        running: dots.visible
        onTriggered: dots.at = (dots.at + 1) % 3
    }
}
