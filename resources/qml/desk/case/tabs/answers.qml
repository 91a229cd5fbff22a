import QtQuick
import "../../../controls"
import "../../controls"
import ".."

Column {
    id: tab
    spacing: Theme.gap
    DEmpty { visible: case_.answers.length === 0; width: parent.width; icon: "reply"; title: words.say("case.none_answers", words.language) }
    DPane {
        id: pane
        visible: case_.answers.length > 0
        width: parent.width
        Repeater {
            model: case_.answers
            LineRow {
                required property var modelData
                width: pane.width - 2 * pane.pad
                line: modelData
            }
        }
    }
}
