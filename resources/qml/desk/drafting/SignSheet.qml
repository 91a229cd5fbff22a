import QtQuick
import "../../controls"
import "../controls"
import "../case"
import "../printing"

// Somebody signs at the desk: by hand, by a typed name before a witness, or on paper that was scanned.
DSheet {
    id: sheet
    readonly property var signers: drafting.signers
    readonly property string way: signers.way
    objectName: "signSheet"
    title: way === "" ? "" : words.fill("drafting.sign_" + way + "_title", {name: signers.signer}, words.language)
    text: way === "" ? "" : words.say("drafting.sign_" + way + "_lead", words.language)
    primary: words.say(signers.busy ? "drafting.sign_busy" : way === "seal" ? "drafting.seal" : "drafting.sign_do", words.language)
    back: words.say("drafting.sign_back", words.language)
    onAccepted: signers.sign()
    onDismissed: signers.close()
    DLabel { visible: problem !== ""; width: parent.width; problem: sheet.signers.problem !== "" ? sheet.signers.problem : sheet.signers.trouble }
    T { width: parent.width; text: words.say("drafting.hash", words.language) + "  " + drafting.hashRead; font.family: "monospace"
        font.pixelSize: Theme.small; color: Theme.inkSoft; wrapMode: Text.WordWrap }
    Loader {
        width: parent.width
        active: sheet.way === "pad"
        visible: active
        sourceComponent: Column {
            spacing: Theme.d(8)
            SignaturePad {
                id: pad
                objectName: "signaturePad"
                width: parent.width
                height: Math.round(width / 3)
                hint: words.say("drafting.pad_hint", words.language)
                onStroke: (points) => sheet.signers.stroke(points)
            }
            DButton { objectName: "wipePad"; small: true; icon: "turn"; key: "drafting.wipe"; enabled: sheet.signers.drawn
                      onActed: { pad.clear(); sheet.signers.wipe() } }
        }
    }
    DCheck {
        objectName: "signHeard"
        visible: sheet.way === "typed" || sheet.way === "paper"
        width: parent.width
        text: words.fill("drafting.heard", {name: sheet.signers.signer}, words.language)
        on: sheet.signers.heard
        onActed: sheet.signers.hear(!on)
    }
    DField {
        visible: sheet.way === "typed"
        width: parent.width
        boxName: "signWitness"
        label: words.say("drafting.witness", words.language)
        value: sheet.signers.witnessed
        onEdited: (text) => sheet.signers.witness(text)
        onAccepted: sheet.signers.sign()
    }
    Flow {
        visible: sheet.way === "paper"
        width: parent.width
        spacing: Theme.d(8)
        DButton {
            objectName: "printForSigner"
            small: true
            icon: "printer"
            key: "drafting.print_to_sign"
            name: words.fill("drafting.print_to_sign_name", {name: sheet.signers.signer}, words.language)
            enabled: !sheet.signers.busy
            onActed: drafting.byHand.print(sheet.signers.signer)
        }
        DButton {
            objectName: "takeScan"
            small: true
            icon: "scan"
            key: "drafting.take_scan"
            enabled: !sheet.signers.busy
            onActed: sheet.signers.scan()
        }
    }
    CopyStrip {
        called: "printedToSign"
        width: parent.width
        shows: sheet.way === "paper" && drafting.byHand.sent === sheet.signers.signer
        of: case_.papers.copy
    }
    DChoice {
        visible: sheet.way === "paper"
        width: parent.width
        boxName: "signScan"
        label: words.say("drafting.scan", words.language)
        options: sheet.signers.exhibits
        value: sheet.signers.exhibit
        onPicked: (id) => sheet.signers.choose(id)
    }
}
