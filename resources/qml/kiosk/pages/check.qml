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
        signing.asynchronous = false
        signing.item.focusFirst()
        scroll.show(signing.item.pad)
    }

    Draft { width: parent.width }
    Pill {
        objectName: "toSignature"
        icon: "pen"
        key: "reading.to_sign"
        onActed: page.toSignature()
    }
    ReadBack { width: parent.width }
    // Below the first screen: made right after the first frame, or when it is asked for.
    Loader {
        id: signing
        asynchronous: true
        width: parent.width
        sourceComponent: Signing {}
    }
}
