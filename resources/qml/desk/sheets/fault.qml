import QtQuick
import "../../controls"
import "../controls"

// A fault of the world, or of our own, with the way forward; what was typed is still behind it.
DSheet {
    title: desk.fault.title
    text: desk.fault.what
    back: words.say("desk.close", words.language)
    wide: Theme.d(Theme.large ? 720 : 600)
    onDismissed: desk.close()
    T {
        objectName: "faultDo"
        width: parent.width
        text: desk.fault.do
    }
}
