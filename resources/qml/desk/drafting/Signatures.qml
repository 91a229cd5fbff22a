import QtQuick
import "../../controls"
import "../controls"
import "../case"

// Who signs, how far that is, and the ways to sign that are open to each.
Column {
    id: pane
    readonly property var signers: drafting.signers
    readonly property int columns: Math.max(1, Math.min(3, Math.floor((width + Theme.gap) / Theme.d(Theme.large ? 310 : 240))))
    readonly property real cell: Math.floor((width - (columns - 1) * Theme.gap) / columns)
    readonly property bool open: drafting.stage === "fixed"
    spacing: Theme.d(10)
    Item {
        width: parent.width
        height: Math.max(title.height, left.height)
        T { id: title; key: "drafting.signers"; font.pixelSize: Theme.d(Theme.large ? 26 : 20); font.weight: Font.Bold; wrapMode: Text.NoWrap
            Accessible.role: Accessible.Heading }
        DChip { id: left; objectName: "signaturesLeft"; anchors.right: parent.right; anchors.verticalCenter: parent.verticalCenter
                text: pane.signers.left; tone: pane.open ? "amber" : "jade" }
    }
    Strip { called: "signing"; width: parent.width; tone: "seal"; icon: "warn"
            text: pane.signers.way === "" ? pane.signers.trouble : "" }
    Flow {
        width: parent.width
        spacing: Theme.gap
        Repeater {
            id: cards
            model: pane.signers.rows
            Rectangle {
                id: card
                required property var modelData
                required property int index
                readonly property real wanted: inside.height + Theme.d(32)
                readonly property bool asks: pane.open && !modelData.signed
                objectName: "signer_" + modelData.n
                width: pane.cell
                height: {
                    let most = 0
                    const first = index - index % pane.columns
                    for (let i = first; i < Math.min(cards.count, first + pane.columns); i++)
                        most = Math.max(most, cards.itemAt(i) ? cards.itemAt(i).wanted : 0)
                    return most
                }
                radius: Theme.radius
                color: Theme.card
                border.width: modelData.signed ? Theme.bold : Theme.hair
                border.color: modelData.signed ? Theme.jade : Theme.edge
                Column {
                    id: inside
                    x: Theme.d(16)
                    y: Theme.d(16)
                    width: parent.width - 2 * x
                    spacing: Theme.d(8)
                    T { width: parent.width; text: card.modelData.as; font.pixelSize: Theme.small; color: Theme.inkSoft }
                    T { width: parent.width; text: card.modelData.name; font.weight: Font.Bold }
                    Row {
                        width: parent.width
                        spacing: Theme.d(8)
                        Icon { id: mark; size: Theme.d(22); weight: 2.2; name: card.modelData.signed ? "check" : card.modelData.device !== "" ? "pen" : "clock"
                               color: card.modelData.signed ? Theme.jade : Theme.inkSoft }
                        T { width: parent.width - mark.width - parent.spacing
                            text: card.modelData.told + (card.modelData.at === "" ? "" : "\n" + card.modelData.at)
                            color: card.modelData.signed ? Theme.jade : Theme.inkSoft }
                    }
                    Repeater {
                        model: card.asks && !card.modelData.mediator && card.modelData.device === "" ? pane.signers.screens : []
                        DButton {
                            required property var modelData
                            objectName: "ask_" + card.modelData.n + "_" + modelData.id
                            width: inside.width
                            wraps: true
                            icon: "pen"
                            text: words.fill("drafting.ask_on", {device: modelData.id}, words.language)
                            name: words.fill("drafting.ask_name", {name: card.modelData.name, device: modelData.id}, words.language)
                            closed: modelData.closed
                            onActed: pane.signers.ask(card.modelData.n, modelData.id)
                        }
                    }
                    DButton {
                        objectName: "takeBack_" + card.modelData.n
                        visible: card.modelData.device !== ""
                        width: inside.width
                        key: "drafting.take_back"
                        icon: "turn"
                        onActed: pane.signers.takeBack(card.modelData.device)
                    }
                    DButton {
                        objectName: "signHere_" + card.modelData.n
                        visible: card.asks && card.modelData.mediator
                        width: inside.width
                        key: "drafting.mediator_sign"
                        icon: "pen"
                        closed: card.modelData.closed
                        onActed: pane.signers.open(card.modelData.n, "pad")
                    }
                    Flow {
                        visible: card.asks && !card.modelData.mediator
                        width: parent.width
                        spacing: Theme.d(8)
                        DButton { objectName: "typed_" + card.modelData.n; small: true; key: "drafting.by_typing"
                                  name: words.fill("drafting.by_typing_name", {name: card.modelData.name}, words.language)
                                  onActed: pane.signers.open(card.modelData.n, "typed") }
                        DButton { objectName: "paper_" + card.modelData.n; small: true; key: "drafting.on_paper"
                                  name: words.fill("drafting.on_paper_name", {name: card.modelData.name}, words.language)
                                  onActed: pane.signers.open(card.modelData.n, "paper") }
                    }
                }
            }
        }
    }
    DButton {
        objectName: "putSeal"
        visible: pane.signers.seals
        primary: true
        key: "drafting.seal"
        icon: "medal"
        onActed: pane.signers.open(0, "seal")
    }
}
