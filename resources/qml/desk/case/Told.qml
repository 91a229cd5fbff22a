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
        button: case_.undoable ? words.say("case.undo", words.language)
              : case_.issued ? words.say("case.print", words.language) : ""
        buttonName: words.say(case_.undoable ? "case.undo_name" : "case.print_issued", words.language)
        keys: case_.undoable ? "Ctrl+Z" : case_.issued ? "Ctrl+P" : ""
        shuts: !case_.undoable
        onActed: case_.undoable ? case_.undo() : case_.printIssued()
        onShut: case_.hush()
    }
}
