import QtQuick
import "../../controls"
import ".."

// The text to be signed, page by page: the way to the signature opens on its last page.
Frame {
    id: page
    title: words.fill("stage.agreement", {name: stage.signer}, words.language)
    lead: Theme.compact ? "" : words.say("stage.agreement_lead", words.language)
    titleSize: Theme.d(Theme.large ? 56 : 44)
    attended: true
    readonly property bool last: stage.page + 1 >= stage.pages
    showBack: stage.page > 0
    back: words.say("reader.previous", words.language)
    backEnabled: !stage.sending
    primary: words.say(last ? "stage.to_sign" : "reader.following", words.language)
    primaryIcon: last ? "pen" : ""
    primaryEnabled: !stage.sending && stage.drawn
    onGoBack: stage.turn(-1)
    onNext: last ? stage.toSign() : stage.turn(1)
    readonly property int shown: stage.page
    readonly property string read: stage.read
    onShownChanged: { scroll.toTop(); page.Accessible.announce(stage.where, Accessible.Polite) }

    Note { objectName: "deskAway"; visible: stage.alone; width: parent.width; icon: "info"
           text: words.say("stage.alone", words.language) }
    Keys.onPressed: (event) => zooming.key(event)
    Zooming { id: zooming; of: stage; sheet: sheet; width: parent.width }
    Sheet {
        id: sheet
        objectName: "sheet"
        width: parent.width
        name: page.title + " " + stage.where
        words: stage.read
        of: stage
        closer: Theme.large
    }
    Flow {
        width: parent.width
        spacing: Theme.d(16)
        Pill { objectName: "onPaper"; icon: "paper"; key: "stage.on_paper"; enabled: !stage.sending
               onActed: stage.onPaper() }
        Pill { objectName: "decline"; icon: "cross"; key: "stage.decline"; enabled: !stage.sending
               onActed: stage.decline() }
    }
}
