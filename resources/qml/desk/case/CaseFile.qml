import QtQuick
import "../../controls"
import "../controls"

// A case: who against whom, how far each matter is, what it holds, and at the right what comes next.
// Knows the bridge `case_`; what opens over it lies in the window's `overlay`.
FocusScope {
    id: page
    objectName: "case"
    readonly property bool wide: width >= Theme.d(Theme.large ? 1080 : 800)
    readonly property real pad: Theme.d(width > Theme.d(960) ? 32 : 20)
    Accessible.role: Accessible.Pane
    Accessible.name: words.fill("case.page", {number: case_.number}, words.language)

    // Where the tab has the whole window, it takes the keys itself.
    function focusNext() {
        if (case_.roomy)
            return
        if (!layout.item || !layout.item.side.focusNext())
            page.forceActiveFocus()
    }
    Connections {
        target: case_
        function onActed() { later.restart() }
        function onLaidBare() { later.restart() }
    }
    Timer { id: later; interval: 0; onTriggered: page.focusNext() }

    Loader {
        anchors.fill: parent
        active: case_.stage !== "open"
        sourceComponent: Waiting { anchors.fill: parent }
    }
    Loader {
        id: layout
        objectName: "caseLayout"
        anchors.fill: parent
        active: case_.stage === "open"
        visible: active
        enabled: active && !case_.over
        sourceComponent: page.wide ? beside : below
    }
    Component {
        id: beside
        CaseWide { pad: page.pad }
    }
    Component {
        id: below
        CaseNarrow { pad: page.pad }
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: case_.acting.stage !== ""
        source: active ? (case_.acting.stage === "conflict" ? "Conflict.qml" : "Acting.qml") : ""
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: case_.evidence.up
        source: active ? "Exhibit.qml" : ""
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: case_.papers.up && case_.acting.stage === ""
        source: active ? "Reading.qml" : ""
    }
}
