import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("confirm.title", words.language)
    lead: words.say("confirm.lead", words.language)
    steps: filing.steps
    step: filing.step
    problems: confirm.problem === "" ? [] : [{question: "declaration", words: confirm.problem}]
    primary: words.say("confirm.send", words.language)
    primaryEnabled: !filing.busy
    onNext: confirm.next()
    onGoBack: filing.back()
    onProblemChosen: tick.forceActiveFocus()

    Draft { width: parent.width }
    Banner {
        objectName: "whoKnows"
        width: parent.width
        icon: "lock"
        text: words.say(confirm.named ? "confirm.named" : "confirm.anonymous", words.language)
    }
    ReadBack { width: parent.width }
    Choice {
        id: tick
        objectName: "declare"
        width: parent.width
        many: true
        title: words.say("confirm.tick", words.language)
        sub: words.say("confirm.law", words.language)
        on: confirm.ticked
        onActed: {
            forceActiveFocus()
            confirm.tick()
        }
    }
}
