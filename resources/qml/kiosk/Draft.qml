import QtQuick
import "../controls"

// The code of the draft: told in full after the first save, then in one line until it is put away.
Item {
    visible: filing.showsCode
    height: filing.codeTold ? brief.height : full.implicitHeight

    Banner {
        id: full
        objectName: "draftBanner"
        visible: !filing.codeTold
        width: parent.width
        height: implicitHeight
        icon: "lock"
        title: words.say("common.draft_saved", words.language)
        code: filing.code
        text: filing.until
        button: words.say("common.noted", words.language)
        onActed: filing.codeSeen()
    }
    T {
        id: brief
        objectName: "draftLine"
        visible: filing.codeTold
        width: parent.width
        text: words.fill("common.draft_line", {code: filing.code}, words.language)
        font.pixelSize: Theme.small
        font.weight: Font.Medium
        color: Theme.jade
    }
}
