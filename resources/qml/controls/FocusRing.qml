import QtQuick

// The visible focus of whoever works by keys.
Rectangle {
    property Item of: parent
    anchors.fill: parent
    anchors.margins: -Theme.d(Theme.desk ? 3 : 6)
    visible: of.activeFocus && Theme.keyed
    color: "transparent"
    radius: Theme.radius + Theme.d(Theme.desk ? 3 : 6)
    border.width: Theme.bold
    border.color: Theme.ink
}
