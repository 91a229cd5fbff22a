import QtQuick
import "../controls"

// How was it? One question at a time, one tap each; whoever does not care goes on.
Pane {
    id: pane
    T {
        width: parent.width
        text: rating.question === "" ? words.say("rating.thanks", words.language) : rating.step
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    T {
        objectName: "ratingQuestion"
        visible: text !== ""
        width: parent.width
        text: rating.question
        font.weight: Font.Bold
    }
    Row {
        id: row
        visible: rating.question !== ""
        width: parent.width
        spacing: Theme.d(16)
        Repeater {
            model: rating.marks
            Press {
                id: face
                objectName: "mark_" + modelData.mark
                width: (row.width - 2 * row.spacing) / 3
                implicitHeight: Math.max(Theme.primary, inside.height + Theme.d(28))
                name: rating.question + " " + modelData.words
                onActed: rating.give(modelData.mark)
                Rectangle {
                    anchors.fill: parent
                    radius: Theme.radius
                    color: face.down ? Theme.jadeSoft : Theme.card
                    border.width: Theme.hair
                    border.color: Theme.edge
                }
                Column {
                    id: inside
                    width: parent.width - Theme.d(16)
                    anchors.centerIn: parent
                    spacing: Theme.d(4)
                    Icon { name: modelData.icon; size: Theme.d(56); color: Theme.jade
                           anchors.horizontalCenter: parent.horizontalCenter }
                    T { width: parent.width; horizontalAlignment: Text.AlignHCenter; text: modelData.words
                        font.pixelSize: Theme.small; font.weight: Font.Medium; Accessible.ignored: true }
                }
                FocusRing { of: face }
            }
        }
    }
}
