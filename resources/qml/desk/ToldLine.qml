import QtQuick
import "../controls"
import "controls"

// A quiet line over the page: what was done, what changed elsewhere, what could not be done.
Rectangle {
    id: line
    objectName: "toldLine"
    readonly property bool up: desk.line.text !== ""
    readonly property string tone: desk.line.tone || "jade"
    readonly property color fore: tone === "seal" ? Theme.seal : tone === "amber" ? Theme.amber : Theme.jade
    visible: up
    height: up ? Math.max(Theme.d(44), said.implicitHeight + Theme.d(16)) : 0
    color: tone === "seal" ? Theme.sealSoft : tone === "amber" ? Theme.amberSoft : Theme.jadeSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: desk.line.text
    Accessible.ignored: !up

    Timer {
        interval: 10000
        running: line.up && line.tone === "jade" && desk.line.button === ""
        onTriggered: desk.hush()
    }
    Rectangle { y: parent.height - height; width: parent.width; height: Theme.hair; color: line.fore }
    Icon {
        id: mark
        x: Theme.d(16)
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.d(22)
        name: line.tone === "jade" ? "check" : "warn"
        weight: 2.2
        color: line.fore
    }
    T {
        id: said
        objectName: "toldWords"
        x: mark.x + mark.width + Theme.d(10)
        width: buttons.x - x - Theme.d(16)
        anchors.verticalCenter: parent.verticalCenter
        text: desk.line.text
        font.weight: Font.Medium
        color: line.fore
    }
    Row {
        id: buttons
        anchors.verticalCenter: parent.verticalCenter
        x: parent.width - width - Theme.d(12)
        spacing: Theme.d(8)
        DButton {
            objectName: "toldAct"
            visible: desk.line.button !== ""
            text: desk.line.button
            small: true
            onActed: desk.actTold()
        }
        DButton {
            objectName: "toldClose"
            visible: line.up
            icon: "cross"
            bare: true
            small: true
            name: words.say("desk.close", words.language)
            onActed: desk.hush()
        }
    }
}
