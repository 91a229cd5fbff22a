import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("home.track", words.language)
    lead: words.say("tracking.lead", words.language)
    inSession: false
    problems: track.problem === "" ? [] : [{question: "code", words: track.problem}]
    primary: words.say("tracking.next", words.language)
    primaryEnabled: !track.busy
    onNext: track.next()
    onGoBack: kiosk.home()
    onProblemChosen: code.input.forceActiveFocus()

    function arrive() { scroll.toTop(); code.input.forceActiveFocus() }

    Field {
        id: code
        width: parent.width
        boxName: "code"
        label: words.say("tracking.code", words.language)
        help: words.say("tracking.code_help", words.language)
        value: track.code
        problem: track.problem
        maximum: 500
        hints: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        onEdited: (text) => track.type(text)
        onAccepted: page.goOn()
    }
    Dots { visible: track.busy }
}
