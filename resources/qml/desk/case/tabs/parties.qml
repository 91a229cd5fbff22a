import QtQuick
import "../../../controls"
import "../../controls"
import ".."

Grid {
    id: tab
    readonly property bool paired: width > Theme.d(Theme.large ? 1000 : 820) && case_.parties.length > 1
    readonly property real cell: paired ? (width - columnSpacing) / 2 : width
    columns: paired ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    DEmpty { visible: case_.parties.length === 0; width: tab.width; icon: "card"; title: words.say("case.none_parties", words.language) }
    Repeater {
        model: case_.parties
        DPane {
            id: party
            required property var modelData
            objectName: "party_" + modelData.n
            width: tab.cell
            Flow {
                width: parent.width
                spacing: Theme.d(10)
                DChip { text: party.modelData.role; tone: "jade" }
                DChip { text: party.modelData.standsFor; tone: "sand" }
                DChip { text: party.modelData.corrected ? words.say("case.corrected", words.language) : ""; tone: "sand" }
            }
            Item {
                width: parent.width
                height: Math.max(name.height, pen.visible ? pen.height : 0)
                T {
                    id: name
                    width: parent.width - (pen.visible ? pen.width + Theme.d(8) : 0)
                    anchors.verticalCenter: parent.verticalCenter
                    text: party.modelData.name
                    font.pixelSize: Theme.d(Theme.large ? 26 : 21)
                    font.weight: Font.Bold
                }
                DButton {
                    id: pen
                    objectName: "correct_" + party.modelData.nameField
                    visible: party.modelData.nameField !== ""
                    x: parent.width - width
                    bare: true
                    small: true
                    icon: "pen"
                    name: words.fill("case.correct_name", {label: party.modelData.name}, words.language)
                    onActed: case_.correct(party.modelData.nameField)
                }
            }
            Repeater {
                model: party.modelData.lines
                LineRow {
                    required property var modelData
                    width: party.width - 2 * party.pad
                    line: modelData
                }
            }
        }
    }
}
