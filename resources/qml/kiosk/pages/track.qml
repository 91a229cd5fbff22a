import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    readonly property bool byCode: track.way === "code"
    title: words.say(track.purpose === "reprint" ? "home.reprint" : "home.track", words.language)
    lead: words.say(track.purpose === "reprint" ? "tracking.lead_reprint" : "tracking.lead", words.language)
    problems: track.problems
    primary: words.say(track.purpose === "reprint" ? "tracking.next_reprint" : "tracking.next", words.language)
    primaryEnabled: !track.busy
    onNext: track.next()
    onGoBack: kiosk.home()
    onProblemChosen: (question) => (question === "code" ? code : question === "tail" ? tail : number)
                                       .input.forceActiveFocus()

    function arrive() { scroll.toTop(); (byCode ? code : number).input.forceActiveFocus() }
    function problem(question) {
        var found = track.problems.find(one => one.question === question)
        return found ? found.words : ""
    }

    Grid {
        visible: track.purpose !== "reprint"
        width: parent.width
        columns: Theme.large ? 1 : 2
        spacing: Theme.d(16)
        readonly property real cell: (width - (columns - 1) * spacing) / columns
        readonly property real tall: Math.max(one.implicitHeight, other.implicitHeight)
        Choice { id: one; objectName: "byCode"; width: parent.cell; height: parent.tall
                 title: words.say("tracking.by_code", words.language)
                 on: page.byCode; onActed: { track.choose("code"); page.arrive() } }
        Choice { id: other; objectName: "byNumber"; width: parent.cell; height: parent.tall
                 title: words.say("tracking.by_number", words.language)
                 on: !page.byCode; onActed: { track.choose("number"); page.arrive() } }
    }
    Field {
        id: code
        visible: page.byCode
        width: parent.width
        boxName: "code"
        label: words.say("tracking.code", words.language)
        help: words.say("tracking.code_help", words.language)
        value: track.code
        problem: page.problem("code")
        maximum: 500
        hints: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        digits: true
        onEdited: (text) => track.type(text, "code")
        onAccepted: page.goOn()
    }
    Field {
        id: number
        visible: !page.byCode
        width: parent.width
        boxName: "number"
        label: words.say("filed.number", words.language)
        help: words.say("tracking.number_help", words.language)
        value: track.typedNumber
        problem: page.problem("number")
        maximum: 60
        hints: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        digits: true
        onEdited: (text) => track.type(text, "number")
        onAccepted: tail.input.forceActiveFocus()
    }
    Field {
        id: tail
        visible: !page.byCode
        width: parent.width
        boxWidth: Math.min(width, Theme.d(360))
        boxName: "tail"
        label: words.say("tracking.tail", words.language)
        help: words.say("tracking.tail_help", words.language)
        value: track.tail
        problem: page.problem("tail")
        maximum: 20
        hints: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        digits: true
        onEdited: (text) => track.type(text, "tail")
        onAccepted: page.goOn()
    }
    Dots { visible: track.busy }
}
