import QtQuick
import "../../controls"
import "../controls"

// The pages of the agreement as they will print, renewed while one types; what has not changed stays as it is.
Item {
    id: pages
    readonly property var preview: drafting.sheet.preview
    readonly property var mirror: drafting.sheet.mirror
    Column {
        id: bar
        width: parent.width
        spacing: Theme.d(6)
        Row {
            width: parent.width
            spacing: Theme.d(8)
            T { anchors.verticalCenter: parent.verticalCenter; key: "drafting.preview"; font.weight: Font.Bold; wrapMode: Text.NoWrap; Accessible.role: Accessible.Heading }
            DChip { objectName: "previewBehind"; anchors.verticalCenter: parent.verticalCenter; tone: "sand"
                    text: pages.preview.behind && pages.preview.count > 0 ? words.say("drafting.preview_behind", words.language) : "" }
        }
        Flow {
            width: parent.width
            spacing: Theme.d(6)
            Repeater {
                model: pages.mirror.device === "" ? pages.mirror.screens : []
                DButton {
                    required property var modelData
                    objectName: "mirror_" + modelData.id
                    small: true
                    icon: "eye"
                    text: words.fill("drafting.mirror", {device: modelData.id}, words.language)
                    closed: modelData.closed
                    onActed: pages.mirror.begin(modelData.id)
                }
            }
            DChip { height: Theme.d(Theme.large ? 42 : 34); tone: "jade"; icon: "eye"
                    text: pages.mirror.device === "" ? "" : words.fill("drafting.mirror_on", {device: pages.mirror.device}, words.language) }
            DButton { objectName: "mirrorEnd"; visible: pages.mirror.device !== ""; small: true; key: "drafting.mirror_off"; onActed: pages.mirror.end() }
        }
        DLabel { visible: problem !== ""; width: parent.width; problem: pages.mirror.trouble }
        DLabel { visible: problem !== ""; width: parent.width; problem: pages.preview.bad ? pages.preview.told : "" }
    }
    Flickable {
        id: flick
        objectName: "draftPages"
        y: bar.height + Theme.d(8)
        width: parent.width
        height: parent.height - y
        visible: pages.preview.count > 0
        clip: true
        activeFocusOnTab: true
        contentWidth: width
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Document
        Accessible.name: words.say("drafting.preview", words.language)
        Keys.onDownPressed: move(Theme.d(60))
        Keys.onUpPressed: move(-Theme.d(60))
        Keys.onPressed: (event) => {
            if (event.key !== Qt.Key_PageDown && event.key !== Qt.Key_PageUp)
                return
            move((event.key === Qt.Key_PageDown ? 0.9 : -0.9) * height)
            event.accepted = true
        }
        function move(by) { contentY = Math.max(0, Math.min(contentY + by, contentHeight - height)) }
        Column {
            id: column
            width: flick.width
            spacing: Theme.d(12)
            Repeater {
                model: pages.preview.count
                Rectangle {
                    required property int index
                    width: column.width
                    height: Math.round(width * 1.4142)
                    color: Theme.white
                    border.width: Theme.hair
                    border.color: Theme.line
                    Image {
                        objectName: "draftPage_" + parent.index
                        anchors.fill: parent
                        anchors.margins: Theme.hair
                        source: pages.preview.pages[parent.index] || ""
                        smooth: true
                        mipmap: true
                        cache: false
                        Accessible.role: Accessible.Graphic
                        Accessible.name: words.fill("drafting.preview_page", {n: parent.index + 1}, words.language)
                    }
                }
            }
        }
    }
    DBar { of: flick; y: flick.y; height: flick.height; visible: flick.visible && share < 0.999 }
    FocusRing { of: flick }
    Column {
        visible: pages.preview.count === 0 && !pages.preview.bad
        anchors.centerIn: parent
        width: parent.width - Theme.d(64)
        spacing: Theme.d(10)
        Icon { anchors.horizontalCenter: parent.horizontalCenter; size: Theme.d(44); weight: 1.4; name: "paper"; color: Theme.inkSoft }
        T { width: parent.width; horizontalAlignment: Text.AlignHCenter; color: Theme.inkSoft
            text: pages.preview.told !== "" ? pages.preview.told : words.say("drafting.preview_first", words.language) }
    }
}
