import QtQuick
import "../../controls"

// A table: a head of `columns` ({id, label, share, right, tail}) over rows that are read or pressed.
// What is too long for its column loses its end, with `tail` its middle.
// `rows` are maps by the columns' ids, with `key`, and `tone` where a row stands out.
FocusScope {
    id: table
    property var columns: []
    property var rows: []
    property string chosen: ""
    property bool pressable: true
    property string rowName: "row"
    readonly property alias list: list
    readonly property real shares: columns.reduce((all, column) => all + (column.share || 1), 0)
    readonly property bool squeezed: columns.length > 4 && width < Theme.d(Theme.large ? 1500 : 1100)
    signal picked(string key)
    implicitHeight: head.height + list.contentHeight
    function wide(column, all) { return Math.floor((all - Theme.d(24)) * (column.share || 1) / shares) }

    Row {
        id: head
        x: Theme.d(12)
        height: Theme.d(Theme.large ? 44 : 36)
        Repeater {
            model: table.columns
            DText {
                required property var modelData
                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                width: table.wide(modelData, table.width)
                rightPadding: Theme.d(10)
                horizontalAlignment: modelData.right ? Text.AlignRight : Text.AlignLeft
                text: modelData.label
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: Theme.inkSoft
            }
        }
    }
    Rectangle { y: head.height; width: parent.width; height: Theme.hair; color: Theme.line }
    ListView {
        id: list
        objectName: table.rowName + "s"
        y: head.height
        width: parent.width
        height: parent.height - y
        clip: true
        focus: true
        activeFocusOnTab: table.pressable
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        model: table.rows
        keyNavigationEnabled: true
        Keys.onReturnPressed: if (currentItem) currentItem.act()
        Keys.onEnterPressed: if (currentItem) currentItem.act()
        delegate: DRow {
            width: ListView.view.width
            objectName: list.parent.rowName + "_" + modelData.key
            table: list.parent
            onActed: {
                ListView.view.currentIndex = index
                list.parent.picked(modelData.key)
            }
        }
        DBar { of: list }
    }
}
