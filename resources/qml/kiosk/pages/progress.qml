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
    Banner {
        objectName: "progressNote"
        visible: track.note !== ""
        width: parent.width
        tone: track.waits ? "amber" : "jade"
        icon: track.waits ? "pen" : "info"
        text: track.note
    }
    Pane {
        visible: track.others.length > 0
        width: parent.width
        T { width: parent.width; key: "tracking.several"; font.weight: Font.Bold }
        Repeater {
            model: track.others
            Choice {
                objectName: "case_" + modelData.at
                width: parent.width
                title: modelData.number
                sub: modelData.state
                on: modelData.on
                onActed: track.look(modelData.at)
            }
        }
    }
    Papers { visible: track.purpose === "reprint"; width: parent.width }
    Pane {
        visible: track.matters.length === 0 && !track.byNumber
        width: parent.width
        T { objectName: "noMatter"; width: parent.width; key: "tracking.nothing" }
    }
    Repeater {
        model: track.matters
        Matter { objectName: "matter_" + index; n: index; matter: modelData; width: parent.width }
    }
    Big {
        objectName: "addProof"
        visible: track.takesProof
        width: parent.width
        ghost: true
        icon: "plus"
        key: "tracking.add"
        onActed: track.add()
    }
    Papers { visible: track.purpose !== "reprint"; width: parent.width }
    Big {
        objectName: "writeAboutCase"
        width: parent.width
        ghost: true
        icon: "pen"
        key: "tracking.write"
        onActed: track.write()
    }
    Where { width: parent.width }
}
