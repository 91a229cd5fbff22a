import QtQuick

// A white card; what is put in it stands in a column.
Rectangle {
    id: pane
    default property alias inside: column.data
    property alias spacing: column.spacing
    property int pad: Theme.d(28)
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
        spacing: Theme.d(12)
    }
}
