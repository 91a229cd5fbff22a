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
    function larger(by) { zoom = Math.max(0.5, Math.min(3, Math.round((zoom + by * 0.25) * 100) / 100)) }
    function move(by) { flick.contentY = Math.max(0, Math.min(flick.contentY + by, flick.contentHeight - flick.height)) }
    Keys.onPressed: (event) => {
        const steps = {[Qt.Key_Down]: 60, [Qt.Key_Up]: -60, [Qt.Key_PageDown]: flick.height * 0.9, [Qt.Key_PageUp]: -flick.height * 0.9,
                       [Qt.Key_Home]: -1e6, [Qt.Key_End]: 1e6}
        event.accepted = true
        if (event.key in steps)
            move(steps[event.key])
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            larger(1)
        else if (event.key === Qt.Key_Minus)
            larger(-1)
        else if (event.key === Qt.Key_0)
            zoom = 1
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
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Document
        Accessible.name: words.say("acting.preview", words.language)
        Column {
            id: column
            width: Math.round(flick.width * sheets.zoom)
            spacing: Theme.d(12)
            Repeater {
                model: sheets.pages
                Rectangle {
                    required property string modelData
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
                        source: parent.modelData
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
