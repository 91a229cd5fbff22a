import QtQuick
import "../../controls"
import "../controls"

// A term as it reads, with what became of it since the version before; pressed, it is changed.
Press {
    id: line
    required property int index
    property var term
    property bool pressed: false
    property bool compared: false
    readonly property bool narrow: width < Theme.d(Theme.large ? 620 : 480)
    objectName: "term_" + index
    enabled: pressed
    activeFocusOnTab: pressed
    name: words.fill("drafting.write_at", {n: index + 1}, words.language) + " " + term.label
    implicitHeight: Math.max(head.y + head.height, said.y + said.height) + Theme.d(16)
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: over.hovered && line.pressed ? Theme.jadeSoft : Theme.card
        border.width: Theme.hair
        border.color: Theme.line
    }
    HoverHandler { id: over }
    Column {
        id: head
        x: Theme.d(18)
        y: Theme.d(16)
        width: line.narrow ? parent.width - 2 * x : Math.round(Math.min(Theme.d(Theme.large ? 240 : 190), parent.width * 0.28))
        spacing: Theme.d(4)
        T { width: parent.width; text: (line.index + 1) + "  " + line.term.label; font.weight: Font.Bold; Accessible.ignored: true }
        Flow {
            width: parent.width
            spacing: Theme.d(6)
            DChip { text: line.compared && line.term.change !== "same" ? words.say("drafting.change_" + line.term.change, words.language) : ""; tone: "jade" }
            DChip { text: line.term.openBlanks > 0 ? words.fill("drafting.blanks_open", {n: line.term.openBlanks}, words.language) : ""; tone: "amber" }
        }
    }
    Column {
        id: said
        x: line.narrow ? head.x : head.x + head.width + Theme.d(16)
        y: line.narrow ? head.y + head.height + Theme.d(6) : head.y
        width: parent.width - x - Theme.d(18)
        spacing: Theme.d(4)
        T { width: parent.width; text: line.term.said; Accessible.ignored: true }
        T {
            visible: line.compared && line.term.before !== ""
            width: parent.width
            text: words.say("drafting.before", words.language) + "  " + line.term.before
            font.pixelSize: Theme.small
            font.strikeout: true
            color: Theme.inkSoft
            Accessible.ignored: true
        }
    }
    FocusRing { of: line }
}
