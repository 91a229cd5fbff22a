import QtQuick
import "../../controls"
import ".."

// The desk has this screen and shows nothing on it: a calm page that tells nothing of the case.
Frame {
    title: stage.quiet.title
    lead: words.say("stage.quiet_text", words.language)
    titleSize: Theme.banner
    attended: true
    inSession: false
    showBack: false

    Rectangle {
        objectName: "quietMark"
        width: Theme.d(160)
        height: width
        radius: width / 2
        color: Theme.card
        border.width: Theme.d(4)
        border.color: Theme.jade
        Icon {
            anchors.centerIn: parent
            size: parent.width * 0.56
            name: stage.quiet.icon
            color: Theme.jade
        }
    }
}
