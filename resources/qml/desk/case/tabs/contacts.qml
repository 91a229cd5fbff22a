import QtQuick
import "../../../controls"
import "../../controls"
import ".."

Column {
    id: tab
    spacing: Theme.gap
    DButton {
        objectName: "contactAdd"
        visible: case_.takesContacts
        icon: "plus"
        key: "case.contact_add"
        keys: "Ctrl+N"
        onActed: case_.contact()
    }
    DEmpty { visible: rows.count === 0; width: parent.width; icon: "bell"; title: words.say("case.none_contacts", words.language) }
    Repeater {
        id: rows
        model: case_.contacts
        Rectangle {
            id: row
            required property var modelData
            objectName: "contact_" + modelData.n
            width: tab.width
            implicitHeight: told.height + Theme.d(24)
            radius: Theme.radius
            color: Theme.card
            border.width: Theme.hair
            border.color: Theme.line
            Column {
                id: told
                x: Theme.d(18)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * x
                spacing: Theme.d(2)
                Flow {
                    width: parent.width
                    spacing: Theme.d(10)
                    T { width: Math.min(implicitWidth, parent.width); text: row.modelData.party; font.weight: Font.Bold }
                    DChip { text: row.modelData.way; tone: "sand" }
                    DChip { text: row.modelData.result; tone: "jade" }
                }
                T { width: parent.width; font.pixelSize: Theme.small; color: Theme.inkSoft
                    text: [row.modelData.at, row.modelData.by, row.modelData.paper].filter((part) => part !== "").join("  ·  ") }
            }
        }
    }
}
