import QtQuick
import "../../controls"
import ".."

Frame {
    title: words.say("handed_on.title", words.language)
    steps: filing.steps
    step: filing.step
    primary: words.say("handed_on.next", words.language)
    onNext: filing.onward()
    onGoBack: filing.back()

    Pane {
        width: parent.width
        spacing: Theme.gap
        T { width: parent.width; key: "handed_on.why" }
        T { width: parent.width; key: "handed_on.here"; font.weight: Font.Bold; color: Theme.jade }
    }
}
