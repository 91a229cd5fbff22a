import QtQuick
import "../../controls"
import ".."

// One signer under the text that was read: on the pad, or a typed name before the desk's person.
Frame {
    id: page
    title: words.fill("stage.signature", {name: stage.signer}, words.language)
    attended: true
    problems: stageSign.problem === "" ? [] : [{question: "signature", words: stageSign.problem}]
    back: words.say("stage.to_text", words.language)
    backEnabled: !stage.sending
    primary: words.say(stage.keeping ? "stage.sending" : "stage.sign", words.language)
    primaryIcon: "pen"
    primaryEnabled: !stage.sending && !stageSign.busy
    onGoBack: stage.toText()
    onNext: stageSign.next()
    onProblemChosen: {
        signing.focusFirst()
        scroll.show(signing.pad)
    }

    Note { objectName: "deskAway"; visible: stage.alone; width: parent.width; icon: "info"
           text: words.say("stage.alone", words.language) }
    // All of the pad is in view: whoever signs moves nothing.
    Signing {
        id: signing
        width: parent.width
        by: stageSign
        titled: false
        highest: Math.min(Theme.d(520), page.scroll.height - y - pad.y - Theme.d(64) - Theme.touch)
    }
    T { width: parent.width; key: "stage.final"; color: Theme.inkSoft }
    Flow {
        width: parent.width
        spacing: Theme.d(16)
        Pill { objectName: "onPaper"; icon: "paper"; key: "stage.on_paper"; enabled: !stage.sending
               onActed: stage.onPaper() }
        Pill { objectName: "decline"; icon: "cross"; key: "stage.decline"; enabled: !stage.sending
               onActed: stage.decline() }
    }
}
