import QtQuick
import "../../controls"
import "../controls"

// The password somebody was given: it shows once.
DSheet {
    title: words.fill("staff.given_title", {name: members.one.name}, words.language)
    text: words.say("staff.given_text", words.language)
    primary: words.say("staff.given_done", words.language)
    wide: Theme.d(Theme.large ? 760 : 600)
    onAccepted: members.leave()
    onDismissed: members.leave()
    T {
        objectName: "givenPassword"
        width: parent.width
        text: members.given
        font.pixelSize: Theme.d(Theme.large ? 40 : 32)
        font.weight: Font.Bold
        font.letterSpacing: Theme.d(2)
        horizontalAlignment: Text.AlignHCenter
    }
}
