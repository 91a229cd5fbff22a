import QtQuick
import "../../controls"
import ".."

// The desk has this screen and shows nothing on it: a calm page that tells nothing of the case.
Frame {
    title: stage.quiet
    lead: words.say("stage.quiet_text", words.language)
    attended: true
    inSession: false
    showBack: false
}
