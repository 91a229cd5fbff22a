import QtQuick
import "../../controls"
import "../controls"

// A line that tells something and may offer one thing to do, and may be put away.
Rectangle {
    id: strip
    property string tone: "jade"
    property string icon: "check"
    property string text: ""
    property string button: ""
    property string buttonName: button
    property string keys: ""
    property string called: ""
    property bool shuts: false
    signal acted()
    signal shut()
    readonly property color fore: tone === "seal" ? Theme.seal : tone === "amber" ? Theme.amber : Theme.jade
    visible: text !== ""
    implicitHeight: Math.max(Theme.d(46), said.implicitHeight + Theme.d(20))
    radius: Theme.radius
    color: tone === "seal" ? Theme.sealSoft : tone === "amber" ? Theme.amberSoft : Theme.jadeSoft
    border.width: Theme.contrast ? Theme.hair : 0
    border.color: fore
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    onTextChanged: if (text !== "") Accessible.announce(text, Accessible.Polite)

    Icon {
        id: mark
        x: Theme.d(14)
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.d(22)
        name: strip.icon
        weight: 2.2
        color: strip.fore
    }
    T {
        id: said
        objectName: strip.called + "_said"
        x: mark.x + mark.width + Theme.d(10)
        width: row.x - x - Theme.d(10)
        anchors.verticalCenter: parent.verticalCenter
        text: strip.text
        font.weight: Font.Medium
        color: strip.fore
    }
    Row {
        id: row
        x: parent.width - width - Theme.d(6)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.d(4)
        DButton {
            objectName: strip.called + "_do"
            visible: strip.button !== ""
            small: true
            text: strip.button
            name: strip.buttonName
            keys: strip.keys
            onActed: strip.acted()
        }
        DButton {
            objectName: strip.called + "_shut"
            visible: strip.shuts
            bare: true
            small: true
            icon: "cross"
            name: words.say("case.hush", words.language)
            onActed: strip.shut()
        }
    }
}
