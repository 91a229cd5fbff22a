import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: track.number
    lead: track.title
    showBack: false
    primary: words.say("filed.finish", words.language)
    primaryIcon: "home"
    onNext: kiosk.home()

    T { width: parent.width; text: track.filed; color: Theme.inkSoft }
    Repeater {
        model: track.matters
        Pane {
            objectName: "matter_" + index
            width: parent.width
            T { width: parent.width; text: modelData.track; font.pixelSize: Theme.small; color: Theme.inkSoft }
            T { width: parent.width; text: modelData.state; font.weight: Font.Bold; color: Theme.jade
                font.pixelSize: Theme.d(Theme.large ? 56 : 44) }
            T { width: parent.width; text: modelData.holder; font.pixelSize: Theme.small; color: Theme.inkSoft }
            Rectangle { visible: modelData.next !== ""; width: parent.width; height: Theme.hair; color: Theme.line }
            T { width: parent.width; visible: modelData.next !== ""; text: modelData.when + "  " + modelData.next
                font.weight: Font.Medium }
            T { width: parent.width; visible: text !== ""; text: modelData.detail; font.pixelSize: Theme.small
                color: Theme.inkSoft }
        }
    }
    Pane {
        visible: track.papers.length > 0
        width: parent.width
        T { width: parent.width; key: "tracking.papers"; font.weight: Font.Bold }
        Repeater {
            model: track.papers
            T { width: parent.width; text: modelData }
        }
    }
    Where { width: parent.width }
}
