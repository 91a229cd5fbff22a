import QtQuick
import "../../controls"
import "../controls"

// The matters as stages, from the filing on; each can be pressed. At the right how long it took so far.
Rectangle {
    id: card
    readonly property bool tight: width < Theme.d(Theme.large ? 900 : 700)
    readonly property int stages: case_.matters.length + 1
    readonly property real cell: (rail.width) / stages
    implicitHeight: Math.max(rail.height, clock.height) + Theme.d(32)
    radius: Theme.d(14)
    color: Theme.card
    border.width: Theme.hair
    border.color: Theme.line

    Item {
        id: rail
        x: Theme.d(8)
        y: Theme.d(16)
        width: line.x - x - Theme.d(8)
        height: row.height
        Accessible.role: Accessible.List
        Accessible.name: words.say("case.rail", words.language)
        Row {
            id: row
            RailStage {
                objectName: "matter_filed"
                width: card.cell
                first: true
                last: card.stages === 1
                past: true
                title: case_.under.length ? words.say("case.filed", words.language) : ""
                state: case_.filedAt
            }
            Repeater {
                model: case_.matters
                RailStage {
                    required property var modelData
                    required property int index
                    objectName: "matter_" + modelData.n
                    width: card.cell
                    last: index === card.stages - 2
                    here: case_.matter === modelData.n
                    past: modelData.ended
                    n: index + 2
                    title: modelData.track
                    state: modelData.state
                    who: modelData.who
                    name: words.fill("case.rail_name", {track: modelData.track, state: modelData.state, who: modelData.who},
                                     words.language)
                    onActed: case_.choose(modelData.n)
                }
            }
        }
    }
    Rectangle {
        id: line
        x: clock.x - Theme.d(20)
        y: Theme.d(20)
        width: Theme.hair
        height: parent.height - 2 * y
        color: Theme.line
    }
    Column {
        id: clock
        objectName: "elapsed"
        readonly property color tone: case_.elapsed.tone === "amber" ? Theme.amber : Theme.jade
        x: parent.width - width - Theme.d(16)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.d(card.tight ? (Theme.large ? 190 : 148) : (Theme.large ? 260 : 214))
        spacing: Theme.d(2)
        T {
            width: parent.width
            text: case_.elapsed.label || ""
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }
        T {
            objectName: "elapsedTime"
            width: parent.width
            text: case_.elapsed.time || ""
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            font.pixelSize: Theme.d((card.tight ? 36 : 46) + (Theme.large ? 6 : 0))
            font.weight: Font.Bold
            color: clock.tone
        }
        T {
            objectName: "elapsedTold"
            width: parent.width
            text: case_.elapsed.told || ""
            font.pixelSize: Theme.small
            color: clock.tone
        }
    }
}
