import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("complained.title", words.language)
    lead: words.say("claim.lead", words.language)
    problems: claim.problem === "" ? [] : [{question: "code", words: claim.problem}]
    primary: words.say("claim.look", words.language)
    primaryEnabled: !claim.busy
    onNext: claim.next()
    onGoBack: filing.back()
    onProblemChosen: code.input.forceActiveFocus()

    function arrive() { scroll.toTop(); code.input.forceActiveFocus() }

    Field {
        id: code
        width: parent.width
        boxName: "code"
        label: words.say("claim.code", words.language)
        help: words.say("claim.code_help", words.language)
        value: claim.code
        problem: claim.problem
        maximum: 500
        hints: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        digits: true
        onEdited: (text) => claim.type(text)
        onAccepted: page.goOn()
    }
    Dots { visible: claim.busy }
    Pill {
        objectName: "noCode"
        icon: "info"
        key: "claim.no_code"
        onActed: kiosk.open("complained")
    }
    T {
        width: parent.width
        key: "claim.safe"
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
}
