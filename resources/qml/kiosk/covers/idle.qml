import QtQuick
import "../../controls"

Cover {
    icon: "clock"
    tone: Theme.amber
    title: words.say("cover.idle", words.language)
    text: words.say(stage.does === "signs" ? "stage.idle" : filing.saved ? "cover.idle_saved" : "cover.idle_text", words.language)
    T { objectName: "paperLeft"; visible: paper.waits; width: parent.width; key: "your_paper.left"; font.weight: Font.Bold }
    T {
        objectName: "idleLeft"
        width: parent.width
        text: words.fill("cover.idle_left", {n: idle.left}, words.language)
        font.pixelSize: Theme.banner
        font.weight: Font.Bold
        color: Theme.amber
    }
    Big {
        objectName: "moreTime"
        width: parent.width
        key: "cover.more_time"
        focus: true
        onActed: idle.more()
    }
    Big {
        objectName: "endNow"
        width: parent.width
        ghost: true
        key: "common.end"
        onActed: kiosk.end(true)
    }
}
