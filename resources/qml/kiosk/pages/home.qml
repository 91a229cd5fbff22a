import QtQuick
import "../../controls"
import ".."

Frame {
    id: home
    title: words.say("home.title", words.language)
    lead: Theme.compact ? "" : words.say("home.lead", words.language)
    showBack: false
    inSession: false
    titleSize: Theme.compact ? Theme.heading : Theme.banner
    note: kiosk.status
    widest: Theme.d(1600)

    Banner {
        objectName: "notice"
        visible: kiosk.notice !== ""
        width: parent.width
        tone: "amber"
        text: kiosk.notice
    }
    Grid {
        width: parent.width
        columns: stacked ? 1 : 2
        spacing: Theme.gap
        readonly property bool stacked: Theme.portrait || (Theme.large && Theme.compact)
        readonly property real half: (width - Theme.gap) / 2
        Tile {
            objectName: "file"
            width: parent.stacked ? parent.width : parent.half
            height: Theme.portrait ? Math.max(Theme.d(432), implicitHeight) : parent.stacked ? implicitHeight
                                                                                          : ways.height
            primary: true
            icon: "file"
            title: words.say("home.file", words.language)
            sub: words.say("home.file_sub", words.language)
            onActed: kiosk.begin()
        }
        Grid {
            id: ways
            width: parent.stacked ? parent.width : parent.half
            columns: Theme.portrait && !Theme.large ? 2 : 1
            spacing: Theme.gap
            readonly property real cell: columns === 2 ? (width - Theme.gap) / 2 : width
            readonly property real tall: columns === 2
                ? Math.max(Theme.d(336), track.implicitHeight, resume.implicitHeight)
                : !Theme.portrait && !Theme.compact ? Theme.d(200) : 0
            Tile {
                id: track
                objectName: "track"
                width: ways.cell
                height: Math.max(ways.tall, implicitHeight)
                wide: ways.columns === 1
                icon: "track"
                title: words.say("home.track", words.language)
                sub: words.say("home.track_sub", words.language)
                onActed: kiosk.open("track")
            }
            Tile {
                id: resume
                objectName: "resume"
                width: ways.cell
                height: Math.max(ways.tall, implicitHeight)
                wide: ways.columns === 1
                icon: "resume"
                title: words.say("home.resume", words.language)
                sub: words.say("home.resume_sub", words.language)
                onActed: kiosk.open("resume")
            }
            Tile {
                objectName: "complained"
                visible: ways.columns === 1
                width: ways.cell
                height: Math.max(ways.tall, implicitHeight)
                wide: true
                icon: "reply"
                title: words.say("home.complained", words.language)
                sub: words.say("home.complained_sub", words.language)
                onActed: kiosk.open("complained")
            }
        }
        Tile {
            objectName: ways.columns === 2 ? "complained" : ""
            visible: ways.columns === 2
            width: parent.width
            wide: true
            icon: "reply"
            title: words.say("home.complained", words.language)
            sub: words.say("home.complained_sub", words.language)
            onActed: kiosk.open("complained")
        }
    }
}
