import QtQuick
import "../../controls"
import "../controls"
import "../case"

// The exact pages that are signed, read on the screen.
Over {
    id: reading
    readonly property var preview: drafting.sheet.preview
    called: "textToSign"
    title: words.say("drafting.read_text", words.language)
    lead: words.say("drafting.read_lead", words.language)
    hint: words.say("case.paper_keys", words.language)
    wide: Theme.d(Theme.large ? 1100 : 980)
    tall: height
    onGone: drafting.closeText()
    Keys.onPressed: (event) => sheets.press(event)
    function arrive() { (sheets.there ? sheets.flick : shut).forceActiveFocus(Qt.TabFocusReason) }
    Connections {
        target: reading.preview
        function onPaged() { if (drafting.reading) reading.arrive() }
    }
    buttons: [
        DButton { id: shut; objectName: "textClose"; anchors.verticalCenter: parent.verticalCenter; key: "case.close"; keys: "Esc"
                  hears: false; onActed: reading.gone() }
    ]
    Rectangle {
        anchors.fill: parent
        color: Theme.sand
        Sheets {
            id: sheets
            called: "text"
            anchors.fill: parent
            anchors.margins: Theme.d(14)
            pages: reading.preview.pages
            onSharpen: (first, last, zoom) => reading.preview.sharpen(first, last, zoom)
            told: reading.preview.told
            bad: reading.preview.bad
        }
    }
}
