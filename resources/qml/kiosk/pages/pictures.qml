import QtQuick
import "../../controls"
import ".."

Frame {
    title: pictures.title
    lead: Theme.portrait || tiles.count <= 4 ? pictures.lead : ""
    onGoBack: filing.back()

    Grid {
        id: grid
        width: parent.width
        columns: Theme.large && (Theme.portrait || Theme.compact) ? 1
               : width >= Theme.d(1300) && !Theme.large && tiles.count > 2 ? 3 : 2
        spacing: Theme.gap
        readonly property real cell: (width - (columns - 1) * spacing) / columns
        readonly property bool beside: !Theme.portrait && columns === 2
        property real tallest: 0
        function measure() {
            var most = 0
            for (var i = 0; i < tiles.count; i++)
                if (tiles.itemAt(i))
                    most = Math.max(most, tiles.itemAt(i).implicitHeight)
            tallest = most
        }
        Repeater {
            id: tiles
            model: pictures.options
            Tile {
                objectName: "picture_" + modelData.id
                width: grid.cell
                height: Math.max(implicitHeight, grid.columns === 1 ? 0 : grid.tallest)
                onImplicitHeightChanged: grid.measure()
                Component.onCompleted: grid.measure()
                wide: grid.columns === 1
                beside: grid.beside
                icon: modelData.icon
                title: modelData.title
                sub: modelData.sub
                note: pictures.chosen === modelData.id ? words.say("pictures.chosen", words.language) : ""
                noteTone: Theme.jade
                onActed: pictures.pick(modelData.id)
            }
        }
    }
}
