import QtQuick

// Any question of a form, asked by its kind. `row` is one ui.kiosk.form.Asked.
Column {
    id: entry
    property var row
    property string heading: ""
    readonly property string label: row.label === heading ? "" : row.label
    spacing: Theme.d(16)

    function focusFirst() {
        var item = kind.item
        if (item && item.input)
            item.input.forceActiveFocus()
        else if (item)
            item.focusFirst()
    }

    Loader {
        id: kind
        readonly property bool typed: entry.row.kind !== "choice" && entry.row.kind !== "ticks"
        width: parent.width
        enabled: !(typed && entry.row.unknown)
        opacity: enabled ? 1 : 0.4
        sourceComponent: entry.row.kind === "choice" || entry.row.kind === "ticks" ? options
                       : entry.row.kind === "long_text" ? longText
                       : entry.row.kind === "date" ? day : line
    }
    Choice {
        objectName: "q_" + entry.row.id + "_unknown"
        visible: entry.row.offersUnknown
        width: parent.width
        many: true
        title: entry.row.unknownLabel
        on: entry.row.unknown
        onActed: {
            forceActiveFocus()
            Qt.inputMethod.hide()
            entry.row.dontKnow(!entry.row.unknown)
        }
    }

    Component {
        id: line
        Field {
            readonly property string how: entry.row.kind
            boxName: "q_" + entry.row.id
            label: entry.label
            name: entry.row.label
            help: entry.row.help
            optional: entry.row.optional
            problem: entry.row.problem
            value: entry.row.text
            mask: entry.row.mask
            maximum: entry.row.maxLength
            prefix: how === "money" ? "¥" : ""
            suffix: how === "money" ? words.say("common.yuan", words.language) : ""
            extra: how === "id_number" ? "X" : ""
            boxWidth: how === "money" || how === "phone" || how === "trademark_number"
                      ? Math.min(width, Theme.d(Theme.large ? 720 : 560)) : width
            hints: how === "phone" || how === "money" || how === "id_number" ? Qt.ImhDigitsOnly
                 : how === "trademark_number" || how === "trademark_classes"
                   ? Qt.ImhPreferNumbers | Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                 : how === "credit_code" ? Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                 : Qt.ImhNone
            onEdited: (text) => entry.row.type(text)
        }
    }
    Component {
        id: longText
        LongField {
            boxName: "q_" + entry.row.id
            label: entry.label
            name: entry.row.label
            help: entry.row.help
            optional: entry.row.optional
            problem: entry.row.problem
            value: entry.row.text
            maximum: entry.row.maxLength
            onEdited: (text) => entry.row.type(text)
        }
    }
    Component {
        id: day
        DateBoxes {
            boxName: "q_" + entry.row.id
            label: entry.label
            help: entry.row.help
            optional: entry.row.optional
            problem: entry.row.problem
            value: entry.row.text
            onEdited: (text) => entry.row.type(text)
        }
    }
    Component {
        id: options
        Column {
            spacing: Theme.d(16)
            function focusFirst() {
                if (repeater.count > 0)
                    repeater.itemAt(0).forceActiveFocus()
            }
            QuestionHead {
                width: parent.width
                label: entry.label
                help: entry.row.help
                problem: entry.row.problem
                optional: entry.row.optional
            }
            Repeater {
                id: repeater
                model: entry.row.options
                Choice {
                    objectName: "q_" + entry.row.id + "_" + modelData.id
                    width: parent.width
                    many: entry.row.kind === "ticks"
                    title: modelData.title
                    sub: modelData.sub
                    on: entry.row.ticked.indexOf(modelData.id) >= 0
                    onActed: {
                        forceActiveFocus()
                        entry.row.tick(modelData.id)
                    }
                }
            }
        }
    }
}
