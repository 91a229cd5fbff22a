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
    Pane {
        objectName: "rightCard"
        visible: form.told.length > 0
        width: parent.width
        T { width: parent.width; key: "rightcard.title"; font.weight: Font.Bold; color: Theme.jade }
        Repeater {
            model: form.told
            T { required property string modelData; width: parent.width; text: modelData }
        }
    }
    Others { width: parent.width }
}
