import QtQuick
import "../../controls"

// A dialog over the page: title, what is asked, the one primary button with the way back beside it.
// The page behind stays as it is; Esc goes back, Ctrl+Enter does what the primary does.
FocusScope {
    id: sheet
    default property alias inside: body.data
    property string title: ""
    property string text: ""
    property string primary: ""
    property string primaryClosed: ""
    property string back: words.say("desk.back", words.language)
    property real wide: Theme.d(Theme.large ? 860 : 720)
    property bool danger: false
    property alias buttons: extra.data
    readonly property alias scroll: scroll
    signal accepted()
    signal dismissed()
    anchors.fill: parent
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title

    function firstField(item) {
        for (let i = 0; i < item.children.length; i++) {
            const child = item.children[i]
            if (child.visible && child.enabled && child.activeFocusOnTab)
                return child
            const inside = child.visible ? firstField(child) : null
            if (inside)
                return inside
        }
        return null
    }
    function arrive() {
        const first = firstField(body) || (primary !== "" ? go : leave)
        first.forceActiveFocus(Qt.TabFocusReason)
    }
    Component.onCompleted: {
        overlay.put(sheet)
        later.restart()
    }
    Component.onDestruction: overlay.drop(sheet)
    onActiveFocusChanged: if (activeFocus && Window.activeFocusItem === sheet) later.restart()
    Timer { id: later; interval: 0; onTriggered: sheet.arrive() }

    Rectangle { anchors.fill: parent; color: Theme.ink; opacity: 0.45 }
    MouseArea { anchors.fill: parent; hoverEnabled: true; onWheel: (wheel) => { wheel.accepted = true } }
    Rectangle {
        id: paper
        objectName: "sheetPaper"
        readonly property real most: sheet.height - Theme.d(48)
        anchors.centerIn: parent
        width: Math.min(sheet.wide, sheet.width - Theme.d(48))
        height: Math.min(most, head.height + body.implicitHeight + 2 * scroll.pad + foot.height)
        radius: Theme.radius
        color: Theme.paper
        border.width: Theme.hair
        border.color: Theme.edge
        Column {
            id: head
            x: Theme.d(24)
            width: parent.width - 2 * x
            topPadding: Theme.d(20)
            spacing: Theme.d(6)
            T {
                objectName: "sheetTitle"
                width: parent.width
                text: sheet.title
                font.pixelSize: Theme.d(Theme.large ? 28 : 22)
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            T {
                visible: text !== ""
                width: parent.width
                text: sheet.text
                color: Theme.inkSoft
            }
        }
        DScroll {
            id: scroll
            objectName: "sheetScroll"
            y: head.height
            width: parent.width
            height: parent.height - y - foot.height
            pad: Theme.d(24)
            Column {
                id: body
                width: parent.width
                spacing: Theme.gap
            }
        }
        Item {
            id: foot
            y: parent.height - height
            width: parent.width
            height: go.height + Theme.d(32)
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            Row {
                id: extra
                x: Theme.d(24)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.d(10)
            }
            Row {
                anchors.right: parent.right
                anchors.rightMargin: Theme.d(24)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.d(12)
                DButton {
                    id: leave
                    objectName: "sheetBack"
                    anchors.verticalCenter: parent.verticalCenter
                    text: sheet.back
                    keys: "Esc"
                    hears: false
                    onActed: sheet.dismissed()
                }
                DButton {
                    id: go
                    objectName: "sheetGo"
                    visible: sheet.primary !== ""
                    primary: !sheet.danger
                    danger: sheet.danger
                    text: sheet.primary
                    closed: sheet.primaryClosed
                    keys: "Ctrl+Return"
                    onActed: sheet.accepted()
                }
            }
        }
    }
}
