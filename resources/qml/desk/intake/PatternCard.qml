import QtQuick
import "../../controls"

// What is counted around a case: numbers and the day they begin, and no verdict.
Column {
    id: card
    objectName: "patternCard"
    visible: alike.counts.length > 0
    spacing: Theme.d(6)
    T {
        width: parent.width
        key: "pattern.title"
        font.pixelSize: Theme.d(Theme.large ? 27 : 22)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    T { width: parent.width; text: alike.since; font.pixelSize: Theme.small; color: Theme.inkSoft }
    Repeater {
        model: alike.counts
        Row {
            id: line
            required property var modelData
            width: card.width
            spacing: Theme.d(10)
            T { width: parent.width - value.width - parent.spacing; text: line.modelData.label }
            T { id: value; text: line.modelData.value; font.weight: Font.Bold; wrapMode: Text.NoWrap }
        }
    }
}
