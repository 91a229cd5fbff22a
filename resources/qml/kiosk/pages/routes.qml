import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("page.routes", words.language)
    lead: words.say("page.routes_lead", words.language)
    steps: filing.steps
    step: filing.step
    problems: routes.problem === "" ? [] : [{question: "routes", words: routes.problem}]
    primary: words.say("ways.next", words.language)
    onNext: routes.next()
    onGoBack: filing.back()
    onProblemChosen: ways.itemAt(0).forceActiveFocus()

    Draft { width: parent.width }
    Repeater {
        id: ways
        model: routes.ways
        Choice {
            objectName: "route_" + modelData.track
            width: parent.width
            many: true
            title: words.fill("ways.title", {title: modelData.title, cost: modelData.cost}, words.language)
            sub: words.fill("ways.sub", {why: modelData.why, agency: modelData.agency}, words.language)
            on: routes.chosen.indexOf(modelData.track) >= 0
            onActed: { forceActiveFocus(); routes.choose(modelData.track) }
        }
    }
    component Told: Row {
        property string icon
        property color tone: Theme.inkSoft
        property string title
        property string text
        spacing: Theme.d(16)
        Icon { id: mark; y: Theme.d(4); name: parent.icon; size: Theme.d(40); color: parent.tone; weight: 2.2 }
        Column {
            width: parent.width - mark.width - Theme.d(16)
            T { width: parent.width; text: parent.parent.title; font.weight: Font.Medium }
            T { width: parent.width; text: parent.parent.text; font.pixelSize: Theme.small; color: Theme.inkSoft }
        }
    }
    Pane {
        visible: routes.byItself.length > 0
        width: parent.width
        Repeater {
            model: routes.byItself
            Told {
                width: parent.width
                icon: "check"
                tone: Theme.jade
                title: words.fill("ways.title", {title: modelData.title, cost: modelData.cost}, words.language)
                text: words.fill("ways.sub", {why: modelData.why, agency: modelData.agency}, words.language)
            }
        }
    }
    T {
        visible: routes.closed.length > 0
        width: parent.width
        key: "ways.closed"
        font.weight: Font.Bold
    }
    Pane {
        visible: routes.closed.length > 0
        width: parent.width
        spacing: Theme.d(20)
        Repeater {
            model: routes.closed
            Told {
                width: parent.width
                icon: "clock"
                title: words.fill("ways.title", {title: modelData.title, cost: modelData.cost}, words.language)
                text: words.fill("ways.sub", {why: modelData.why, agency: modelData.agency}, words.language)
            }
        }
    }
    T {
        visible: routes.asked.length > 0
        width: parent.width
        text: words.say("page.consents", words.language)
        font.weight: Font.Bold
    }
    Repeater {
        model: routes.consents
        Choice {
            objectName: "consent_" + modelData.id
            width: parent.width
            many: true
            title: modelData.title
            sub: modelData.detail + "\n" + modelData.refused
            visible: routes.asked.indexOf(modelData.id) >= 0
            on: routes.given.indexOf(modelData.id) >= 0
            onActed: { forceActiveFocus(); routes.consent(modelData.id) }
        }
    }
}
