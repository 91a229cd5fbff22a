import QtQuick
import "../../controls"
import "../controls"
import "../intake"
import "../mediation"

// The case in a narrow window, or in large text: everything one under the other.
Item {
    id: layout
    property real pad: 0
    readonly property alias side: column
    DScroll {
        id: scroll
        objectName: "caseScroll"
        anchors.fill: parent
        pad: layout.pad
        Told { width: parent.width }
        ScreenLine { width: parent.width }
        AlikeLine { width: parent.width }
        CaseHead { width: parent.width }
        CaseRail { visible: !case_.roomy; width: parent.width }
        DPane {
            visible: !case_.roomy
            width: parent.width
            Side { id: column; width: parent.width }
        }
        CaseTabs { id: tabs; width: parent.width }
        CaseTab { width: parent.width }
    }
    Connections {
        target: case_
        function onTurned() { scroll.to(tabs.y + layout.pad) }
        function onArrived() { scroll.toTop() }
    }
}
