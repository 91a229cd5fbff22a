import QtQuick
import "../../controls"
import "../controls"

// All that happened to a copy, turn by turn.
DSheet {
    id: sheet
    property var of
    readonly property var one: of.one
    title: one.title || ""
    text: [one.number, one.copy, one.case].filter((part) => part).join("  ·  ")
    back: words.say("desk.close", words.language)
    primary: one.again ? words.say("printing_page.again", words.language) : ""
    onAccepted: of.say_of(one.key, "again")
    onDismissed: of.leave()
    Repeater {
        model: ["printer", "by", "why"]
        Row {
            id: line
            required property string modelData
            visible: said.text !== ""
            width: parent ? parent.width : 0
            spacing: Theme.gap
            T { width: Theme.d(Theme.large ? 200 : 150); text: words.say("printing_page." + line.modelData, words.language); color: Theme.inkSoft }
            T { id: said; width: line.width - x; text: sheet.one[line.modelData] || "" }
        }
    }
    Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
    Repeater {
        model: sheet.one.turns
        Row {
            id: turn
            required property var modelData
            required property int index
            width: parent.width
            spacing: Theme.gap
            T { width: Theme.d(Theme.large ? 230 : 180); text: turn.modelData.at; color: Theme.inkSoft }
            T { objectName: "turn_" + turn.index; width: turn.width - x; font.weight: Font.Medium
                text: [turn.modelData.state, turn.modelData.trouble].filter((part) => part !== "").join("  ·  ") }
        }
    }
}
