import QtQuick
import "../../controls"
import "../controls"

// The clause library: what is typed is looked for at once; arrows go through what was found, Enter adds.
Column {
    id: library
    readonly property var sheet: drafting.sheet
    readonly property alias input: field.input
    spacing: Theme.d(6)
    function go(at) {
        const row = rows.itemAt(at)
        if (row)
            row.forceActiveFocus(Qt.TabFocusReason)
        else if (at < 0)
            field.input.forceActiveFocus()
    }
    DField {
        id: field
        width: parent.width
        boxName: "clauseSearch"
        search: true
        name: words.say("drafting.search_name", words.language)
        placeholder: words.say("drafting.search", words.language)
        keys: "Ctrl+F"
        value: library.sheet.searched
        maximum: 40
        onEdited: (text) => library.sheet.search(text)
        onAccepted: if (rows.count > 0 && library.sheet.searched !== "") library.sheet.add(library.sheet.offered[0].id)
        Keys.onDownPressed: if (rows.count > 0) library.go(0)
    }
    T { visible: !results.visible; width: parent.width; font.pixelSize: Theme.small; color: Theme.inkSoft
        text: words.fill("drafting.library", {n: library.sheet.library}, words.language) }
    Rectangle {
        id: results
        visible: library.sheet.searched !== ""
        width: parent.width
        implicitHeight: list.height + Theme.d(12)
        radius: Theme.d(8)
        color: Theme.card
        border.width: Theme.bold
        border.color: Theme.jade
        Accessible.role: Accessible.List
        Accessible.name: words.say("drafting.search_name", words.language)
        Column {
            id: list
            x: Theme.d(6)
            y: Theme.d(6)
            width: parent.width - 2 * x
            T { visible: rows.count === 0; width: parent.width; padding: Theme.d(8); key: "drafting.found_none"; color: Theme.inkSoft }
            Repeater {
                id: rows
                model: results.visible ? library.sheet.offered : []
                Press {
                    id: row
                    required property var modelData
                    required property int index
                    objectName: "clause_" + modelData.id
                    width: list.width
                    height: said.height + Theme.d(14)
                    name: words.fill("drafting.add_name", {label: modelData.label}, words.language)
                    Accessible.role: Accessible.ListItem
                    onActed: library.sheet.add(modelData.id)
                    Keys.onDownPressed: library.go(index + 1)
                    Keys.onUpPressed: library.go(index - 1)
                    Rectangle { anchors.fill: parent; radius: Theme.d(6)
                                color: over.hovered || row.activeFocus || row.index === 0 && field.input.activeFocus ? Theme.jadeSoft : "transparent" }
                    HoverHandler { id: over }
                    Column {
                        id: said
                        x: Theme.d(10)
                        y: Theme.d(7)
                        width: parent.width - 2 * x - (used.visible ? used.width + Theme.d(8) : 0)
                        T { width: parent.width; text: row.modelData.label; font.weight: Font.Bold; Accessible.ignored: true }
                        T { width: parent.width; text: row.modelData.needs; font.pixelSize: Theme.small; color: Theme.inkSoft; Accessible.ignored: true }
                    }
                    DChip { id: used; anchors.right: parent.right; anchors.rightMargin: Theme.d(10); anchors.verticalCenter: parent.verticalCenter
                            text: row.modelData.used; tone: "sand" }
                    FocusRing { of: row }
                }
            }
        }
    }
}
