import QtQuick
import "../../controls"

// A row of a DTable.
Press {
    id: row
    required property var modelData
    required property int index
    property var table
    readonly property bool here: table.chosen === modelData.key || ListView.isCurrentItem && ListView.view.activeFocus
    height: Theme.d(Theme.large ? 52 : 42)
    enabled: table.pressable
    activeFocusOnTab: false
    name: table.columns.map((column) => row.modelData[column.id] || "").join(" ")
    Accessible.role: Accessible.ListItem
    Rectangle {
        anchors.fill: parent
        color: row.here ? Theme.jadeSoft : over.hovered && row.enabled ? Theme.paper : "transparent"
    }
    Rectangle { visible: row.here; width: Theme.d(4); height: parent.height; color: Theme.jade }
    Rectangle { y: parent.height - height; width: parent.width; height: Theme.hair; color: Theme.line }
    HoverHandler { id: over }
    Row {
        x: Theme.d(12)
        height: parent.height
        Repeater {
            model: row.table.columns
            DText {
                required property var modelData
                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                width: row.table.wide(modelData, row.width)
                rightPadding: Theme.d(10)
                horizontalAlignment: modelData.right ? Text.AlignRight : Text.AlignLeft
                text: row.modelData[modelData.id] || ""
                elide: modelData.tail ? Text.ElideMiddle : Text.ElideRight
                font.pixelSize: row.table.squeezed ? Theme.small : Theme.body
                color: row.modelData.tone === "seal" ? Theme.seal : row.modelData.tone === "amber" ? Theme.amber
                     : row.modelData.tone === "off" ? Theme.off : Theme.ink
                Accessible.ignored: true
            }
        }
    }
    FocusRing {
        of: row
        visible: Theme.keyed && row.ListView.isCurrentItem && row.ListView.view.activeFocus
        anchors.margins: Theme.d(2)
    }
}
