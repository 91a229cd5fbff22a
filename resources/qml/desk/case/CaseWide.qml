import QtQuick
import "../../controls"
import "../controls"
import "../intake"
import "../mediation"

// The case in a wide window: what it is and the tab at the left, what comes next in a column at the right.
Item {
    id: layout
    property real pad: 0
    readonly property alias side: column
    readonly property real beside: case_.roomy ? 0 : Math.min(Theme.d(Theme.large ? 440 : 372), Math.round(width * 0.335))

    Column {
        id: head
        x: layout.pad
        width: parent.width - layout.beside - 2 * x
        topPadding: Theme.d(20)
        spacing: Theme.d(14)
        Told { width: parent.width }
        ScreenLine { width: parent.width }
        AlikeLine { width: parent.width }
        CaseHead { width: parent.width }
        CaseRail { visible: !case_.roomy; width: parent.width }
        CaseTabs { width: parent.width }
    }
    DScroll {
        id: scroll
        objectName: "caseScroll"
        x: layout.pad - Theme.d(8)
        y: head.height
        width: head.width + Theme.d(16)
        height: parent.height - y
        Item { width: 1; height: 1 }
        CaseTab { x: Theme.d(8); width: parent.width - 2 * x }
        Item { width: 1; height: Theme.d(8) }
    }
    Connections {
        target: case_
        function onTurned() { scroll.toTop() }
        function onArrived() { scroll.toTop() }
    }
    Rectangle {
        visible: !case_.roomy
        x: parent.width - width
        width: layout.beside
        height: parent.height
        color: Theme.card
        Rectangle { width: Theme.hair; height: parent.height; color: Theme.line }
        DScroll {
            anchors.fill: parent
            pad: Theme.d(22)
            Side { id: column; width: parent.width }
        }
    }
}
