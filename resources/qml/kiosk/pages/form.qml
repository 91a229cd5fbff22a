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
            function focusFirst() { if (entry.item) entry.item.focusFirst() }
            // What is not asked now is not made.
            Loader {
                id: entry
                width: parent.width
                active: asked.row.asked
                visible: active
                sourceComponent: Entry { row: asked.row; heading: page.title }
            }
            Loader {
                width: parent.width
                active: asked.row.id === form.toldAfter && form.told.length > 0
                visible: active
                sourceComponent: Pane {
                    objectName: "rightCard"
                    pad: Theme.d(20)
                    T { width: parent.width; key: "rightcard.title"; font.pixelSize: Theme.small
                        font.weight: Font.Bold; color: Theme.jade }
                    Repeater {
                        model: form.told
                        T { required property string modelData; width: parent.width; text: modelData
                            font.pixelSize: Theme.small }
                    }
                }
            }
        }
    }
    Others { width: parent.width }
}
