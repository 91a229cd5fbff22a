import QtQuick
import "../../controls"
import ".."

Frame {
    title: words.say("page.about", words.language)
    lead: words.say("tiles.lead", words.language)
    onGoBack: filing.back()

    Grid {
        id: grid
        width: parent.width
        columns: Theme.large && Theme.portrait ? 1 : width >= Theme.d(1300) && !Theme.large ? 3 : 2
        spacing: Theme.gap
        readonly property real cell: (width - (columns - 1) * spacing) / columns
        readonly property var icons: ({trademark: "brand", patent: "bulb", copyright: "book", trade_secret: "key",
                                       competition: "scale", unsure: "info"})
        Repeater {
            model: filing.kinds
            Tile {
                objectName: "kind_" + modelData.id
                width: grid.cell
                height: Math.max(implicitHeight, grid.columns === 1 ? 0 : grid.columns === 3 ? Theme.d(320) : Theme.d(280))
                wide: grid.columns === 1
                icon: grid.icons[modelData.id] || "file"
                title: modelData.title
                sub: modelData.sub
                note: words.say(modelData.open ? "tiles.here" : "tiles.counter", words.language)
                noteTone: modelData.open ? Theme.jade : Theme.amber
                onActed: filing.choose(modelData.id)
            }
        }
    }
}
