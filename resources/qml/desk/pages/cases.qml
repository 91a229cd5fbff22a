import QtQuick
import "../../controls"
import "../controls"
import ".."
import "../case"

// The queue at the left, the open case beside it; the line between them is moved by mouse or keys.
FocusScope {
    id: page
    objectName: "cases"
    focus: true

    Connections {
        target: desk
        function onSearchAsked() { list.search.forceActiveFocus(); list.search.selectAll() }
        function onPanesAsked() {
            if (list.activeFocus && file.item)
                file.item.forceActiveFocus(Qt.TabFocusReason)
            else
                list.takeFocus()
        }
        function onBackAsked() { list.back() }
    }
    Queue {
        id: list
        objectName: "queue"
        width: case_.roomy ? 0 : Math.min(memory.queueWidth * (Theme.large ? 1.15 : 1) * Theme.scale, page.width * 0.42)
        visible: !case_.roomy
        height: parent.height
        focus: true
        enabled: !case_.over
    }
    Splitter {
        objectName: "splitter"
        visible: !case_.roomy
        x: list.width - width / 2
        height: parent.height
        z: 2
    }
    Loader {
        id: file
        objectName: "caseFile"
        x: list.width
        width: parent.width - x
        height: parent.height
        active: desk.caseOpen
        source: active ? "../case/CaseFile.qml" : ""
    }
    DEmpty {
        objectName: "noCase"
        visible: !desk.caseOpen && queue.empty.title === ""
        x: list.width + (parent.width - list.width - width) / 2
        y: (parent.height - height) / 2 - Theme.d(40)
        width: Theme.d(420)
        title: words.say("desk.no_case.title", words.language)
        text: words.say("desk.no_case.text", words.language)
    }
}
