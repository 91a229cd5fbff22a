import QtQuick
import "../controls"

// Words that did not fit, or a key, shown beside what the mouse rests on or the focus stands on.
Item {
    id: tips
    property Item of: null
    property string said: ""

    function show(item, text) {
        of = item
        said = text
        soon.restart()
    }
    function hide(item) {
        if (item === of || item === undefined) {
            soon.stop()
            of = null
            paper.visible = false
        }
    }
    Timer {
        id: soon
        interval: 450
        onTriggered: {
            if (!tips.of || tips.said === "")
                return
            const at = tips.of.mapToItem(tips, 0, 0)
            const under = at.y + tips.of.height + Theme.d(6)
            paper.x = Math.max(Theme.d(8), Math.min(at.x, tips.width - paper.width - Theme.d(8)))
            paper.y = under + paper.height < tips.height ? under : at.y - paper.height - Theme.d(6)
            paper.visible = true
        }
    }
    Rectangle {
        id: paper
        objectName: "tip"
        visible: false
        width: words_.width + Theme.d(24)
        height: words_.height + Theme.d(14)
        radius: Theme.d(6)
        color: Theme.ink
        T {
            id: words_
            x: Theme.d(12)
            y: Theme.d(7)
            width: Math.min(implicitWidth, Theme.d(520))
            text: tips.said
            font.pixelSize: Theme.small
            color: Theme.white
            Accessible.ignored: true
        }
    }
}
