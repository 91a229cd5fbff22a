import QtQuick
import "../../controls"
import "../controls"

// Pages of a paper, one under the other, as wide as the room; larger and smaller by + and −, moved by keys.
FocusScope {
    id: sheets
    property string called: ""
    property var pages: []
    property string note: ""
    property string told: ""
    property bool bad: false
    property real zoom: 1
    readonly property alias flick: flick
    readonly property bool there: pages.length > 0
    signal sharpen(int first, int last, real zoom)
    function larger(by) { show(Math.max(0.5, Math.min(3, Math.round((zoom + by * 0.25) * 100) / 100))) }
    // What is in the middle stays there.
    function show(to) {
        const middle = (flick.contentY + flick.height / 2) * to / zoom - flick.height / 2
        const across = (flick.contentX + flick.width / 2) * to / zoom - flick.width / 2
        zoom = to
        flick.contentY = Math.max(0, middle)
        flick.contentX = Math.max(0, Math.min(across, column.width - flick.width))
    }
    function look() {
        let first = -1, last = -1
        for (let i = 0; i < all.count; i++) {
            const page = all.itemAt(i)
            if (page && page.y + page.height > flick.contentY && page.y < flick.contentY + flick.height) {
                first = first < 0 ? i : first
                last = i
            }
        }
        if (first >= 0)
            sharpen(first, last, zoom)
    }
    Timer { id: rests; interval: 120; onTriggered: sheets.look() }
    onZoomChanged: rests.restart()
    onThereChanged: if (!there) zoom = 1
    function aside(by) { flick.contentX = Math.max(0, Math.min(flick.contentX + by, flick.contentWidth - flick.width)) }
    function move(by) { flick.contentY = Math.max(0, Math.min(flick.contentY + by, flick.contentHeight - flick.height)) }
    Keys.onPressed: (event) => press(event)
    function press(event) {
        const steps = {[Qt.Key_Down]: 60, [Qt.Key_Up]: -60, [Qt.Key_PageDown]: flick.height * 0.9, [Qt.Key_PageUp]: -flick.height * 0.9,
                       [Qt.Key_Home]: -1e6, [Qt.Key_End]: 1e6}
        event.accepted = true
        if (event.key in steps)
            move(steps[event.key])
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            larger(1)
        else if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            aside(event.key === Qt.Key_Left ? -60 : 60)
        else if (event.key === Qt.Key_Minus)
            larger(-1)
        else if (event.key === Qt.Key_0)
            show(1)
        else
            event.accepted = false
    }
    Row {
        id: bar
        visible: sheets.there
        width: parent.width
        spacing: Theme.d(6)
        DChip { anchors.verticalCenter: parent.verticalCenter; text: sheets.note; tone: "amber"
                width: Math.min(implicitWidth, bar.width - tools.width - bar.spacing) }
        Item { height: 1; width: Math.max(0, parent.width - tools.width - (sheets.note === "" ? 0 : parent.children[0].width) - 2 * parent.spacing) }
        Row {
            id: tools
            spacing: Theme.d(4)
            DButton { objectName: sheets.called + "Smaller"; bare: true; small: true; icon: "minus"; name: words.say("case.smaller", words.language); onActed: sheets.larger(-1) }
            T { objectName: sheets.called + "Zoom"; anchors.verticalCenter: parent.verticalCenter; width: Theme.d(Theme.large ? 74 : 58); horizontalAlignment: Text.AlignHCenter
                text: words.fill("printing_page.page_large", {n: Math.round(sheets.zoom * 100)}, words.language); font.pixelSize: Theme.small; color: Theme.inkSoft }
            DButton { objectName: sheets.called + "Larger"; bare: true; small: true; icon: "plus"; name: words.say("case.larger", words.language); onActed: sheets.larger(1) }
        }
    }
    Flickable {
        id: flick
        objectName: sheets.called + "Pages"
        y: bar.visible ? bar.height + Theme.d(8) : 0
        width: parent.width
        height: parent.height - y
        visible: sheets.there
        clip: true
        activeFocusOnTab: true
        contentWidth: Math.max(width, column.width)
        contentHeight: column.height
        onContentYChanged: if (sheets.zoom > 1) rests.restart()
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Document
        Accessible.name: words.say("acting.preview", words.language)
        Column {
            id: column
            width: Math.round(flick.width * sheets.zoom)
            spacing: Theme.d(12)
            Repeater {
                id: all
                model: sheets.pages.length
                Rectangle {
                    required property int index
                    width: column.width
                    height: picture.implicitWidth > 0 ? Math.round(width * picture.implicitHeight / picture.implicitWidth) : Math.round(width * 1.414)
                    color: Theme.white
                    border.width: Theme.hair
                    border.color: Theme.line
                    Image {
                        id: picture
                        objectName: sheets.called + "Page_" + parent.index
                        anchors.fill: parent
                        source: sheets.pages[parent.index] || ""
                        smooth: true
                        mipmap: true
                        cache: false
                        Accessible.role: Accessible.Graphic
                        Accessible.name: words.fill("case.page_name", {n: parent.index + 1}, words.language)
                    }
                }
            }
        }
    }
    DBar { of: flick; y: flick.y; height: flick.height; visible: sheets.there && share < 0.999 }
    FocusRing { of: flick }
    Column {
        visible: !sheets.there
        anchors.centerIn: parent
        width: parent.width - Theme.d(64)
        spacing: Theme.d(10)
        Icon { anchors.horizontalCenter: parent.horizontalCenter; size: Theme.d(44); weight: 1.4; name: sheets.bad ? "warn" : "paper"
               color: sheets.bad ? Theme.seal : Theme.inkSoft }
        T { objectName: sheets.called + "Told"; width: parent.width; horizontalAlignment: Text.AlignHCenter; text: sheets.told
            color: sheets.bad ? Theme.seal : Theme.inkSoft }
    }
}
