import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("page.routes", words.language)
    lead: words.say("page.routes_lead", words.language)
    steps: filing.steps
    step: filing.step
    problems: routes.problems
    primary: words.say("ways.next", words.language)
    onNext: routes.next()
    onGoBack: filing.back()
    onProblemChosen: (question) => {
        if (asks[question])
            asks[question].focusFirst()
        else
            ways.itemAt(0).focusFirst()
    }
    property var asks: ({})

    component Asked: Consent {
        required property var modelData
        consent: modelData
        problem: routes.problems.filter(p => p.question === modelData.id).map(p => p.beside).join("")
        Component.onCompleted: page.asks[modelData.id] = this
        Component.onDestruction: if (page && page.asks[modelData.id] === this) delete page.asks[modelData.id]
    }

    Draft { width: parent.width }
    Repeater {
        id: ways
        model: routes.ways
        Column {
            id: way
            required property var modelData
            readonly property bool on: routes.chosen.indexOf(modelData.track) >= 0
            width: parent.width
            spacing: Theme.d(16)
            function focusFirst() { tick.forceActiveFocus() }
            Choice {
                id: tick
                objectName: "route_" + way.modelData.track
                width: parent.width
                many: true
                title: words.fill("ways.title", {title: way.modelData.title, cost: way.modelData.cost},
                                  words.language)
                sub: words.fill("ways.sub", {why: way.modelData.why, agency: way.modelData.agency}, words.language)
                on: way.on
                onActed: { forceActiveFocus(); routes.choose(way.modelData.track) }
            }
            Repeater {
                model: way.on ? way.modelData.consents : []
                Asked {
                    x: Theme.d(48)
                    width: way.width - x
                }
            }
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
        visible: routes.consents.length > 0
        width: parent.width
        text: words.say("page.consents", words.language)
        font.weight: Font.Bold
    }
    Repeater {
        model: routes.consents
        Asked { width: parent.width }
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
}
