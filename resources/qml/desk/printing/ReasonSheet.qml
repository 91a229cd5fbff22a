import QtQuick
import "../../controls"
import "../controls"

// A copy was destroyed, never came, or is printed again: why.
DSheet {
    id: sheet
    property var of
    readonly property bool asks: of.sheet !== "" && of.sheet !== "turns"
    title: !asks ? "" : words.say("printing_page." + of.sheet + "_title", words.language)
    text: !asks ? "" : words.say("printing_page." + of.sheet + "_text", words.language)
    primary: !asks ? "" : words.say("printing_page." + of.sheet, words.language)
    wide: Theme.d(Theme.large ? 780 : 640)
    onAccepted: of.accept()
    onDismissed: of.leave()
    T { width: parent.width; text: [sheet.of.one.title, sheet.of.one.number, sheet.of.one.copy].filter((part) => part).join("  ·  "); font.weight: Font.Medium }
    DField {
        width: parent.width
        boxName: "copyReason"
        label: words.say("printing_page.reason", words.language)
        problem: sheet.of.problem
        maximum: 200
        value: sheet.of.one.reason
        onEdited: (text) => sheet.of.type(text)
        onAccepted: sheet.of.accept()
    }
}
