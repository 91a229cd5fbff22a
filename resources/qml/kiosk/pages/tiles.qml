import QtQuick
import "../../controls"
import ".."

Frame {
    title: words.say("page.about", words.language)
    lead: grid.broad ? "" : words.say("tiles.lead", words.language)
    onGoBack: filing.back()

    Grid {
        id: grid
        width: parent.width
        readonly property bool broad: !Theme.portrait && !Theme.large && width >= Theme.d(1300)
        columns: Theme.large && Theme.portrait ? 1 : 2
        spacing: broad ? Theme.d(16) : Theme.gap
        readonly property real cell: (width - (columns - 1) * spacing) / columns
        readonly property var icons: ({trademark: "brand", patent: "bulb", copyright: "book", trade_secret: "key",
                                       competition: "scale", unsure: "question", design: "box",
                                       geographical_indication: "pin", technology_contract: "contract",
                                       report: "bell"})
        readonly property bool beside: columns > 1 && !broad
        property real tallest: 0
        function measure() {
            var most = 0
            for (var i = 0; i < kinds.count; i++)
                if (kinds.itemAt(i))
                    most = Math.max(most, kinds.itemAt(i).implicitHeight)
            tallest = most
        }
        Repeater {
            id: kinds
            model: filing.kinds
            Tile {
                objectName: "kind_" + modelData.id
                width: grid.cell
                height: Math.max(implicitHeight, grid.columns === 1 ? 0 : grid.tallest)
                onImplicitHeightChanged: grid.measure()
                wide: grid.columns === 1 || grid.broad
                low: grid.broad
                beside: grid.beside
                icon: grid.icons[modelData.id] || "file"
                title: modelData.title
                sub: modelData.sub
                note: modelData.open ? "" : words.say("tiles.counter", words.language)
                noteTone: Theme.amber
                onActed: filing.choose(modelData.id)
            }
        }
    }
}
