import QtQuick
import "../../controls"
import "../controls"

// All that the journal says of one act.
DSheet {
    id: sheet
    title: trail.one.what || ""
    text: trail.one.at || ""
    back: words.say("desk.close", words.language)
    onDismissed: trail.leave()
    Repeater {
        model: ["who", "login", "role", "device", "about", "why", "seq", "hash"]
        Row {
            id: line
            required property string modelData
            visible: said.text !== ""
            width: parent ? parent.width : 0
            spacing: Theme.gap
            T {
                width: Theme.d(Theme.large ? 240 : 190)
                text: words.say("audit." + line.modelData, words.language)
                color: Theme.inkSoft
            }
            T {
                id: said
                objectName: "act_" + line.modelData
                width: line.width - x
                text: String(trail.one[line.modelData] || "")
                wrapMode: line.modelData === "hash" ? Text.WrapAnywhere : Text.Wrap
            }
        }
    }
}
