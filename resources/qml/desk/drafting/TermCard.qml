import QtQuick
import "../../controls"
import "../controls"

// A term on the sheet: folded it tells how it reads; unfolded its blanks are filled in.
FocusScope {
    id: card
    required property int index
    property var term
    readonly property var sheet: drafting.sheet
    readonly property bool unfolded: sheet.at === index
    readonly property color tone: term.tone === "seal" ? Theme.seal : term.tone === "amber" ? Theme.amber : term.tone === "jade" ? Theme.jade : Theme.inkSoft
    objectName: "card_" + index
    implicitHeight: column.height + Theme.d(24)
    function focusHead() { head.forceActiveFocus(Qt.TabFocusReason) }
    function focusBlank(slot) {
        if (!blanks.item || !blanks.item.focusAt(slot))
            focusHead()
    }
    Shortcut { enabled: card.activeFocus; sequences: ["Alt+Up"]; onActivated: card.sheet.move(card.index, -1) }
    Shortcut { enabled: card.activeFocus; sequences: ["Alt+Down"]; onActivated: card.sheet.move(card.index, 1) }
    Shortcut { enabled: card.activeFocus; sequences: ["Alt+Del"]; onActivated: card.sheet.leaveOut(card.index) }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card
        border.width: card.unfolded ? Theme.bold : Theme.hair
        border.color: card.unfolded ? Theme.jade : Theme.line
    }
    Column {
        id: column
        x: Theme.d(14)
        y: Theme.d(12)
        width: parent.width - 2 * x
        spacing: Theme.d(12)
        Item {
            width: parent.width
            height: Math.max(head.height, tools.height)
            Press {
                id: head
                objectName: "unfold_" + card.index
                width: tools.x - Theme.d(8)
                height: Math.max(Theme.d(34), said.height)
                name: words.fill("drafting.unfold", {n: card.index + 1, label: card.term.label}, words.language)
                Accessible.checkable: true
                Accessible.checked: card.unfolded
                onActed: card.sheet.unfold(card.index)
                Rectangle {
                    id: number
                    y: Theme.d(2)
                    width: Theme.d(Theme.large ? 36 : 30)
                    height: width
                    radius: width / 2
                    color: "transparent"
                    border.width: Theme.bold
                    border.color: card.tone
                    T { anchors.centerIn: parent; text: card.index + 1; wrapMode: Text.NoWrap; font.weight: Font.Bold; color: card.tone; Accessible.ignored: true }
                }
                Column {
                    id: said
                    x: number.width + Theme.d(12)
                    width: parent.width - x
                    spacing: Theme.d(4)
                    Flow {
                        width: parent.width
                        spacing: Theme.d(8)
                        T { width: Math.min(implicitWidth, parent.width); text: card.term.label; font.weight: Font.Bold; Accessible.ignored: true }
                        DChip { text: card.term.change === "same" ? "" : words.say("drafting.change_" + card.term.change, words.language); tone: "jade" }
                        DChip { text: card.term.openBlanks > 0 ? words.fill("drafting.blanks_open", {n: card.term.openBlanks}, words.language) : ""; tone: "amber" }
                    }
                    T { width: parent.width; text: card.term.said; color: card.unfolded ? Theme.ink : Theme.inkSoft; Accessible.ignored: true }
                }
                FocusRing { of: head }
            }
            Row {
                id: tools
                anchors.right: parent.right
                spacing: Theme.d(2)
                DButton { objectName: "up_" + card.index; bare: true; small: true; icon: "up"; enabled: card.index > 0; activeFocusOnTab: card.unfolded
                          name: words.fill("drafting.up", {n: card.index + 1}, words.language); onActed: card.sheet.move(card.index, -1) }
                DButton { objectName: "down_" + card.index; bare: true; small: true; icon: "down"; enabled: card.index < card.sheet.terms.length - 1; activeFocusOnTab: card.unfolded
                          name: words.fill("drafting.down", {n: card.index + 1}, words.language); onActed: card.sheet.move(card.index, 1) }
                DButton { objectName: "leaveOut_" + card.index; bare: true; small: true; icon: "cross"; activeFocusOnTab: card.unfolded
                          name: words.fill("drafting.leave_out", {n: card.index + 1}, words.language); onActed: card.sheet.leaveOut(card.index) }
            }
        }
        Loader {
            id: blanks
            width: parent.width
            active: card.unfolded
            visible: active
            sourceComponent: Blanks { term: card.term; at: card.index }
        }
    }
}
