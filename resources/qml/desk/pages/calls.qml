import QtQuick
import "../../controls"
import "../controls"

// Calls from the kiosks, the oldest first; one press says there that somebody is coming.
FocusScope {
    id: page
    objectName: "callsPage"
    function arrive() { rows.count > 0 && rows.itemAt(0).focusFirst() }
    onActiveFocusChanged: if (activeFocus && !scroll.activeFocus) arrive()
    DScroll {
        id: scroll
        anchors.fill: parent
        pad: Theme.margin
        Column {
            width: Math.min(parent.width, Theme.d(980))
            spacing: Theme.gap
            T {
                objectName: "callsTitle"
                width: parent.width
                key: "calls.title"
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            DEmpty {
                visible: calls.rows.length === 0
                width: parent.width
                topPadding: Theme.d(60)
                icon: "bell"
                title: words.say("calls.none", words.language)
                text: words.say("calls.none_told", words.language)
            }
            Repeater {
                id: rows
                model: calls.rows
                Rectangle {
                    id: call
                    required property var modelData
                    required property int index
                    width: parent.width
                    height: Math.max(said.implicitHeight, go.height) + Theme.d(32)
                    radius: Theme.radius
                    color: Theme.card
                    border.width: Theme.hair
                    border.color: Theme.line
                    function focusFirst() { go.forceActiveFocus(Qt.TabFocusReason) }
                    Rectangle { x: Theme.d(1); y: Theme.d(12); width: Theme.d(4); height: parent.height - 2 * y; radius: width / 2; color: Theme.seal }
                    Column {
                        id: said
                        x: Theme.d(24)
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - x - go.width - Theme.d(40)
                        spacing: Theme.d(2)
                        DText { width: parent.width; text: call.modelData.device; font.weight: Font.Bold; font.pixelSize: Theme.d(Theme.large ? 26 : 20) }
                        DText { width: parent.width; text: call.modelData.page; color: Theme.inkSoft }
                        Row {
                            spacing: Theme.d(10)
                            DChip { text: call.modelData.waited; tone: "seal"; icon: "clock" }
                            T { anchors.verticalCenter: parent.verticalCenter; text: call.modelData.at; font.pixelSize: Theme.small; color: Theme.inkSoft }
                        }
                    }
                    DButton {
                        id: go
                        objectName: "answer_" + call.modelData.n
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.d(20)
                        anchors.verticalCenter: parent.verticalCenter
                        primary: call.index === 0
                        key: "calls.answer"
                        name: words.fill("calls.answer_from", {device: call.modelData.device}, words.language)
                        keys: call.index === 0 ? "Ctrl+Return" : ""
                        onActed: calls.answer(call.modelData.n)
                    }
                }
            }
        }
    }
}
