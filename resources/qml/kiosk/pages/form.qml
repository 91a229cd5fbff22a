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
        icon: filing.cardRead ? "check" : "card"
        tone: filing.cardRead || filing.cardTrouble === "" ? "jade" : "amber"
        text: filing.cardRead ? words.say("form.card_read", words.language)
              : filing.cardTrouble === "" ? words.say("form.card", words.language) : filing.cardTrouble
    }
    Repeater {
        id: entries
        model: form.rows
        Column {
            id: asked
            required property var modelData
            readonly property var row: modelData
            width: parent.width
            spacing: Theme.d(16)
            visible: row.asked
            function focusFirst() { entry.focusFirst() }
            Entry { id: entry; width: parent.width; row: asked.row; heading: page.title }
            Pane {
                objectName: "rightCard"
                visible: asked.row.id === form.toldAfter && form.told.length > 0
                width: parent.width
                pad: Theme.d(20)
                T { width: parent.width; key: "rightcard.title"; font.pixelSize: Theme.small
                    font.weight: Font.Bold; color: Theme.jade }
                Repeater {
                    model: asked.row.id === form.toldAfter ? form.told : []
                    T { required property string modelData; width: parent.width; text: modelData
                        font.pixelSize: Theme.small }
                }
            }
        }
    }
    Others { width: parent.width }
}
