import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    readonly property bool kept: message.answered !== ""
    title: words.say(kept ? "writing.kept" : "writing.title", words.language)
    lead: kept ? "" : words.say("writing.lead", words.language)
    problems: message.problems
    showBack: !kept
    backEnabled: !message.busy
    primary: words.say(kept ? "writing.go_back" : "writing.next", words.language)
    primaryEnabled: !message.busy
    onNext: kept ? message.leave() : message.next()
    onGoBack: message.leave()
    onProblemChosen: (question) => (question === "phone" ? phone : question === "code" ? code : note)
                                       .input.forceActiveFocus()

    function arrive() {
        scroll.toTop()
        if (kept)
            Qt.inputMethod.hide()
        else
            note.input.forceActiveFocus()
    }
    function problem(question) {
        var found = message.problems.find(one => one.question === question)
        return found ? found.words : ""
    }

    T { objectName: "about"; visible: message.about !== ""; width: parent.width; text: message.about
        font.weight: Font.Medium }
    T { objectName: "keptAs"; visible: page.kept; width: parent.width; text: message.keptAs
        font.pixelSize: Theme.heading; font.weight: Font.Bold }
    Banner {
        objectName: "answered"
        visible: page.kept
        width: parent.width
        icon: "check"
        text: message.answered
    }
    LongField {
        id: note
        visible: !page.kept
        width: parent.width
        boxName: "message"
        label: words.say("writing.text", words.language)
        help: words.say("writing.text_help", words.language)
        value: message.text
        problem: page.problem("text")
        maximum: message.longest
        onEdited: (text) => message.type("text", text)
    }
    Field {
        id: phone
        visible: !page.kept
        width: parent.width
        boxName: "phone"
        label: words.say("writing.phone", words.language)
        help: words.say("writing.phone_help", words.language)
        optional: true
        value: message.phone
        problem: page.problem("phone")
        maximum: 40
        hints: Qt.ImhDialableCharactersOnly
        onEdited: (text) => message.type("phone", text)
        onAccepted: page.goOn()
    }
    Field {
        id: code
        visible: !page.kept && message.about === ""
        width: parent.width
        boxName: "code"
        label: words.say("tracking.code", words.language)
        help: words.say("writing.code_help", words.language)
        optional: true
        value: message.code
        problem: page.problem("code")
        maximum: 60
        hints: Qt.ImhLatinOnly | Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        digits: true
        onEdited: (text) => message.type("code", text)
        onAccepted: page.goOn()
    }
    Dots { visible: message.busy }
    Where { visible: page.kept; width: parent.width }
}
