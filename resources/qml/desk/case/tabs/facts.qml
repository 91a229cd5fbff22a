import QtQuick
import "../../../controls"
import "../../controls"
import ".."

Column {
    id: tab
    spacing: Theme.gap
    DEmpty { visible: case_.groups.length === 0; width: parent.width; icon: "book"; title: words.say("case.none_facts", words.language) }
    Repeater {
        model: case_.groups
        DPane {
            id: group
            required property var modelData
            objectName: "group_" + modelData.id
            width: tab.width
            title: modelData.title
            Repeater {
                model: group.modelData.lines
                LineRow {
                    required property var modelData
                    width: group.width - 2 * group.pad
                    line: modelData
                }
            }
        }
    }
}
