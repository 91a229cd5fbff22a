import QtQuick
import "../../controls"
import ".."

Frame {
    title: words.say("complained.no_code", words.language)
    lead: words.say("complained.what", words.language)
    primary: words.say("complained.have", words.language)
    onNext: filing.again()
    onGoBack: filing.again()

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
