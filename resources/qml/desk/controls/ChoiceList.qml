import QtQuick
import "../../controls"

// The open list of a DChoice, over everything else.
FocusScope {
    id: open
    property Item of
    property Item under
    focus: true
    signal dismissed()
    onDismissed: of.shut()
    Component.onDestruction: overlay.drop(open)
    Component.onCompleted: {
        overlay.put(open)
        const at = under.mapToItem(open, 0, 0)
        const below = height - at.y - under.height - Theme.d(12)
        const high = Math.min(rows.contentHeight + Theme.d(12), Theme.d(460))
        sheet.height = Math.min(high, Math.max(below, at.y - Theme.d(12)))
        sheet.width = Math.max(under.width, Theme.d(240))
        sheet.x = Math.min(at.x, width - sheet.width - Theme.d(8))
        sheet.y = sheet.height <= below ? at.y + under.height + Theme.d(4) : at.y - sheet.height - Theme.d(4)
        rows.currentIndex = Math.max(0, of.options.findIndex((option) => option.id === of.value))
        rows.positionViewAtIndex(rows.currentIndex, ListView.Contain)
        rows.forceActiveFocus()
    }
    function take(index) {
        const option = of.options[index]
        if (!option || option.closed)
            return
        const choice = of
        choice.picked(option.id)
        choice.shut()
    }

    MouseArea { anchors.fill: parent; onPressed: open.of.shut(); onWheel: open.of.shut() }
    Rectangle {
        id: sheet
        radius: Theme.d(8)
        color: Theme.card
        border.width: Theme.bold
        border.color: Theme.jade
        ListView {
            id: rows
            anchors.fill: parent
            anchors.margins: Theme.d(6)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: open.of.options
            keyNavigationEnabled: true
            Keys.onReturnPressed: open.take(currentIndex)
            Keys.onEnterPressed: open.take(currentIndex)
            Keys.onSpacePressed: open.take(currentIndex)
            Keys.onTabPressed: open.of.shut()
            Keys.onPressed: (event) => {
                const typed = event.text.toLowerCase()
                if (typed === "")
                    return
                const found = open.of.options.findIndex((option) => option.label.toLowerCase().startsWith(typed))
                if (found >= 0)
                    currentIndex = found
                event.accepted = true
            }
            delegate: Press {
                id: row
                required property var modelData
                required property int index
                objectName: open.of.boxName + "_" + modelData.id
                width: ListView.view.width
                height: said.height + Theme.d(14)
                enabled: !modelData.closed
                activeFocusOnTab: false
                name: modelData.label
                Accessible.role: Accessible.ListItem
                onActed: open.take(index)
                Rectangle {
                    anchors.fill: parent
                    radius: Theme.d(6)
                    color: row.ListView.isCurrentItem || over.hovered ? Theme.jadeSoft : "transparent"
                }
                HoverHandler { id: over }
                Column {
                    id: said
                    x: Theme.d(8)
                    y: Theme.d(7)
                    width: parent.width - 2 * x
                    T {
                        width: parent.width
                        text: row.modelData.label
                        font.weight: row.modelData.id === open.of.value ? Font.Bold : Font.Normal
                        color: row.enabled ? Theme.ink : Theme.off
                        Accessible.ignored: true
                    }
                    T {
                        visible: text !== ""
                        width: parent.width
                        text: row.modelData.closed || row.modelData.detail || ""
                        font.pixelSize: Theme.small
                        color: Theme.inkSoft
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
