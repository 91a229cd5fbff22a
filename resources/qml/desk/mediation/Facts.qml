import QtQuick
import "../../controls"
import "../controls"

// What neither side disputes, as it will stand on its paper.
Part {
    id: part
    objectName: "undisputed"
    title: words.say("mediate.facts_title", words.language)
    buttons: [
        DButton {
            objectName: "factsAdd"
            visible: case_.mediation.acts.undisputed !== undefined
            small: true
            icon: "pen"
            text: case_.mediation.acts.undisputed || ""
            onActed: case_.mediation.begin("undisputed")
        }
    ]
    T { visible: rows.count === 0; width: parent.width; key: "mediate.facts_none"; color: Theme.inkSoft }
    Repeater {
        id: rows
        model: case_.mediation.facts
        Row {
            id: row
            required property string modelData
            required property int index
            width: part.width - 2 * part.pad
            spacing: Theme.d(10)
            T { id: n; text: row.index + 1; font.weight: Font.Bold; color: Theme.jade }
            T { width: parent.width - n.width - parent.spacing; text: row.modelData }
        }
    }
}
