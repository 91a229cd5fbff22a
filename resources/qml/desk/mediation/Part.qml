import QtQuick
import "../../controls"
import "../controls"

// A white card with a heading and, at its right, what can be done there.
Rectangle {
    id: part
    default property alias inside: column.data
    property alias spacing: column.spacing
    property alias buttons: tools.data
    property string title: ""
    property string told: ""
    readonly property real pad: Theme.d(18)
    implicitHeight: column.y + column.implicitHeight + pad
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.hair
    border.color: Theme.line

    Item {
        id: head
        x: part.pad
        y: Theme.d(12)
        width: parent.width - 2 * x
        height: Math.max(Theme.d(Theme.large ? 42 : 34), name.implicitHeight)
        T {
            id: name
            anchors.verticalCenter: parent.verticalCenter
            width: tools.x - Theme.d(10)
            text: part.title + (part.told === "" ? "" : "  ·  " + part.told)
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Row {
            id: tools
            x: parent.width - width
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.d(8)
        }
    }
    Column {
        id: column
        x: part.pad
        y: head.y + head.height + Theme.d(10)
        width: parent.width - 2 * x
        spacing: Theme.d(10)
    }
}
