import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: confirm.title
    lead: confirm.lead
    steps: filing.steps
    step: filing.step
    problems: confirm.problem === "" ? [] : [{question: "declaration", words: confirm.problem}]
    primary: filing.lastLabel
    primaryEnabled: !filing.busy
    onNext: confirm.next()
    onGoBack: filing.back()
    onProblemChosen: tick.forceActiveFocus()

    Draft { width: parent.width }
    Banner {
        objectName: "whoKnows"
        width: parent.width
        icon: "lock"
        text: confirm.banner
    }
    ReadBack { width: parent.width }
    Choice {
        id: tick
        objectName: "declare"
        width: parent.width
        many: true
        title: confirm.tickWords
        sub: confirm.law
        on: confirm.ticked
        onActed: {
            forceActiveFocus()
            confirm.tick()
        }
    }
}
