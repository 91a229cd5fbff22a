import QtQuick
import "../controls"

// One consent, asked with yes and no side by side; neither is chosen beforehand.
Pane {
    id: ask
    property var consent: ({})
    property string problem: ""
    spacing: Theme.d(8)
    border.color: problem !== "" ? Theme.seal : Theme.line
    border.width: problem !== "" ? Theme.d(3) : Theme.hair

    function focusFirst() { agree.forceActiveFocus() }

    T { width: parent.width; text: ask.consent.title; font.weight: Font.Medium }
    T { width: parent.width; text: ask.consent.detail; font.pixelSize: Theme.small; color: Theme.inkSoft }
    T { width: parent.width; text: ask.consent.refused; font.pixelSize: Theme.small; color: Theme.inkSoft }
    T {
        width: parent.width
        visible: text !== ""
        text: ask.problem
        font.pixelSize: Theme.small
        font.weight: Font.Bold
        color: Theme.seal
    }
    Row {
        width: parent.width
        topPadding: Theme.d(8)
        spacing: Theme.d(16)
        readonly property real half: (width - spacing) / 2
        Choice {
            id: agree
            objectName: "consent_" + ask.consent.id + "_yes"
            width: parent.half
            height: Math.max(implicitHeight, refuse.implicitHeight)
            title: words.say("ways.agree", words.language)
            name: ask.consent.title + "。" + title
            on: routes.agreed.indexOf(ask.consent.id) >= 0
            onActed: { forceActiveFocus(); routes.consent(ask.consent.id, true) }
        }
        Choice {
            id: refuse
            objectName: "consent_" + ask.consent.id + "_no"
            width: parent.half
            height: agree.height
            title: words.say("ways.refuse", words.language)
            name: ask.consent.title + "。" + title
            on: routes.refused.indexOf(ask.consent.id) >= 0
            onActed: { forceActiveFocus(); routes.consent(ask.consent.id, false) }
        }
    }
}
