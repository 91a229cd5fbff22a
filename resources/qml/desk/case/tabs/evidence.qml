import QtQuick
import "../../../controls"
import "../../controls"
import ".."

Grid {
    id: tab
    readonly property real least: Theme.d(Theme.large ? 270 : 210)
    columns: Math.max(1, Math.floor((width + columnSpacing) / (least + columnSpacing)))
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)
    Component.onCompleted: case_.evidence.draw()
    Connections {
        target: case_
        function onFiled() { case_.evidence.draw() }
    }
    Connections {
        target: case_.evidence
        function onLeft(n) {
            for (let i = 0; i < tiles.count; i++)
                if (tiles.itemAt(i).modelData.n === n)
                    tiles.itemAt(i).forceActiveFocus(Qt.TabFocusReason)
        }
    }
    DEmpty { visible: tiles.count === 0; width: tab.width; icon: "picture"; title: words.say("case.none_evidence", words.language) }
    Repeater {
        id: tiles
        model: case_.evidence.rows
        Press {
            id: tile
            required property var modelData
            required property int index
            objectName: "exhibit_" + modelData.n
            width: tab.cell
            implicitHeight: told.y + told.height + Theme.d(12)
            name: words.fill("case.look", {name: modelData.name}, words.language)
            onActed: case_.evidence.open(modelData.n)
            function go(by) {
                const next = tiles.itemAt(index + by)
                if (next)
                    next.forceActiveFocus(Qt.TabFocusReason)
            }
            Keys.onRightPressed: go(1)
            Keys.onLeftPressed: go(-1)
            Keys.onDownPressed: go(tab.columns)
            Keys.onUpPressed: go(-tab.columns)
            Rectangle {
                anchors.fill: parent
                radius: Theme.radius
                color: over.hovered ? Theme.jadeSoft : Theme.card
                border.width: Theme.hair
                border.color: Theme.edge
            }
            HoverHandler { id: over }
            Rectangle {
                id: frame
                x: Theme.d(8)
                y: x
                width: parent.width - 2 * x
                height: Math.round(width * 0.62)
                radius: Theme.d(6)
                color: Theme.sand
                Image {
                    anchors.fill: parent
                    anchors.margins: Theme.d(2)
                    visible: tile.modelData.picture !== ""
                    source: tile.modelData.picture
                    fillMode: Image.PreserveAspectFit
                    cache: false
                    Accessible.ignored: true
                }
                Icon {
                    visible: tile.modelData.picture === ""
                    anchors.centerIn: parent
                    size: Theme.d(44)
                    name: tile.modelData.icon
                    weight: 1.4
                    color: Theme.inkSoft
                }
                Rectangle {
                    visible: tile.modelData.icon === "film" && tile.modelData.picture !== ""
                    anchors.centerIn: parent
                    width: Theme.d(48)
                    height: width
                    radius: width / 2
                    color: Theme.ink
                    Icon { anchors.centerIn: parent; name: "film"; size: Theme.d(26); color: Theme.white }
                }
            }
            Column {
                id: told
                x: Theme.d(12)
                y: frame.y + frame.height + Theme.d(8)
                width: parent.width - 2 * x
                spacing: Theme.d(2)
                DText { width: parent.width; text: tile.modelData.label + "  " + tile.modelData.name; tip: tile.modelData.name
                        font.weight: Font.Medium; Accessible.ignored: true }
                T { width: parent.width; text: tile.modelData.about; font.pixelSize: Theme.small; color: Theme.inkSoft
                        Accessible.ignored: true }
                T { width: parent.width; text: tile.modelData.who; font.pixelSize: Theme.small; color: Theme.inkSoft
                        Accessible.ignored: true }
                DText { width: parent.width; text: tile.modelData.short; font.family: "monospace"; font.pixelSize: Theme.small
                        color: Theme.inkSoft; Accessible.ignored: true }
            }
            FocusRing { of: tile }
        }
    }
}
