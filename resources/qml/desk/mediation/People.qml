import QtQuick
import "../../controls"
import "../controls"

// Who may come and sign, and whether they were told their rights and duties.
Part {
    id: part
    objectName: "people"
    title: words.say("mediate.people_title", words.language)
    Repeater {
        model: case_.mediation.people
        Column {
            id: row
            required property var modelData
            required property int index
            objectName: "person_" + modelData.n
            width: part.width - 2 * part.pad
            spacing: Theme.d(5)
            Rectangle { visible: row.index > 0; width: parent.width; height: Theme.hair; color: Theme.line }
            Flow {
                width: parent.width
                spacing: Theme.d(8)
                T { width: Math.min(implicitWidth, parent.width); text: row.modelData.name; font.weight: Font.Bold }
                DChip { text: row.modelData.role; tone: "jade" }
                DChip { text: row.modelData.side; tone: "sand"; width: Math.min(implicitWidth, parent.width) }
            }
            Flow {
                width: parent.width
                spacing: Theme.d(8)
                DChip { text: row.modelData.told; tone: row.modelData.informed ? "jade" : "amber"; icon: row.modelData.informed ? "check" : "warn"; width: Math.min(implicitWidth, parent.width) }
                DChip { text: row.modelData.doubt; tone: "seal"; icon: "warn"; width: Math.min(implicitWidth, parent.width) }
                Acts { acts: row.modelData.acts; called: row.modelData.n; of: row.modelData.name }
            }
        }
    }
}
