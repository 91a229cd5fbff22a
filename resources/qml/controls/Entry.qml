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

    // Two options stand side by side where each one's words fit half the width, its legal word in two lines.
    function wide(text, size) {
        var units = 0
        for (var i = 0; i < text.length; i++)
            units += text.charCodeAt(i) > 0x2000 ? 1 : 0.58
        return units * size
    }
    function fitsHalf(width) {
        var room = (width - Theme.d(16)) / 2 - Theme.d(124)
        return row.options.length > 1 && row.options.every((option) =>
            wide(option.title, Theme.body) <= room && wide(option.sub, Theme.small) <= 1.8 * room)
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
    Loader {
        width: parent.width
        active: entry.row.offersUnknown && kind.typed
        visible: active
        sourceComponent: Choice {
            objectName: "q_" + entry.row.id + "_unknown"
            many: true
            title: entry.row.unknownLabel
            on: entry.row.unknown
            onActed: {
                forceActiveFocus()
                Qt.inputMethod.hide()
                entry.row.dontKnow(!entry.row.unknown)
            }
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
            suffix: how === "money" ? words.say("common.yuan", words.language) : ""
            extra: how === "id_number" ? "X" : how === "phone" ? "+" : ""
            boxWidth: how === "money" || how === "phone" || how === "trademark_number" || how === "other_id"
                      ? Math.min(width, Theme.d(Theme.large ? 720 : 560)) : width
            hints: how === "phone" || how === "money" || how === "id_number" ? Qt.ImhDigitsOnly
                 : how === "trademark_number" || how === "trademark_classes"
                   ? Qt.ImhPreferNumbers | Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                 : how === "credit_code" || how === "other_id" || how === "patent_number" ? Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                 : Qt.ImhNone
            digits: how === "credit_code" || how === "other_id" || how === "patent_number"
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
            Grid {
                id: grid
                readonly property bool paired: entry.fitsHalf(width)
                readonly property real cell: paired ? (width - spacing) / 2 : width
                width: parent.width
                columns: paired ? 2 : 1
                spacing: Theme.d(16)
                Repeater {
                    id: repeater
                    model: entry.row.options
                    Choice {
                        required property var modelData
                        required property int index
                        readonly property var beside: !grid.paired ? null
                            : (index ^ 1) < repeater.count ? repeater.itemAt(index ^ 1) : null
                        objectName: "q_" + entry.row.id + "_" + modelData.id
                        width: grid.cell
                        height: Math.max(implicitHeight, beside ? beside.implicitHeight : 0)
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
                Loader {
                    width: grid.cell
                    active: entry.row.offersUnknown
                    visible: active
                    sourceComponent: Choice {
                        objectName: "q_" + entry.row.id + "_unknown"
                        title: entry.row.unknownLabel
                        on: entry.row.unknown
                        onActed: {
                            forceActiveFocus()
                            entry.row.dontKnow(!entry.row.unknown)
                        }
                    }
                }
            }
        }
    }
}
