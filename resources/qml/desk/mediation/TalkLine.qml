import QtQuick
import "../../controls"
import "../controls"

// What was said, typed as it is said: F2 goes here, F3 turns what it is, F4 who may know, Enter keeps it.
Column {
    id: line
    readonly property var talk: case_.mediation.talk
    spacing: Theme.d(10)

    function begin() { (line.talk.offers ? sum.input : box.input).forceActiveFocus(Qt.TabFocusReason) }
    Shortcut { sequences: ["F2"]; enabled: line.visible && line.enabled; onActivated: line.begin() }
    Connections {
        target: case_
        function onActed() { if (case_.roomy) later.restart() }
        function onLaidBare() { if (case_.roomy) later.restart() }
        function onTurned() { if (case_.roomy) later.restart() }
    }
    Component.onCompleted: if (case_.roomy) later.restart()
    Timer { id: later; interval: 0; onTriggered: line.begin() }
    Connections {
        target: line.talk
        function onKept() { later.restart() }
    }
    Segments {
        called: "kind"
        width: parent.width
        label: words.say("mediate.kinds", words.language)
        options: line.talk.kinds
        value: line.talk.kind
        keys: "F3"
        onChosen: (id) => line.talk.choose(id)
        onTurned: { line.talk.nextKind(); line.begin() }
    }
    Segments {
        called: "reader"
        width: parent.width
        label: words.say("mediate.readers", words.language)
        options: line.talk.readers
        value: line.talk.reader
        keys: "F4"
        onChosen: (id) => line.talk.show(id)
        onTurned: line.talk.nextReader()
    }
    Item {
        width: parent.width
        height: Math.max(sum.visible ? sum.implicitHeight : 0, box.implicitHeight)
        DField {
            id: sum
            visible: line.talk.offers
            width: visible ? Theme.d(Theme.large ? 190 : 150) : 0
            boxName: "talkSum"
            name: words.say("mediate.amount", words.language)
            placeholder: words.say("mediate.amount_hint", words.language)
            maximum: 30
            value: line.talk.amount
            onEdited: (typed) => line.talk.price(typed)
            onAccepted: line.talk.text === "" && line.talk.amount === "" ? box.input.forceActiveFocus(Qt.TabFocusReason) : line.talk.keep()
        }
        DLong {
            id: box
            x: sum.visible ? sum.width + Theme.d(8) : 0
            width: parent.width - x - go.width - Theme.d(8)
            boxName: "talkText"
            name: words.say("mediate.line", words.language)
            lines: 1
            enters: true
            value: line.talk.text
            onEdited: (typed) => line.talk.type(typed)
            onAccepted: line.talk.keep()
            T {
                visible: box.input.text === "" && box.input.preeditText === ""
                x: Theme.d(12)
                y: Theme.d(10)
                width: parent.width - 2 * x
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                text: words.say("mediate.line_hint", words.language)
                color: Theme.inkSoft
                Accessible.ignored: true
            }
        }
        DButton {
            id: go
            objectName: "talkKeep"
            x: parent.width - width
            key: line.talk.busy ? "mediate.keeping" : "mediate.keep"
            keys: "Enter"
            hears: false
            enabled: !line.talk.busy
            onActed: line.talk.keep()
        }
    }
    T {
        objectName: "talkReads"
        visible: line.talk.problem === ""
        width: parent.width
        text: words.fill("mediate.reads", {how: line.talk.reads}, words.language)
        font.pixelSize: Theme.small
        color: line.talk.tone === "jade" ? Theme.jade : line.talk.tone === "amber" ? Theme.amber : Theme.ink
    }
    T {
        objectName: "talkProblem"
        visible: text !== ""
        width: parent.width
        text: line.talk.problem
        font.pixelSize: Theme.small
        font.weight: Font.Medium
        color: Theme.seal
        onTextChanged: if (text !== "") Accessible.announce(text, Accessible.Assertive)
    }
}
