import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: form.title
    lead: form.lead
    steps: filing.steps
    step: filing.step
    problems: form.problems
    primary: filing.nextLabel
    primaryEnabled: !filing.busy
    onNext: filing.next()
    onGoBack: filing.back()
    onProblemChosen: (question) => {
        for (var i = 0; i < entries.count; i++)
            if (entries.itemAt(i).row.id === question)
                entries.itemAt(i).focusFirst()
    }

    Draft { width: parent.width }
    Banner {
        visible: form.takesCard && kiosk.cards
        objectName: "cardBanner"
        width: parent.width
        icon: "card"
        tone: filing.cardTrouble === "" ? "jade" : "amber"
        text: filing.cardTrouble === "" ? words.say("form.card", words.language) : filing.cardTrouble
    }
    Repeater {
        id: entries
        model: form.rows
        Entry {
            required property var modelData
            width: parent.width
            row: modelData
            heading: page.title
            visible: row.asked
        }
    }
    Others { width: parent.width }
}
