import QtQuick
import "../../controls"
import "../controls"
import "../case"

// The way of mediating, its rules, the mediator and what they disclosed.
Part {
    id: part
    objectName: "way"
    title: words.say("mediate.way_title", words.language)
    Repeater {
        model: case_.mediation.way
        LineRow {
            required property var modelData
            width: part.width - 2 * part.pad
            line: modelData
        }
    }
}
