import QtQuick
import "../../controls"

Cover {
    icon: "leave"
    title: words.say("cover.end", words.language)
    readonly property var plain: ["track", "progress", "reader", "reprint", "message"]
    text: words.say(kiosk.page === "done" ? "cover.end_filed" : filing.saved ? "cover.end_saved"
                    : plain.indexOf(kiosk.page) >= 0 ? "cover.end_plain" : "cover.end_text", words.language)
    T { objectName: "paperLeft"; visible: paper.waits; width: parent.width; key: "your_paper.left"; font.weight: Font.Bold }
    Pane {
        visible: filing.saved && filing.code !== ""
        width: parent.width
        T { width: parent.width; key: "common.draft_code"; font.pixelSize: Theme.small; color: Theme.inkSoft }
        T { width: parent.width; text: filing.code; font.pixelSize: Theme.heading; font.weight: Font.Bold
            font.letterSpacing: Theme.d(2) }
        T { width: parent.width; visible: text !== ""; text: filing.until; font.pixelSize: Theme.small }
    }
    Big {
        objectName: "stay"
        width: parent.width
        key: "cover.stay"
        focus: true
        onActed: kiosk.stay()
    }
    Big {
        objectName: "endKeep"
        visible: filing.saved
        width: parent.width
        ghost: true
        key: "cover.end_keep"
        onActed: kiosk.end(true)
    }
    Big {
        objectName: "endDrop"
        width: parent.width
        ghost: true
        danger: filing.saved
        key: filing.saved ? "cover.end_drop" : "common.end"
        onActed: kiosk.end(!filing.saved)
    }
}
