import QtQuick
import "../../controls"
import "../controls"

// The ways that are open, with reasons; the permissions asked aloud one by one; why others are closed.
DPane {
    id: pane
    readonly property var ways: intake.sheet.ways
    readonly property var asked: [].concat(...ways.ways.map((way) => way.consents), ways.consents)
                                   .filter((one) => ways.asked.indexOf(one.id) >= 0)
    spacing: Theme.d(10)
    function focusFirst() { open.count > 0 && open.itemAt(0).forceActiveFocus(Qt.TabFocusReason) }
    function wrong(id) {
        const found = ways.problems.find((one) => one.question === id)
        return found ? found.beside : ""
    }
    T {
        width: parent.width
        key: "intake.ways"
        font.pixelSize: Theme.d(Theme.large ? 26 : 20)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    DLabel { visible: problem !== ""; width: parent.width; problem: pane.wrong("routes") }
    Repeater {
        id: open
        model: pane.ways.ways
        DCheck {
            required property var modelData
            objectName: "way_" + modelData.track
            width: parent.width
            text: modelData.title
            detail: [modelData.why, modelData.cost, modelData.agency].filter((one) => one !== "").join("  ·  ")
            on: pane.ways.chosen.indexOf(modelData.track) >= 0
            onActed: pane.ways.choose(modelData.track)
        }
    }
    T { width: parent.width; visible: pane.asked.length > 0; key: "intake.read_aloud"; font.weight: Font.Medium; topPadding: Theme.d(6) }
    Repeater {
        model: pane.asked
        Item {
            id: consent
            required property var modelData
            width: parent.width
            height: said.height + Theme.d(10)
            Component.onCompleted: page.place(modelData.id, choose)
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            Column {
                id: said
                y: Theme.d(8)
                width: parent.width - choose.width - Theme.d(16)
                T { width: parent.width; text: consent.modelData.title }
                T { width: parent.width; text: consent.modelData.detail; font.pixelSize: Theme.small; color: Theme.inkSoft }
                T {
                    width: parent.width
                    visible: pane.ways.refused.indexOf(consent.modelData.id) >= 0
                    text: consent.modelData.refused
                    font.pixelSize: Theme.small
                    color: Theme.amber
                }
                DLabel { visible: problem !== ""; width: parent.width; problem: pane.wrong(consent.modelData.id) }
            }
            Options {
                id: choose
                y: Theme.d(6)
                anchors.right: parent.right
                width: Theme.d(Theme.large ? 300 : 236)
                columns: 2
                boxName: "consent_" + consent.modelData.id
                options: [{id: "yes", title: words.say("intake.agrees", words.language), sub: ""},
                          {id: "no", title: words.say("intake.refuses", words.language), sub: ""}]
                ticked: pane.ways.agreed.indexOf(consent.modelData.id) >= 0 ? ["yes"]
                      : pane.ways.refused.indexOf(consent.modelData.id) >= 0 ? ["no"] : []
                onPicked: (id) => pane.ways.consent(consent.modelData.id, id === "yes")
            }
        }
    }
    Lines { title: words.say("intake.itself", words.language); rows: pane.ways.byItself }
    Lines { title: words.say("intake.closed_ways", words.language); rows: pane.ways.closed }
}
