import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("mediation.title", words.language)
    steps: filing.steps
    step: filing.step
    problems: form.problems
    primary: filing.nextLabel
    primaryEnabled: !filing.busy
    onNext: filing.next()
    onGoBack: filing.back()
    onProblemChosen: entries.itemAt(0).focusFirst()

    Pane {
        width: parent.width
        spacing: Theme.d(20)
        Repeater {
            model: [{icon: "scale", key: "neutral"}, {icon: "check", key: "free"}, {icon: "lock", key: "secret"},
                    {icon: "leave", key: "stop"}, {icon: "pen", key: "deal"}]
            Row {
                width: parent.width
                spacing: Theme.d(24)
                Icon {
                    id: mark
                    name: modelData.icon
                    size: Theme.d(48)
                    color: Theme.jade
                }
                T {
                    width: parent.width - mark.width - parent.spacing
                    anchors.verticalCenter: parent.verticalCenter
                    text: words.say("mediation." + modelData.key, words.language)
                }
            }
        }
    }
    Repeater {
        id: entries
        model: form.rows
        Entry {
            required property var modelData
            width: parent.width
            row: modelData
            visible: row.asked
        }
    }
    T {
        width: parent.width
        key: "mediation.unsure"
        color: Theme.inkSoft
    }
}
