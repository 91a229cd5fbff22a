import QtQuick
import "../../controls"
import "../controls"

// Ways that are not chosen here: each by name, with its reason.
Column {
    id: lines
    property string title: ""
    property var rows: []
    visible: rows.length > 0
    width: parent.width
    spacing: Theme.d(4)
    T { width: parent.width; text: lines.title; font.pixelSize: Theme.small; font.weight: Font.Medium; color: Theme.inkSoft; topPadding: Theme.d(8) }
    Repeater {
        model: lines.rows
        Row {
            id: line
            required property var modelData
            width: parent.width
            spacing: Theme.d(12)
            T { width: Math.round(line.width * 0.3); text: line.modelData.title; font.pixelSize: Theme.small }
            T { width: line.width - Math.round(line.width * 0.3) - line.spacing; text: line.modelData.why; font.pixelSize: Theme.small; color: Theme.inkSoft }
        }
    }
}
