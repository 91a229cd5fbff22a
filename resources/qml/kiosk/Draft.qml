import QtQuick
import "../controls"

// The code of the draft: told in full after the first save, then in one line until it is put away.
Loader {
    visible: active
    active: filing.showsCode
    sourceComponent: filing.codeTold ? brief : full

    Component {
        id: full
        Banner {
            objectName: "draftBanner"
            icon: "lock"
            title: words.say("common.draft_saved", words.language)
            code: filing.code
            text: filing.until
            button: words.say("common.noted", words.language)
            onActed: filing.codeSeen()
        }
    }
    Component {
        id: brief
        T {
            objectName: "draftLine"
            text: words.fill("common.draft_line", {code: filing.code}, words.language)
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            color: Theme.jade
        }
    }
}
