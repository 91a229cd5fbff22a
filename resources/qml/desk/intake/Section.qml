import QtQuick
import "../../controls"
import "../controls"

// One page of the form as a card: its questions one below the other.
DPane {
    id: section
    property var form
    property int index: 0
    readonly property bool asked: form.rows.some((row) => row.asked)
    spacing: Theme.d(14)
    Item {
        width: parent.width
        height: Math.max(title.height, card.active ? card.height : 0)
        T {
            id: title
            width: parent.width - (card.active ? card.width + Theme.d(12) : 0)
            text: section.form.title
            font.pixelSize: Theme.d(Theme.large ? 26 : 20)
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Loader {
            id: card
            active: section.form.takesCard
            anchors.right: parent.right
            sourceComponent: DButton {
                objectName: "readCard_" + section.index
                key: "intake.read_card"
                icon: "card"
                small: true
                onActed: intake.sheet.readCard(section.index)
            }
        }
    }
    Repeater {
        model: section.form.rows
        Question {
            required property var modelData
            width: parent.width
            row: modelData
            Component.onCompleted: page.place(modelData.id, this)
        }
    }
    Repeater {
        model: section.form.told
        Note {
            required property string modelData
            width: parent.width
            icon: "info"
            text: modelData
        }
    }
}
