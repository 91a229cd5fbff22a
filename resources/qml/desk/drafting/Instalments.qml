import QtQuick
import "../../controls"
import "../controls"

// Paying in parts: split equally to the fen from a first day on, or written one by one; the sum is checked while one types.
Column {
    id: pane
    property var blank
    property string called: ""
    signal accepted()
    spacing: Theme.d(8)
    readonly property real gap: Theme.d(10)
    readonly property real third: Math.floor((width - 2 * gap) / 3)
    function focusInput() {
        const first = rows.count > 0 && blank.cells.some((cell) => cell !== "") ? rows.itemAt(0).amount : many
        first.input.forceActiveFocus()
        return true
    }
    function focusRow(at) {
        if (at < rows.count)
            rows.itemAt(at).amount.input.forceActiveFocus()
        else
            accepted()
    }
    DLabel { width: parent.width; label: pane.blank.label; hint: words.say("drafting.divide_hint", words.language); problem: pane.blank.problem }
    Row {
        width: parent.width
        spacing: pane.gap
        DField { id: many; width: pane.third; boxName: pane.called + "_many"; hint: words.say("drafting.parts", words.language); name: hint; maximum: 3
                 value: pane.blank.planned[0]; onEdited: (typed) => pane.blank.plan(0, typed); onAccepted: first.input.forceActiveFocus() }
        DField { id: first; width: pane.third; boxName: pane.called + "_first"; hint: words.say("drafting.first", words.language); name: hint; maximum: 20
                 placeholder: words.say("acting.day_hint", words.language)
                 value: pane.blank.planned[1]; onEdited: (typed) => pane.blank.plan(1, typed); onAccepted: divide.act() }
        DField { width: pane.third; boxName: pane.called + "_months"; hint: words.say("drafting.months", words.language); name: hint; maximum: 2
                 value: pane.blank.planned[2]; onEdited: (typed) => pane.blank.plan(2, typed); onAccepted: divide.act() }
    }
    Flow {
        width: parent.width
        spacing: pane.gap
        DButton { id: divide; objectName: pane.called + "_divide"; small: true; icon: "check"; key: "drafting.divide"; enabled: pane.blank.divides
                  onActed: { pane.blank.divide(); Qt.callLater(pane.focusRow, 0) } }
        DButton { objectName: pane.called + "_add"; small: true; icon: "plus"; key: "drafting.part_add"
                  onActed: { pane.blank.addPart(); Qt.callLater(pane.focusRow, rows.count - 1) } }
    }
    Repeater {
        id: rows
        model: pane.blank.parts
        Column {
            id: row
            required property var modelData
            required property int index
            readonly property alias amount: amount
            width: pane.width
            spacing: Theme.d(2)
            Row {
                width: parent.width
                spacing: pane.gap
                T { id: name; anchors.verticalCenter: parent.verticalCenter; width: Theme.d(Theme.large ? 90 : 70); wrapMode: Text.NoWrap
                    text: words.fill("drafting.part", {n: row.index + 1}, words.language); Accessible.ignored: true }
                DField { id: amount; width: Math.floor((row.width - name.width - drop.width - 3 * pane.gap) / 2); boxName: pane.called + "_amount_" + row.index
                         name: words.fill("drafting.part_amount", {n: row.index + 1}, words.language); maximum: 40
                         value: pane.blank.cells[2 * row.index] || ""; onEdited: (typed) => pane.blank.typeAt(2 * row.index, typed)
                         onAccepted: day.input.forceActiveFocus() }
                DField { id: day; width: amount.width; boxName: pane.called + "_day_" + row.index; maximum: 20
                         name: words.fill("drafting.part_day", {n: row.index + 1}, words.language); placeholder: words.say("acting.day_hint", words.language)
                         value: pane.blank.cells[2 * row.index + 1] || ""; onEdited: (typed) => pane.blank.typeAt(2 * row.index + 1, typed)
                         onAccepted: pane.focusRow(row.index + 1) }
                DButton { id: drop; objectName: pane.called + "_drop_" + row.index; anchors.verticalCenter: parent.verticalCenter; bare: true; small: true; icon: "cross"
                          name: words.fill("drafting.part_drop", {n: row.index + 1}, words.language); onActed: pane.blank.dropPart(row.index) }
            }
            T { visible: text !== ""; x: name.width + pane.gap; width: parent.width - x; text: pane.blank.rolled[row.index] || ""; font.pixelSize: Theme.small; color: Theme.amber }
        }
    }
    T { objectName: pane.called + "_told"; visible: text !== ""; width: parent.width; text: pane.blank.sumTold; font.weight: Font.Medium
        color: pane.blank.fits ? Theme.jade : Theme.seal }
}
