import QtQuick
import "../../controls"
import "../controls"

// One blank, drawn by its kind. `blank` is a ui.desk.drafting_slots.SlotField.
Item {
    id: slot
    property var blank
    property string called: ""
    readonly property string kind: blank.kind
    readonly property string ready: blank.ready ? words.say("drafting.is_ready", words.language) : ""
    signal accepted()
    implicitHeight: field.item ? field.item.implicitHeight : 0
    function focusInput() { return field.item ? field.item.focusInput() : false }
    Loader {
        id: field
        width: parent.width
        sourceComponent: ({text: words_, place: words_, list: lines, sum: line, day: day, count: line, party: choice, choice: choice,
                           account: account, instalments: instalments})[slot.kind]
    }
    component Known: DChip { text: slot.ready; tone: "jade"; icon: "check" }
    Component {
        id: words_
        Column {
            spacing: Theme.d(4)
            function focusInput() { box.input.forceActiveFocus(); box.input.cursorPosition = box.input.length; return true }
            DLong { id: box; width: parent.width; boxName: slot.called; label: slot.blank.label; problem: slot.blank.problem; value: slot.blank.text
                    lines: 1; enters: true; maximum: 1000; onEdited: (typed) => slot.blank.type(typed); onAccepted: slot.accepted() }
            Known {}
        }
    }
    Component {
        id: lines
        Column {
            spacing: Theme.d(4)
            function focusInput() { box.input.forceActiveFocus(); box.input.cursorPosition = box.input.length; return true }
            DLong { id: box; width: parent.width; boxName: slot.called; label: slot.blank.label; problem: slot.blank.problem; value: slot.blank.text
                    hint: words.say("drafting.list_hint", words.language); lines: 2; onEdited: (typed) => slot.blank.type(typed); onAccepted: slot.accepted() }
            Known {}
        }
    }
    Component {
        id: line
        Column {
            spacing: Theme.d(4)
            function focusInput() { box.input.forceActiveFocus(); box.input.selectAll(); return true }
            DField { id: box; width: parent.width; boxName: slot.called; label: slot.blank.label; problem: slot.blank.problem; value: slot.blank.text
                     placeholder: slot.kind === "sum" ? words.say("drafting.sum_hint", words.language) : ""
                     maximum: 40; onEdited: (typed) => slot.blank.type(typed); onAccepted: slot.accepted() }
            T { objectName: slot.called + "_reads"; visible: text !== ""; width: parent.width; text: slot.blank.reads; font.pixelSize: Theme.small; color: Theme.jade }
            Known {}
        }
    }
    Component {
        id: day
        Column {
            spacing: Theme.d(4)
            function focusInput() { box.input.forceActiveFocus(); box.input.selectAll(); return true }
            DField { id: box; width: parent.width; boxName: slot.called; label: slot.blank.label; problem: slot.blank.problem; value: slot.blank.text
                     placeholder: words.say("acting.day_hint", words.language); maximum: 20
                     onEdited: (typed) => slot.blank.type(typed); onAccepted: slot.accepted() }
            Flow {
                width: parent.width
                spacing: Theme.d(4)
                Repeater {
                    model: slot.blank.quickDays
                    DButton { required property var modelData; objectName: slot.called + "_" + modelData.days; small: true; activeFocusOnTab: false
                              text: modelData.label; onActed: { slot.blank.quick(modelData.days); box.input.forceActiveFocus() } }
                }
            }
            T { objectName: slot.called + "_reads"; visible: text !== ""; width: parent.width; text: slot.blank.reads; font.pixelSize: Theme.small; color: Theme.jade }
            Known {}
        }
    }
    Component {
        id: choice
        Column {
            spacing: Theme.d(4)
            function focusInput() { box.input.forceActiveFocus(Qt.TabFocusReason); return true }
            DChoice { id: box; width: parent.width; boxName: slot.called; label: slot.blank.label; problem: slot.blank.problem; options: slot.blank.options
                      value: slot.blank.text; onPicked: (id) => slot.blank.type(id) }
            Known {}
        }
    }
    Component {
        id: account
        Column {
            id: rows
            spacing: Theme.d(4)
            readonly property bool paired: width > Theme.d(Theme.large ? 640 : 480)
            readonly property real part: paired ? Math.floor((width - 2 * Theme.d(10)) * 0.29) : width
            readonly property real rest: paired ? width - 2 * part - 2 * Theme.d(10) : width
            function focusInput() {
                const boxes = [holder, bank, number]
                const open = boxes.find((one) => one.input.text === "") || holder
                open.input.forceActiveFocus()
                return true
            }
            DLabel { width: parent.width; label: slot.blank.label; problem: slot.blank.problem }
            Flow {
                width: parent.width
                spacing: Theme.d(10)
                DField { id: holder; width: rows.part; boxName: slot.called + "_holder"; hint: words.say("drafting.holder", words.language); name: hint
                         value: slot.blank.cells[0] || ""; onEdited: (typed) => slot.blank.typeAt(0, typed); onAccepted: bank.input.forceActiveFocus() }
                DField { id: bank; width: rows.part; boxName: slot.called + "_bank"; hint: words.say("drafting.bank", words.language); name: hint
                         value: slot.blank.cells[1] || ""; onEdited: (typed) => slot.blank.typeAt(1, typed); onAccepted: number.input.forceActiveFocus() }
                DField { id: number; width: rows.rest; boxName: slot.called + "_number"; hint: words.say("drafting.number", words.language); name: hint; maximum: 40
                         value: slot.blank.cells[2] || ""; onEdited: (typed) => slot.blank.typeAt(2, typed); onAccepted: slot.accepted() }
            }
            Known {}
        }
    }
    Component {
        id: instalments
        Instalments { blank: slot.blank; called: slot.called; onAccepted: slot.accepted() }
    }
}
