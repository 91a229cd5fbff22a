import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    readonly property bool open: claim.there && !claim.answered
    title: words.say(claim.there || claim.busy ? "claim.title" : "complained.title", words.language)
    lead: claim.there ? words.say("claim.not_a_verdict", words.language) : ""
    steps: filing.steps
    step: filing.step
    problems: claim.there || claim.problem === "" ? [] : [{question: "code", words: claim.problem}]
    primary: words.say(open ? "claim.answer" : "cover.home", words.language)
    primaryIcon: open ? "" : "home"
    primaryEnabled: !claim.busy
    onNext: open ? filing.onward() : kiosk.end(true)
    onGoBack: filing.back()
    onProblemChosen: filing.back()

    Dots { visible: claim.busy }
    Banner {
        objectName: "answered"
        visible: claim.answered
        width: parent.width
        icon: "check"
        title: words.say("claim.answered", words.language)
        text: words.say("claim.answered_more", words.language)
    }
    Banner {
        objectName: "answerBy"
        visible: page.open && claim.by !== ""
        width: parent.width
        tone: "amber"
        icon: "clock"
        title: claim.by
        text: claim.hint
    }
    Pane {
        visible: claim.there
        width: parent.width
        spacing: Theme.d(24)
        Repeater {
            model: claim.facts
            Column {
                id: fact
                required property var modelData
                width: parent.width
                spacing: Theme.d(4)
                T {
                    width: parent.width
                    text: fact.modelData.label
                    font.pixelSize: Theme.small
                    color: Theme.inkSoft
                }
                Repeater {
                    model: fact.modelData.values
                    T {
                        width: fact.width
                        text: (fact.modelData.values.length > 1 ? "· " : "") + modelData
                        font.weight: Font.Medium
                    }
                }
            }
        }
    }
    T {
        visible: page.open
        width: parent.width
        key: claim.again ? "claim.again" : "claim.heard"
        color: Theme.inkSoft
    }
    Where { width: parent.width; visible: !page.open && !claim.busy }
}
