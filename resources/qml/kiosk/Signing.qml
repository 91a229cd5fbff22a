import QtQuick
import "../controls"

// The declaration and the signature under it: strokes on the pad, or a typed name before a witness.
Pane {
    id: signing
    property var by: sign
    property bool titled: true
    property real highest: Theme.d(520)
    readonly property alias pad: pad
    spacing: Theme.gap

    function focusFirst() { signing.by.typed ? typed.item.first.forceActiveFocus() : other.forceActiveFocus() }

    T {
        objectName: "signTitle"
        visible: signing.titled
        width: parent.width
        text: words.say("page.sign", words.language)
        font.weight: Font.Bold
        color: Theme.jade
    }
    T { objectName: "declaration"; width: parent.width; text: signing.by.declaration; font.weight: Font.Medium }
    SignaturePad {
        id: pad
        objectName: "signaturePad"
        visible: !signing.by.typed
        width: parent.width
        height: Math.max(Theme.d(240), Math.min(width * 0.5, signing.highest))
        hint: words.fill("signing.here", {name: signing.by.signer}, words.language)
        onStroke: (points) => signing.by.stroke(points)
        Connections {
            target: signing.by
            function onCleared() { pad.clear() }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.d(16)
        Pill {
            objectName: "signClear"
            visible: !signing.by.typed
            enabled: !signing.by.empty
            opacity: enabled ? 1 : 0.5
            icon: "cross"
            key: "signing.clear"
            onActed: signing.by.clear()
        }
        Pill {
            id: other
            objectName: "signOther"
            icon: signing.by.typed ? "pen" : "keyboard"
            key: signing.by.typed ? "signing.by_hand" : "signing.other"
            onActed: signing.by.typeInstead(!signing.by.typed)
        }
    }
    Loader {
        id: typed
        active: signing.by.typed
        visible: active
        width: parent.width
        sourceComponent: Column {
            readonly property alias first: typedName.input
            spacing: Theme.gap
            T {
                objectName: "typedHelp"
                width: parent.width
                text: signing.by.beside === "" ? words.say("signing.other_help", words.language)
                      : words.fill("signing.beside_help", {name: signing.by.beside}, words.language)
                color: Theme.inkSoft
            }
            Field {
                id: typedName
                width: parent.width
                boxName: "signName"
                label: words.say("signing.name", words.language)
                value: signing.by.name
                onEdited: (text) => signing.by.typeName(text)
            }
            Field {
                visible: signing.by.beside === ""
                width: parent.width
                boxName: "signWitness"
                label: words.say("signing.witness", words.language)
                help: words.say("signing.witness_help", words.language)
                value: signing.by.witness
                onEdited: (text) => signing.by.typeWitness(text)
            }
            Field {
                id: pin
                width: parent.width
                boxWidth: Math.min(width, Theme.d(Theme.large ? 720 : 560))
                boxName: "signPin"
                label: words.say("signing.pin", words.language)
                help: words.say("signing.pin_help", words.language)
                value: signing.by.pin
                secret: true
                maximum: 12
                hints: Qt.ImhDigitsOnly
                onEdited: (text) => signing.by.typePin(text)
                Connections {
                    target: signing.by
                    function onChanged() { if (signing.by.pin === "") pin.input.text = "" }
                }
            }
        }
    }
}
