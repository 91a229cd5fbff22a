import QtQuick
import "../controls"

// The amounts and dates of what is shown, large. What has just changed says so in colour and in words.
Pane {
    id: told
    spacing: Theme.gap
    Repeater {
        model: stage.lines
        Column {
            objectName: "told_" + index
            width: parent.width
            spacing: Theme.d(4)
            Flow {
                width: parent.width
                spacing: Theme.d(16)
                T { width: Math.min(implicitWidth, parent.width); text: modelData.label; color: Theme.inkSoft }
                T {
                    objectName: "fresh_" + index
                    visible: modelData.fresh
                    text: visible ? words.say("stage.fresh", words.language) : ""
                    color: Theme.amber
                    font.weight: Font.Bold
                }
            }
            T {
                objectName: "value_" + index
                width: parent.width
                text: modelData.value
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                color: modelData.fresh ? Theme.amber : Theme.ink
            }
        }
    }
}
