import QtQuick
import "../../controls"
import "../controls"

// What the person declares, read out to them, and how they sign.
DPane {
    id: pane
    readonly property var signer: intake.sheet.signature
    spacing: Theme.d(10)
    function focusFirst() { heard.forceActiveFocus(Qt.TabFocusReason) }
    T {
        width: parent.width
        key: "intake.signature"
        font.pixelSize: Theme.d(Theme.large ? 26 : 20)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    Rectangle {
        width: parent.width
        height: text.height + Theme.d(24)
        radius: Theme.d(8)
        color: Theme.paper
        T { id: text; x: Theme.d(14); y: Theme.d(12); width: parent.width - 2 * x; text: pane.signer.declaration }
    }
    DCheck {
        id: heard
        objectName: "heard"
        width: parent.width
        text: words.say("intake.heard", words.language)
        on: pane.signer.heard
        onActed: pane.signer.hear(!pane.signer.heard)
    }
    T { visible: pane.signer.declared; width: parent.width; key: "intake.declared"; color: Theme.inkSoft; font.pixelSize: Theme.small }
    Options {
        visible: !pane.signer.declared
        width: parent.width
        boxName: "signed"
        options: [{id: "typed", title: words.say("intake.sign_typed", words.language), sub: ""},
                  {id: "paper", title: words.say("intake.sign_paper", words.language), sub: ""}]
        ticked: [pane.signer.paper ? "paper" : "typed"]
        onPicked: (id) => pane.signer.onPaper(id === "paper")
    }
    Note {
        visible: pane.signer.paper && !pane.signer.scanned
        width: parent.width
        icon: "info"
        text: words.say("intake.sign_paper_hint", words.language)
    }
    Row {
        visible: !pane.signer.declared
        width: parent.width
        spacing: Theme.d(16)
        DField {
            width: Math.min(parent.width * 0.55, Theme.d(420))
            boxName: "signerName"
            label: words.say("intake.sign_name", words.language)
            value: pane.signer.name
            maximum: 60
            onEdited: (name) => pane.signer.typeName(name)
        }
        T {
            anchors.bottom: parent.bottom
            bottomPadding: Theme.d(10)
            width: parent.width * 0.4
            text: words.fill("intake.witness", {name: pane.signer.witness}, words.language)
            color: Theme.inkSoft
        }
    }
}
