import QtQuick
import "../../controls"
import ".."

Frame {
    title: words.say("complained.title", words.language)
    inSession: false
    primary: words.say("cover.home", words.language)
    primaryIcon: "home"
    showBack: false
    onNext: kiosk.home()

    T { width: parent.width; text: words.say("complained.what", words.language) }
    Pane {
        width: parent.width
        spacing: Theme.d(20)
        Repeater {
            model: ["one", "two", "three"]
            Row {
                width: parent.width
                spacing: Theme.d(20)
                Rectangle {
                    width: Theme.d(52)
                    height: width
                    radius: width / 2
                    color: Theme.jadeSoft
                    T { anchors.centerIn: parent; text: index + 1; font.weight: Font.Bold; color: Theme.jade
                        font.pixelSize: Theme.d(32) }
                }
                T {
                    width: parent.width - Theme.d(72)
                    anchors.verticalCenter: parent.verticalCenter
                    text: words.say("complained." + modelData, words.language)
                }
            }
        }
    }
    Where { width: parent.width }
}
