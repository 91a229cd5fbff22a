import QtQuick
import "../../controls"
import "../case"

// "May be the same as …" over a case, with the way to see both side by side.
Column {
    visible: alike.line !== "" || decided.count > 0
    spacing: Theme.d(8)
    Strip {
        id: strip
        called: "alike"
        width: parent.width
        tone: "amber"
        icon: "question"
        text: alike.line
        button: words.say("likeness.compare", words.language)
        keys: "Ctrl+D"
        onActed: alike.compare()
    }
    Repeater {
        id: decided
        model: alike.rows.filter((row) => row.decided !== "")
        Strip {
            required property var modelData
            called: "decided_" + modelData.number
            width: parent.width
            text: modelData.told + "  ·  " + modelData.number
            button: words.say("likeness.compare", words.language)
            buttonName: words.fill("likeness.compare_with", {number: modelData.number}, words.language)
            onActed: alike.compareWith(modelData.number)
        }
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: alike.up
        sourceComponent: AlikeSheet {}
    }
}
