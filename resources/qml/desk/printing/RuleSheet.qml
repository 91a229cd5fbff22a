import QtQuick
import "../../controls"
import "../controls"

// Where and how a kind of paper prints.
DSheet {
    id: sheet
    property var of
    title: of.one.title
    primary: words.say("printing_page.keep", words.language)
    primaryClosed: of.one.refused
    onAccepted: of.accept()
    onDismissed: of.leave()
    buttons: DButton { objectName: "dropRule"; visible: sheet.of.one.drops; text: words.say("printing_page.rule_drop", words.language); onActed: sheet.of.drop() }
    DLabel { visible: problem !== ""; width: parent.width; problem: sheet.of.problem !== "" ? sheet.of.problem : sheet.of.one.refused }
    DChoice {
        width: parent.width
        boxName: "rulePrinter"
        label: words.say("printing_page.printer", words.language)
        options: sheet.of.printers
        value: sheet.of.one.printer
        onPicked: (id) => sheet.of.choose("printer", id)
    }
    DChoice {
        width: parent.width
        boxName: "ruleTray"
        label: words.say("printing_page.tray", words.language)
        options: sheet.of.trays
        value: sheet.of.one.tray
        onPicked: (id) => sheet.of.choose("tray", id)
    }
    DChoice {
        width: parent.width
        boxName: "ruleSides"
        label: words.say("printing_page.side", words.language)
        options: sheet.of.sides
        value: sheet.of.one.sides
        onPicked: (id) => sheet.of.choose("sides", id)
    }
    DChoice {
        width: parent.width
        boxName: "ruleCopies"
        label: words.say("printing_page.copies_label", words.language)
        hint: words.say("printing_page.copies_hint", words.language)
        options: sheet.of.counts
        value: sheet.of.one.copies
        onPicked: (id) => sheet.of.choose("copies", id)
    }
}
