import QtQuick
import "../../controls"
import "../controls"

// What each side promised, by its day: ticked off with its proof, or noted as broken.
Part {
    id: part
    objectName: "duties"
    title: words.say("mediate.duties_title", words.language)
    told: case_.mediation.tally
    buttons: [
        DButton {
            objectName: "dutiesFollow"
            visible: case_.mediation.acts.follow_up !== undefined
            small: true
            text: case_.mediation.acts.follow_up || ""
            onActed: case_.mediation.begin("follow_up")
        }
    ]
    Repeater {
        model: case_.mediation.duties
        Rectangle {
            id: row
            required property var modelData
            objectName: "duty_" + modelData.n
            width: part.width - 2 * part.pad
            implicitHeight: told.height + Theme.d(20)
            radius: Theme.d(8)
            color: modelData.tone === "seal" ? Theme.sealSoft : Theme.card
            border.width: Theme.hair
            border.color: modelData.tone === "seal" ? Theme.seal : Theme.line
            Rectangle {
                id: box
                x: Theme.d(14)
                y: Theme.d(13)
                width: Theme.d(22)
                height: width
                radius: Theme.d(4)
                color: row.modelData.done ? Theme.jade : Theme.card
                border.width: Theme.bold
                border.color: row.modelData.done ? Theme.jade : row.modelData.broken ? Theme.seal : Theme.edge
                Icon { visible: row.modelData.done || row.modelData.broken; anchors.centerIn: parent; size: Theme.d(16); weight: 3
                       name: row.modelData.done ? "check" : "cross"; color: row.modelData.done ? Theme.white : Theme.seal }
            }
            Column {
                id: told
                x: box.x + box.width + Theme.d(12)
                y: Theme.d(10)
                width: parent.width - x - Theme.d(14)
                spacing: Theme.d(5)
                Flow {
                    width: parent.width
                    spacing: Theme.d(8)
                    T { width: Math.min(implicitWidth, parent.width); text: row.modelData.what; font.weight: Font.Bold }
                    T { visible: text !== ""; text: row.modelData.amount; font.weight: Font.Bold; color: Theme.jade; wrapMode: Text.NoWrap }
                    DChip { text: row.modelData.told; tone: row.modelData.tone; lifted: row.modelData.tone === "seal"; icon: row.modelData.tone === "seal" ? "warn" : row.modelData.done ? "check" : "clock" }
                }
                T { width: parent.width; font.pixelSize: Theme.small; color: Theme.inkSoft
                    text: [row.modelData.term, row.modelData.who, row.modelData.due].filter((part) => part !== "").join("  ·  ") }
                T { visible: text !== ""; width: parent.width; font.pixelSize: Theme.small; text: row.modelData.proof }
                Acts { width: parent.width; acts: row.modelData.acts; called: row.modelData.n; of: row.modelData.what }
            }
        }
    }
}
