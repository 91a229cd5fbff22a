import QtQuick
import "../../controls"
import "../controls"

// Many other sides: one a row, typed, pasted or read from the stick; each cell tells its own trouble.
DPane {
    id: pane
    readonly property var table: intake.sheet.table
    spacing: Theme.d(10)
    function focusFirst() { cell(0, 0) }
    function cell(row, column) {
        list.positionViewAtIndex(row, ListView.Contain)
        const item = list.itemAtIndex(row)
        if (item)
            item.focusCell(column)
    }
    Connections {
        target: pane.table
        function onFocusAsked(row, column) { Qt.callLater(pane.cell, row, column) }
    }
    Item {
        width: parent.width
        height: Math.max(title.height, buttons.height)
        T {
            id: title
            width: parent.width - buttons.width - Theme.d(12)
            key: "batch.title"
            font.pixelSize: Theme.d(Theme.large ? 26 : 20)
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Row {
            id: buttons
            anchors.right: parent.right
            spacing: Theme.d(8)
            DButton { objectName: "pasteRows"; key: "batch.paste"; small: true; icon: "paper"; onActed: pane.table.paste() }
            DButton { objectName: "rowsFromStick"; key: "batch.from_file"; small: true; icon: "usb"; onActed: pane.table.look() }
        }
    }
    T { width: parent.width; key: "batch.lead"; font.pixelSize: Theme.small; color: Theme.inkSoft }
    Flow {
        width: parent.width
        spacing: Theme.d(8)
        visible: pane.table.files.length > 0
        Repeater {
            model: pane.table.files
            DButton {
                required property string modelData
                required property int index
                objectName: "list_" + index
                text: modelData
                small: true
                onActed: pane.table.read(index)
            }
        }
    }
    Row {
        width: parent.width
        spacing: Theme.d(8)
        Item { width: Theme.d(34); height: 1 }
        Repeater {
            model: pane.table.columns
            T {
                required property var modelData
                width: list.wide
                text: modelData.label
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: Theme.inkSoft
            }
        }
    }
    ListView {
        id: list
        objectName: "sides"
        readonly property int many: Math.max(1, pane.table.columns.length)
        readonly property real wide: (width - Theme.d(34 + 40) - (many + 1) * Theme.d(8)) / many
        width: parent.width
        height: Math.min(contentHeight, Theme.d(420))
        clip: true
        spacing: Theme.d(6)
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.d(4000)
        model: pane.table.model
        delegate: Item {
            id: line
            required property int index
            required property var cells
            required property var wrong
            readonly property bool last: index === list.count - 1
            readonly property var troubles: pane.table.columns.map((column) => wrong[column.id] || "").filter((one) => one !== "")
            width: list.width
            height: fields.height + (told.visible ? told.height + Theme.d(4) : 0)
            function focusCell(column) { boxes.itemAt(column).input.forceActiveFocus(Qt.TabFocusReason) }
            Row {
                id: fields
                width: parent.width
                spacing: Theme.d(8)
                T {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.d(34)
                    horizontalAlignment: Text.AlignRight
                    text: line.last ? "＋" : line.index + 1
                    color: Theme.inkSoft
                    Accessible.ignored: true
                }
                Repeater {
                    id: boxes
                    model: pane.table.columns
                    DField {
                        required property var modelData
                        required property int index
                        width: list.wide
                        boxName: "side_" + line.index + "_" + modelData.id
                        name: words.fill("batch.cell", {n: line.index + 1, label: modelData.label}, words.language)
                        value: line.cells[index] || ""
                        onEdited: (text) => pane.table.type(line.index, index, text)
                        onAccepted: pane.cell(Math.min(list.count - 1, line.index + 1), 0)
                        Keys.onDownPressed: pane.cell(Math.min(list.count - 1, line.index + 1), index)
                        Keys.onUpPressed: pane.cell(Math.max(0, line.index - 1), index)
                        input.Keys.onPressed: (event) => {
                            if (event.matches(StandardKey.Paste) && pane.table.pasteRows())
                                event.accepted = true
                        }
                    }
                }
                DButton {
                    objectName: "removeSide_" + line.index
                    anchors.verticalCenter: parent.verticalCenter
                    visible: !line.last
                    bare: true
                    icon: "cross"
                    name: words.fill("batch.remove_row", {n: line.index + 1}, words.language)
                    onActed: pane.table.remove(line.index)
                }
            }
            DLabel {
                id: told
                visible: problem !== ""
                x: Theme.d(42)
                y: fields.height + Theme.d(4)
                width: parent.width - x
                problem: line.troubles.join("  ")
            }
        }
        DBar { of: list }
    }
    Row {
        spacing: Theme.d(16)
        T { objectName: "sideCount"; text: pane.table.count; font.pixelSize: Theme.small; font.weight: Font.Medium; wrapMode: Text.NoWrap }
        T { visible: text !== ""; text: pane.table.said; font.pixelSize: Theme.small; color: Theme.jade; wrapMode: Text.NoWrap }
    }
    T { width: parent.width; key: "batch.each"; font.pixelSize: Theme.small; color: Theme.inkSoft }
}
