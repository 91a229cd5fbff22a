import QtQuick
import "../controls"

// The strip that tells the code of the draft, once, after the first save.
Banner {
    objectName: "draftBanner"
    visible: filing.showsCode
    icon: "lock"
    title: words.say("common.draft_saved", words.language)
    code: filing.code
    text: filing.until
    button: words.say("common.noted", words.language)
    onActed: filing.codeSeen()
}
