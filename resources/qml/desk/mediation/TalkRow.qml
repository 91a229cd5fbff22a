import QtQuick
import "../../controls"
import "../controls"

// One thing that was said. What is not for both sides has a dark or amber edge, a tinted ground and the word.
Rectangle {
    id: row
    property var said: ({})
    readonly property color edge: said.tone === "ink" ? Theme.night : said.tone === "amber" ? Theme.amber : Theme.jade
    implicitHeight: told.height + Theme.d(22)
    radius: Theme.d(8)
    color: said.tone === "ink" ? Theme.sand : said.tone === "amber" ? Theme.amberSoft : Theme.card
    border.width: Theme.hair
    border.color: said.private ? edge : Theme.line
    Rectangle { width: Theme.d(6); height: parent.height; radius: Theme.d(3); color: row.edge }
    Column {
        id: told
        x: Theme.d(18)
        y: Theme.d(11)
        width: parent.width - x - Theme.d(14)
        spacing: Theme.d(6)
        Flow {
            width: parent.width
            spacing: Theme.d(8)
            DChip { text: row.said.offer; tone: "sand"; lifted: row.said.private }
            T { width: Math.min(implicitWidth, parent.width); text: row.said.who; font.weight: Font.Bold }
            T { visible: text !== ""; text: row.said.amount; font.pixelSize: Theme.d(Theme.large ? 27 : 21); font.weight: Font.Bold; color: Theme.jade; wrapMode: Text.NoWrap }
            Mark { objectName: "mark_" + row.said.n; text: row.said.reader; tone: row.said.tone; width: Math.min(implicitWidth, parent.width) }
            DChip { text: row.said.answer; tone: row.said.answerTone; lifted: row.said.private }
        }
        T {
            objectName: "said_" + row.said.n
            visible: text !== ""
            width: parent.width
            text: row.said.text
            color: row.said.hidden ? Theme.inkSoft : Theme.ink
            font.italic: row.said.hidden
        }
        Flow {
            width: parent.width
            spacing: Theme.d(8)
            Repeater {
                model: row.said.answers
                DButton {
                    required property var modelData
                    objectName: "answer_" + row.said.n + "_" + modelData.id
                    small: true
                    text: modelData.label
                    name: words.fill("mediate.answer_name", {n: row.said.offer, answer: modelData.label}, words.language)
                    enabled: !case_.mediation.talk.busy
                    onActed: case_.mediation.talk.answer(row.said.n, modelData.id)
                }
            }
            T {
                height: row.said.answers.length > 0 ? Theme.d(Theme.large ? 42 : 34) : implicitHeight
                verticalAlignment: Text.AlignVCenter
                text: [row.said.session, row.said.at].filter((part) => part !== "").join("  ·  ")
                font.pixelSize: Theme.small
                color: Theme.inkSoft
            }
        }
    }
}
