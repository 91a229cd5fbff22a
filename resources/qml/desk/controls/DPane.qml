import QtQuick
import "../../controls"

// A white card with a heading; what is put in it stands in a column.
Rectangle {
    id: pane
    default property alias inside: column.data
    property alias spacing: column.spacing
    property string title: ""
    property int pad: Theme.d(18)
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.hair
    border.color: Theme.line
    implicitHeight: column.implicitHeight + 2 * pad
    Column {
        id: column
        x: pane.pad
        y: pane.pad
        width: pane.width - 2 * pane.pad
        spacing: Theme.d(10)
        T {
            visible: text !== ""
            width: parent.width
            text: pane.title
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
    }
}
