import QtQuick
import "../../controls"
import "../case"

// While the public screen does something for this case, every other tab says so and can blank it at once.
Strip {
    id: line
    readonly property var screen: case_.mediation.screen
    called: "screenLine"
    tone: screen.tone === "amber" ? "amber" : "jade"
    icon: screen.blanked ? "hide" : "eye"
    text: screen.held && case_.tab !== "mediation" ? words.say("mediate.screen_title", words.language) + "  ·  " + screen.told : ""
    button: words.say(screen.blanks ? "mediate.screen_hide" : "mediate.screen_back", words.language)
    keys: text === "" ? "" : screen.blanks ? "F8" : "F9"
    onActed: screen.blanks ? screen.blank() : screen.takeBack()
}
