import QtQuick
import "../../controls"
import "../controls"

// One question in a line: its words at the left, what answers it at the right. `row` is an Asked.
Item {
    id: question
    property var row
    property bool alone: false
    readonly property bool ticks: row.kind === "choice" || row.kind === "ticks"
    readonly property bool typed: !ticks
    readonly property real beside: alone ? 0 : Math.round(width * 0.33)
    visible: row.asked
    height: visible ? Math.max(alone ? 0 : head.implicitHeight, answer.implicitHeight) : 0

    function focusFirst() {
        const item = kind.item
        if (item && item.input)
            item.input.forceActiveFocus(Qt.TabFocusReason)
        else if (item)
            item.focusFirst()
    }
    DLabel {
        id: head
        visible: !question.alone
        y: question.typed ? Theme.d(8) : Theme.d(6)
        width: question.beside - Theme.d(18)
        label: question.row.label
        hint: question.row.help
        optional: question.row.optional
    }
    Column {
        id: answer
        x: question.beside
        width: question.width - x
        spacing: Theme.d(4)
        Item {
            width: parent.width
            height: Math.max(kind.height, unknown.active ? unknown.height : 0)
            Loader {
                id: kind
                width: parent.width - (unknown.active ? unknown.width + Theme.d(10) : 0)
                enabled: !(question.typed && question.row.unknown)
                opacity: enabled ? 1 : 0.6
                sourceComponent: question.ticks ? options : question.row.kind === "long_text" ? long : line
            }
            Loader {
                id: unknown
                active: question.typed && question.row.offersUnknown
                anchors.right: parent.right
                sourceComponent: DCheck {
                    objectName: "q_" + question.row.id + "_unknown"
                    width: Math.min(implicitWidth + Theme.d(8), question.width * 0.3)
                    height: Math.max(implicitHeight, Theme.d(Theme.large ? 50 : 42))
                    text: question.row.unknownLabel
                    on: question.row.unknown
                    onActed: {
                        forceActiveFocus()
                        question.row.dontKnow(!question.row.unknown)
                    }
                }
            }
        }
        DLabel { visible: problem !== ""; width: parent.width; problem: question.row.problem }
    }
    Component {
        id: line
        DField {
            readonly property string how: question.row.kind
            boxName: "q_" + question.row.id
            name: question.row.label
            value: question.row.text
            maximum: question.row.maxLength
            suffix: how === "money" ? words.say("common.yuan", words.language) : ""
            placeholder: how === "date" ? words.say("desk.day_as", words.language) : ""
            onEdited: (text) => question.row.type(text)
        }
    }
    Component {
        id: long
        DLong {
            boxName: "q_" + question.row.id
            name: question.row.label
            lines: 2
            value: question.row.text
            maximum: question.row.maxLength
            onEdited: (text) => question.row.type(text)
        }
    }
    Component {
        id: options
        Options {
            boxName: "q_" + question.row.id
            options: question.row.options
            ticked: question.row.ticked
            many: question.row.kind === "ticks"
            unknownLabel: question.row.offersUnknown ? question.row.unknownLabel : ""
            unknown: question.row.unknown
            onPicked: (id) => question.row.tick(id)
            onUnknownPicked: question.row.dontKnow(!question.row.unknown)
        }
    }
}
