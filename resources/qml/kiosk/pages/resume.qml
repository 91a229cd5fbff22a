import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("home.resume", words.language)
    lead: words.say("resuming.lead", words.language)
    problems: resume.problem === "" ? [] : [{question: "code", words: resume.problem}]
    primary: words.say("resuming.next", words.language)
    primaryEnabled: !resume.busy
    onNext: resume.next()
    onGoBack: kiosk.home()
    onProblemChosen: code.input.forceActiveFocus()

    function arrive() { scroll.toTop(); code.input.forceActiveFocus() }

    Field {
        id: code
        width: parent.width
        boxName: "code"
        label: words.say("resuming.code", words.language)
        help: words.say("resuming.code_help", words.language)
        value: resume.code
        problem: resume.problem
        maximum: 60
        hints: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        digits: true
        onEdited: (text) => resume.type(text)
        onAccepted: page.goOn()
    }
    Dots { visible: resume.busy }
    Big {
        objectName: "readCard"
        visible: kiosk.cards
        width: parent.width
        ghost: true
        icon: "card"
        key: "resuming.card"
        onActed: resume.readCard()
    }
}
