import QtQuick
import "../../controls"
import "../controls"
import "../case"

// The mediation of a case: the public screen and the talks at the left, sessions, people and papers at the right.
Column {
    id: tab
    readonly property var med: case_.mediation
    readonly property bool paired: width >= Theme.d(Theme.large ? 1120 : 1000)
    readonly property real side: paired ? Math.round((width - Theme.gap) * 0.4) : width
    readonly property bool owes: med.duties.length > 0
    objectName: "mediation"
    spacing: Theme.gap
    Component.onCompleted: med.draw()
    Connections {
        target: case_
        function onFiled() { tab.med.draw() }
    }

    DEmpty {
        visible: tab.med.stage === "none" || tab.med.stage === "loading"
        width: parent.width
        icon: "contract"
        title: words.say(tab.med.stage === "none" ? "mediate.none" : "mediate.loading", words.language)
    }
    Strip {
        called: "mediationTrouble"
        width: parent.width
        tone: tab.med.stage === "withheld" ? "amber" : "seal"
        icon: tab.med.stage === "withheld" ? "lock" : "warn"
        text: tab.med.stage === "fault" || tab.med.stage === "withheld" ? tab.med.trouble.what : ""
        button: tab.med.stage === "fault" ? words.say("case.again", words.language) : ""
        onActed: tab.med.again()
    }
    Strip {
        called: "mediationBanner"
        width: parent.width
        tone: tab.med.banner.tone
        icon: tab.med.banner.tone === "amber" ? "stop" : "check"
        text: tab.med.stage === "open" ? tab.med.banner.text : ""
    }
    Strip {
        called: "mediationWhose"
        width: parent.width
        tone: tab.med.whose.tone
        icon: tab.med.whose.tone === "amber" ? "warn" : "lock"
        text: tab.med.stage === "open" ? tab.med.whose.text : ""
    }
    Item {
        visible: tab.med.stage === "open" && !tab.med.appointed
        width: parent.width
        height: nobody.implicitHeight
        Column {
            id: nobody
            width: parent.width
            spacing: Theme.gap
            DEmpty {
                width: parent.width
                icon: "contract"
                title: words.say("mediate.nobody", words.language)
                text: words.say("mediate.nobody_lead", words.language)
            }
            DButton {
                objectName: "mediationAppoint"
                anchors.horizontalCenter: parent.horizontalCenter
                visible: tab.med.acts.appoint !== undefined
                text: tab.med.acts.appoint || ""
                onActed: tab.med.begin("appoint")
            }
        }
    }
    Loader {
        active: tab.med.stage === "open" && tab.med.appointed
        visible: active
        width: parent.width
        sourceComponent: Grid {
            id: grid
            columns: tab.paired ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Column {
                width: tab.paired ? tab.width - tab.side - Theme.gap : tab.width
                spacing: Theme.gap
                Duties { visible: tab.owes; width: parent.width }
                Loader { active: tab.med.mine && !tab.paired; visible: active; width: parent.width; sourceComponent: screen }
                Talks { width: parent.width }
            }
            Column {
                width: tab.side
                spacing: Theme.gap
                Loader { active: tab.med.mine && tab.paired; visible: active; width: parent.width; sourceComponent: screen }
                People { visible: tab.med.untold; width: parent.width }
                Sessions { width: parent.width }
                People { visible: !tab.med.untold; width: parent.width }
                Facts { width: parent.width }
                WayPart { width: parent.width }
            }
        }
    }
    Component {
        id: screen
        PublicScreen { }
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: tab.med.rooms.up
        source: active ? "Rooms.qml" : ""
    }
}
