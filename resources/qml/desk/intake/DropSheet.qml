import QtQuick
import "../../controls"
import "../controls"

// Asks before what was typed is dropped for good.
Loader {
    id: drop
    parent: overlay
    active: false
    anchors.fill: parent
    sourceComponent: DSheet {
        objectName: "dropSheet"
        danger: true
        title: words.say("intake.drop_sure", words.language)
        text: words.say("intake.drop_told", words.language)
        primary: words.say("intake.drop", words.language)
        onAccepted: {
            drop.active = false
            intake.discard()
        }
        onDismissed: drop.active = false
    }
}
