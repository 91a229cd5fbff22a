import QtQuick
import "../controls"

// The declaration and the signature under it: strokes on the pad, or a typed name before a witness.
Pane {
    id: signing
    readonly property alias pad: pad
    spacing: Theme.gap

    function focusFirst() { sign.typed ? typed.item.first.forceActiveFocus() : other.forceActiveFocus() }

    T {
        objectName: "signTitle"
        width: parent.width
        text: words.say("page.sign", words.language)
        font.weight: Font.Bold
        color: Theme.jade
    }
    T { objectName: "declaration"; width: parent.width; text: sign.declaration; font.weight: Font.Medium }
    SignaturePad {
        id: pad
        objectName: "signaturePad"
        visible: !sign.typed
        width: parent.width
        height: Math.max(Theme.d(280), Math.min(width * 0.5, Theme.d(520)))
        hint: words.fill("signing.here", {name: sign.signer}, words.language)
        onStroke: (points) => sign.stroke(points)
        Connections {
            target: sign
            function onCleared() { pad.clear() }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.d(16)
        Pill {
            objectName: "signClear"
            visible: !sign.typed
            enabled: !sign.empty
            opacity: enabled ? 1 : 0.5
            icon: "cross"
            key: "signing.clear"
            onActed: sign.clear()
        }
        Pill {
            id: other
            objectName: "signOther"
            icon: sign.typed ? "pen" : "keyboard"
            key: sign.typed ? "signing.by_hand" : "signing.other"
            onActed: sign.typeInstead(!sign.typed)
        }
    }
    Loader {
        id: typed
        active: sign.typed
        visible: active
        width: parent.width
        sourceComponent: Column {
            readonly property alias first: typedName.input
            spacing: Theme.gap
            T {
                width: parent.width
                key: "signing.other_help"
                color: Theme.inkSoft
            }
            Field {
                id: typedName
                width: parent.width
                boxName: "signName"
                label: words.say("signing.name", words.language)
                value: sign.name
                onEdited: (text) => sign.typeName(text)
            }
            Field {
                width: parent.width
                boxName: "signWitness"
                label: words.say("signing.witness", words.language)
                help: words.say("signing.witness_help", words.language)
                value: sign.witness
                onEdited: (text) => sign.typeWitness(text)
            }
            Field {
                id: pin
                width: parent.width
                boxWidth: Math.min(width, Theme.d(Theme.large ? 720 : 560))
                boxName: "signPin"
                label: words.say("signing.pin", words.language)
                help: words.say("signing.pin_help", words.language)
                value: sign.pin
                secret: true
                maximum: 12
                hints: Qt.ImhDigitsOnly
                onEdited: (text) => sign.typePin(text)
                Connections {
                    target: sign
                    function onChanged() { if (sign.pin === "") pin.input.text = "" }
                }
            }
        }
    }
}
