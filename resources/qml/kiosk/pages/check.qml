import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("page.check", words.language)
    lead: words.say("reading.lead", words.language)
    steps: filing.steps
    step: filing.step
    problems: sign.problem === "" ? [] : [{question: "signature", words: sign.problem}]
    primary: filing.lastLabel
    primaryEnabled: !filing.busy && !sign.busy
    onNext: sign.next()
    onGoBack: filing.back()
    onProblemChosen: toSignature()

    function toSignature() {
        signing.focusFirst()
        scroll.show(signing.pad)
    }

    Draft { width: parent.width }
    Pill {
        objectName: "toSignature"
        icon: "pen"
        key: "reading.to_sign"
        onActed: page.toSignature()
    }
    ReadBack { width: parent.width }
    Signing {
        id: signing
        width: parent.width
    }
}
