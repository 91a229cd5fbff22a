import QtQuick
import "../../controls"
import "../controls"

// A printer is taken away, or another device accepted in its place: asked first.
DSheet {
    id: sheet
    property var of
    readonly property bool removes: of.sheet === "remove"
    title: of.sheet === "" ? "" : words.fill("printing_page." + of.sheet + "_title", {name: of.typed.name}, words.language)
    text: of.sheet === "" ? "" : words.say("printing_page." + of.sheet + "_text", words.language)
    primary: words.say(removes ? "printing_page.remove_go" : "printing_page.accept", words.language)
    danger: removes
    wide: Theme.d(Theme.large ? 760 : 600)
    onAccepted: of.accept()
    onDismissed: of.leave()
    DLabel { visible: problem !== ""; width: parent.width; problem: sheet.of.problem }
}
