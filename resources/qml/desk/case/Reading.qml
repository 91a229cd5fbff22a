import QtQuick
import "../../controls"
import "../controls"
import "../printing"

// A paper of the case, read on the screen.
Over {
    id: reading
    readonly property var papers: case_.papers
    called: "reading"
    title: papers.title
    lead: papers.number
    hint: words.say("case.paper_keys", words.language)
    wide: Theme.d(Theme.large ? 1100 : 980)
    tall: height
    onGone: papers.close()
    Keys.onPressed: (event) => sheets.press(event)
    function arrive() { (sheets.there ? sheets.flick : shut).forceActiveFocus(Qt.TabFocusReason) }
    Connections {
        target: reading.papers
        function onRefreshed() { reading.arrive() }
    }
    buttons: [
        DButton { objectName: "readingPrint"; anchors.verticalCenter: parent.verticalCenter; icon: "printer"; key: "case.print"; keys: "Ctrl+P"
                  onActed: reading.papers.print(reading.papers.at) },
        DButton { objectName: "readingPrintOn"; anchors.verticalCenter: parent.verticalCenter; bare: true; icon: "down"; keys: "Ctrl+Shift+P"
                  name: words.say("printing_page.print_to", words.language); onActed: reading.papers.choose(reading.papers.at) },
        DButton { id: shut; objectName: "readingClose"; anchors.verticalCenter: parent.verticalCenter; key: "case.close"; keys: "Esc"
                  hears: false; onActed: reading.gone() }
    ]
    Rectangle {
        anchors.fill: parent
        color: Theme.sand
        CopyStrip { id: strip; called: "readingCopy"; x: Theme.d(14); y: Theme.d(14); width: parent.width - 2 * x; of: reading.papers.copy }
        Sheets {
            id: sheets
            called: "paper"
            x: Theme.d(14)
            y: strip.visible ? strip.y + strip.height + Theme.d(10) : Theme.d(14)
            width: parent.width - 2 * x
            height: parent.height - y - Theme.d(14)
            pages: reading.papers.pages
            onSharpen: (first, last, zoom) => reading.papers.sharpen(first, last, zoom)
            told: reading.papers.told
            bad: !reading.papers.looking && reading.papers.told !== ""
        }
    }
}
