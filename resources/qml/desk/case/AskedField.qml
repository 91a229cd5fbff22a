import QtQuick
import "../../controls"
import "../controls"

// One thing that is asked, drawn by its kind. `field` is a ui.desk.field.FieldAsked.
Column {
    id: asked
    property var field
    readonly property bool chosen: ["choice", "choices", "staff", "party", "parties"].indexOf(field.kind) >= 0
    signal accepted()
    spacing: Theme.d(8)

    function focusInput() {
        if (kind.item)
            kind.item.focusInput()
    }
    Loader {
        id: kind
        width: parent.width
        sourceComponent: asked.chosen ? options : asked.field.kind === "text" ? text : day
    }
    Component {
        id: text
        Column {
            spacing: Theme.d(8)
            function focusInput() {
                box.input.forceActiveFocus()
                box.input.cursorPosition = box.input.length
            }
            DLong {
                id: box
                width: parent.width
                boxName: "asked_" + asked.field.id
                label: asked.field.label
                hint: asked.field.hint
                problem: asked.field.problem
                value: asked.field.text
                lines: 1
                enters: true
                onEdited: (typed) => asked.field.type(typed)
                onAccepted: asked.accepted()
            }
            Flow {
                visible: before.count > 0
                width: parent.width
                spacing: Theme.d(6)
                T { height: Theme.d(Theme.large ? 42 : 34); verticalAlignment: Text.AlignVCenter; key: "acting.offered"
                    font.pixelSize: Theme.small; color: Theme.inkSoft }
                Repeater {
                    id: before
                    model: asked.field.offered
                    DButton {
                        required property string modelData
                        required property int index
                        objectName: "offered_" + asked.field.id + "_" + index
                        width: Math.min(implicitWidth, asked.width)
                        small: true
                        text: modelData
                        onActed: {
                            const said = modelData
                            box.input.forceActiveFocus()
                            asked.field.type(said)
                        }
                    }
                }
            }
        }
    }
    Component {
        id: day
        Column {
            spacing: Theme.d(8)
            function focusInput() { line.input.forceActiveFocus() }
            DField {
                id: line
                width: parent.width
                boxName: "asked_" + asked.field.id
                label: asked.field.label
                hint: asked.field.hint
                problem: asked.field.problem
                placeholder: asked.field.kind === "day" ? words.say("acting.day_hint", words.language) : ""
                value: asked.field.text
                onEdited: (typed) => asked.field.type(typed)
                onAccepted: asked.accepted()
            }
            Flow {
                width: parent.width
                spacing: Theme.d(6)
                Repeater {
                    model: asked.field.quickDays
                    DButton {
                        required property var modelData
                        objectName: "quick_" + asked.field.id + "_" + modelData.days
                        small: true
                        text: modelData.label
                        onActed: asked.field.quick(modelData.days)
                    }
                }
                DChip { height: Theme.d(Theme.large ? 42 : 34); text: asked.field.read; tone: "jade"; icon: "check" }
            }
        }
    }
    Component {
        id: options
        Column {
            id: list
            spacing: Theme.d(4)
            function focusInput() {
                if (asked.field.filtered) {
                    find.item.input.forceActiveFocus()
                    return
                }
                if (everybody.visible)
                    return everybody.forceActiveFocus(Qt.TabFocusReason)
                for (let i = 0; i < rows.count; i++)
                    if (rows.itemAt(i).on)
                        return rows.itemAt(i).forceActiveFocus(Qt.TabFocusReason)
                for (let i = 0; i < rows.count; i++)
                    if (rows.itemAt(i).enabled)
                        return rows.itemAt(i).forceActiveFocus(Qt.TabFocusReason)
            }
            function go(from, by) {
                for (let i = from + by; i >= 0 && i < rows.count; i += by)
                    if (rows.itemAt(i).enabled)
                        return rows.itemAt(i).forceActiveFocus(Qt.TabFocusReason)
            }
            DLabel { width: parent.width; label: asked.field.label; hint: asked.field.hint; problem: asked.field.problem }
            Loader {
                id: find
                width: parent.width
                active: asked.field.filtered
                visible: active
                sourceComponent: DField {
                    boxName: "find_" + asked.field.id
                    search: true
                    name: words.say("acting.narrow", words.language)
                    placeholder: name
                    onEdited: (typed) => asked.field.narrow(typed)
                    onAccepted: list.go(-1, 1)
                }
            }
            DButton {
                id: everybody
                objectName: "all_" + asked.field.id
                visible: asked.field.everybody && rows.count > 1
                small: true
                key: "acting.all"
                name: words.fill("acting.all_of", {label: asked.field.label}, words.language)
                onActed: asked.field.all()
            }
            T { visible: rows.count === 0; width: parent.width; key: "acting.narrow_none"; color: Theme.inkSoft }
            Repeater {
                id: rows
                model: asked.field.choices
                DCheck {
                    required property var modelData
                    required property int index
                    objectName: "asked_" + asked.field.id + "_" + modelData.id
                    width: list.width
                    round: !asked.field.many
                    text: modelData.label
                    detail: modelData.detail
                    closed: modelData.closed
                    on: asked.field.chosen.indexOf(modelData.id) >= 0
                    activeFocusOnTab: asked.field.many || on || activeFocus || asked.field.chosen.length === 0
                    onActed: asked.field.pick(modelData.id)
                    // Enter chooses; on what was chosen before, it does what the dialog is for.
                    property bool before: false
                    Keys.onShortcutOverride: (event) => { before = on; event.accepted = false }
                    Keys.onReturnPressed: take()
                    Keys.onEnterPressed: take()
                    Keys.onDownPressed: list.go(index, 1)
                    Keys.onUpPressed: list.go(index, -1)
                    function take() {
                        if (before && round)
                            asked.accepted()
                    }
                }
            }
        }
    }
}
