import QtQuick
import "../../controls"
import "../controls"

// A paper of the case, read on the screen.
Over {
    id: reading
    readonly property var papers: case_.papers
    called: "reading"
    title: papers.title
    lead: papers.number
    hint: papers.printing !== "" ? papers.printing : words.say("case.paper_keys", words.language)
    wide: Theme.d(Theme.large ? 1100 : 980)
    tall: height
    onGone: papers.close()
    function arrive() { (sheets.there ? sheets.flick : shut).forceActiveFocus(Qt.TabFocusReason) }
    Connections {
        target: reading.papers
        function onRefreshed() { reading.arrive() }
    }
    buttons: [
        DButton { objectName: "readingPrint"; anchors.verticalCenter: parent.verticalCenter; icon: "printer"; key: "case.print"; keys: "Ctrl+P"
                  onActed: reading.papers.print(reading.papers.at) },
        DButton { id: shut; objectName: "readingClose"; anchors.verticalCenter: parent.verticalCenter; key: "case.close"; keys: "Esc"
                  hears: false; onActed: reading.gone() }
    ]
    Rectangle {
        anchors.fill: parent
        color: Theme.sand
        Sheets {
            id: sheets
            called: "paper"
            anchors.fill: parent
            anchors.margins: Theme.d(14)
            pages: reading.papers.pages
            told: reading.papers.told
            bad: !reading.papers.looking && reading.papers.told !== ""
        }
    }
}
