import QtQuick
import "../../controls"
import ".."

Frame {
    id: home
    title: words.say("home.title", words.language)
    lead: Theme.compact ? "" : words.say("home.lead", words.language)
    showBack: false
    inSession: false
    titleSize: Theme.portrait && !Theme.large ? Theme.banner : Theme.heading
    notes: {
        if (!Theme.compact)
            return kiosk.notes
        if (!Theme.large)
            return kiosk.shortNotes
        const warnings = kiosk.shortNotes.filter(note => note.tone === "warn")
        return warnings.length > 0 ? warnings.slice(0, 2) : kiosk.shortNotes.slice(0, 1)
    }
    widest: Theme.d(1600)

    // Every way in but the great one. Another row here is another tile: there is room.
    readonly property var ways: [
        {name: "report", icon: "eye"},
        {name: "complained", icon: "reply"},
        {name: "track", icon: "track"},
        {name: "resume", icon: "resume"},
        {name: "reprint", icon: "printer"},
        {name: "message", icon: "pen"}
    ]
    function go(way) {
        switch (way) {
        case "report": kiosk.report(); break
        case "complained": kiosk.answer(); break
        case "track": kiosk.track(); break
        case "reprint": kiosk.reprint(); break
        case "message": kiosk.message(); break
        default: kiosk.open(way)
        }
    }

    Banner {
        objectName: "restarted"
        visible: kiosk.restarted !== ""
        width: parent.width
        icon: "resume"
        text: kiosk.restarted
    }
    Banner {
        objectName: "notice"
        visible: kiosk.notice !== ""
        width: parent.width
        tone: "amber"
        text: kiosk.notice
    }
    Tile {
        id: main
        objectName: "file"
        width: parent.width
        height: Math.max(implicitHeight, Theme.portrait && !Theme.large ? Theme.d(304) : 0)
        primary: true
        wide: !Theme.portrait
        icon: "file"
        title: words.say("home.file", words.language)
        sub: words.say((kiosk.cards ? "home.file_card" : "home.file_sub") + (kiosk.prints ? "" : "_later"), words.language)
        onActed: kiosk.begin()
    }
    Grid {
        id: grid
        width: parent.width
        columns: Theme.large && (Theme.portrait || Theme.compact) ? 1
                 : Theme.portrait || Theme.large || Theme.compact ? 2 : 3
        spacing: Theme.gap
        readonly property int rows_: Math.ceil(home.ways.length / columns)
        readonly property real cell: (width - (columns - 1) * spacing) / columns
        readonly property real room: home.scroll.height - grid.y - Theme.d(48)
        readonly property real share: (room - (rows_ - 1) * spacing) / rows_
        readonly property real tallest: {
            var most = 0
            for (var i = 0; i < tiles.count; i++)
                if (tiles.itemAt(i))
                    most = Math.max(most, tiles.itemAt(i).implicitHeight)
            return most
        }
        Repeater {
            id: tiles
            model: home.ways
            Tile {
                objectName: modelData.name
                width: grid.cell
                height: Math.max(grid.tallest, Math.min(grid.share, Theme.d(264)))
                wide: grid.columns === 1
                beside: !wide
                icon: modelData.icon
                title: words.say("home." + modelData.name, words.language)
                sub: words.say("home." + modelData.name + "_sub", words.language)
                onActed: home.go(modelData.name)
            }
        }
    }
}
