import QtQuick
import "../../controls"

// What was just done, with the way back; what somebody else did meanwhile; what went wrong.
Column {
    id: told
    spacing: Theme.d(8)
    visible: newer.text !== "" || done.text !== "" || wrong.text !== ""
    Strip {
        id: newer
        called: "newer"
        width: parent.width
        tone: "amber"
        icon: "bell"
        text: case_.newer
        button: words.say("case.show", words.language)
        onActed: case_.showNewer()
    }
    Strip {
        id: wrong
        called: "wrong"
        width: parent.width
        tone: "seal"
        icon: "warn"
        text: case_.stage === "open" ? case_.trouble.what : ""
        shuts: true
        onShut: case_.hush()
    }
    Strip {
        id: done
        called: "told"
        width: parent.width
        text: case_.told
        button: case_.undoable ? words.say("case.undo", words.language) : ""
        buttonName: words.say("case.undo_name", words.language)
        keys: case_.undoable ? "Ctrl+Z" : ""
        shuts: !case_.undoable
        onActed: case_.undo()
        onShut: case_.hush()
    }
}
