import QtQuick
import "../../controls"
import "../controls"
import "../case"

// A version of the agreement that was kept, read on the screen; the one before and the one after are a key away.
Over {
    id: reading
    readonly property var versions: drafting.versions
    readonly property var preview: drafting.sheet.preview
    called: "earlierVersion"
    title: versions.title
    lead: words.say("drafting.version_lead", words.language)
    hint: words.say("case.paper_keys", words.language)
    wide: Theme.d(Theme.large ? 1100 : 980)
    tall: height
    onGone: versions.close()
    Keys.onPressed: (event) => sheets.press(event)
    function arrive() { (sheets.there ? sheets.flick : shut).forceActiveFocus(Qt.TabFocusReason) }
    Connections {
        target: reading.preview
        function onPaged() { if (reading.versions.up) reading.arrive() }
    }
    buttons: [
        DButton { objectName: "versionOlder"; anchors.verticalCenter: parent.verticalCenter; key: "drafting.older"
                  enabled: reading.versions.older; onActed: reading.versions.step(-1) },
        DButton { objectName: "versionNewer"; anchors.verticalCenter: parent.verticalCenter; key: "drafting.newer"
                  enabled: reading.versions.newer; onActed: reading.versions.step(1) },
        DButton { id: shut; objectName: "versionClose"; anchors.verticalCenter: parent.verticalCenter; key: "case.close"; keys: "Esc"
                  hears: false; onActed: reading.gone() }
    ]
    Rectangle {
        anchors.fill: parent
        color: Theme.sand
        Sheets {
            id: sheets
            called: "version"
            anchors.fill: parent
            anchors.margins: Theme.d(14)
            pages: reading.preview.pages
            onSharpen: (first, last, zoom) => reading.preview.sharpen(first, last, zoom)
            told: reading.preview.told
            bad: reading.preview.bad
        }
    }
}
