import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    readonly property bool seeing: camera.stage === "live" || camera.stage === "taken"
    readonly property bool failed: !seeing && camera.stage !== "opening"
    title: words.say("camera.title", words.language)
    lead: words.say(camera.stage === "taken" ? "camera.taken_lead" : "camera.lead", words.language)
    steps: filing.steps
    step: filing.step
    problems: camera.problem === "" ? [] : [{question: "camera", words: camera.problem}]
    primary: words.say(camera.stage === "taken" ? "camera.keep" : failed ? "camera.retry" : "camera.take", words.language)
    primaryEnabled: camera.stage !== "opening"
    primaryIcon: camera.stage === "taken" ? "check" : failed ? "" : "camera"
    back: words.say(camera.kept > 0 ? "camera.finish" : "common.back", words.language)
    onNext: camera.next()
    onGoBack: camera.back()
    onProblemChosen: page.forceActiveFocus()

    Component.onDestruction: camera.rest()

    Rectangle {
        objectName: "cameraSheet"
        width: parent.width
        height: !page.seeing ? Math.max(Theme.d(280), told.height + Theme.d(64))
                : Math.max(Theme.d(240), Math.min(width * 0.75, page.scroll.height - y - under.height - Theme.d(56)))
        radius: Theme.radius
        color: page.seeing ? Theme.ink : Theme.card
        border.width: camera.stage === "taken" ? Theme.d(4) : Theme.hair
        border.color: camera.stage === "taken" ? Theme.jade : Theme.line
        Image {
            objectName: "cameraPicture"
            anchors.fill: parent
            anchors.margins: Theme.d(6)
            visible: page.seeing
            source: page.seeing ? camera.picture : ""
            fillMode: Image.PreserveAspectFit
            cache: false
            Accessible.role: Accessible.Graphic
            Accessible.name: words.say("camera.view", words.language)
        }
        Column {
            id: told
            visible: !page.seeing
            anchors.centerIn: parent
            width: parent.width - Theme.d(96)
            spacing: Theme.d(20)
            Dots { visible: !page.failed; anchors.horizontalCenter: parent.horizontalCenter }
            Icon {
                visible: page.failed
                anchors.horizontalCenter: parent.horizontalCenter
                name: "camera"
                size: Theme.d(88)
                color: Theme.seal
            }
            T {
                objectName: "cameraSaid"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                key: page.seeing ? "" : "camera." + camera.stage
                color: page.failed ? Theme.seal : Theme.inkSoft
                font.weight: page.failed ? Font.Bold : Font.Normal
            }
        }
    }
    Column {
        id: under
        width: parent.width
        spacing: Theme.d(16)
        Flow {
            visible: camera.stage === "taken"
            width: parent.width
            spacing: Theme.d(16)
            Pill {
                objectName: "cameraAgain"
                icon: "camera"
                key: "camera.again"
                onActed: camera.again()
            }
            Pill {
                objectName: "cameraTurn"
                icon: "turn"
                key: "camera.turn"
                onActed: camera.turn()
            }
        }
        T {
            objectName: "cameraKept"
            visible: text !== ""
            width: parent.width
            text: camera.count
            font.weight: Font.Medium
            color: Theme.jade
        }
    }
}
