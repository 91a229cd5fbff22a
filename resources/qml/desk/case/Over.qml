import QtQuick
import "../../controls"
import "../controls"

// A sheet over the whole window: a title, what is asked or shown, buttons at the foot. Esc leaves;
// the keys go round in it.
FocusScope {
    id: over
    default property alias inside: body.data
    property string called: ""
    property string title: ""
    property string lead: ""
    property string hint: ""
    property real wide: Theme.d(720)
    property real tall: 0
    property real high: 0
    property alias buttons: foot.data
    property alias marks: marks.data
    signal gone()
    function arrive() { paper.forceActiveFocus() }
    objectName: called
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    signal dismissed()
    onDismissed: gone()
    Component.onDestruction: overlay.drop(over)
    Component.onCompleted: { overlay.put(over); later.restart(); over.Accessible.announce(title, Accessible.Polite) }
    Timer { id: later; interval: 0; onTriggered: over.arrive() }
    // After the window's own sheet, or its lock, the keys come back here.
    Connections {
        target: desk
        function onChanged() {
            if (desk.covering === "" && desk.sheet === "" && !over.activeFocus)
                later.restart()
        }
    }

    function ends(first) {
        const all = []
        const walk = (item) => {
            for (let i = 0; i < item.children.length; i++) {
                const child = item.children[i]
                if (!child.visible || !child.enabled)
                    continue
                if (child.activeFocusOnTab && child.objectName !== "")
                    all.push(child)
                walk(child)
            }
        }
        walk(paper)
        const end = all[first ? 0 : all.length - 1]
        if (end)
            end.forceActiveFocus(first ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }
    Item { activeFocusOnTab: true; onActiveFocusChanged: if (activeFocus) over.ends(false) }
    Rectangle { anchors.fill: parent; color: Theme.ink; opacity: 0.5 }
    MouseArea { anchors.fill: parent; hoverEnabled: true; acceptedButtons: Qt.AllButtons
                onWheel: (wheel) => { wheel.accepted = true } }
    Rectangle {
        id: paper
        objectName: over.called + "Paper"
        anchors.centerIn: parent
        width: Math.min(over.wide, over.width - Theme.d(40))
        height: over.tall > 0 ? Math.min(over.tall, over.height - Theme.d(40))
                              : Math.min(head.height + over.high + base.height, over.height - Theme.d(40))
        radius: Theme.d(14)
        color: Theme.paper
        border.width: Theme.hair
        border.color: Theme.edge
        clip: true
        Rectangle {
            width: parent.width
            height: head.height
            topLeftRadius: parent.radius
            topRightRadius: parent.radius
            color: Theme.card
            Rectangle { y: parent.height - height; width: parent.width; height: Theme.hair; color: Theme.line }
        }
        Column {
            id: head
            x: Theme.d(24)
            width: parent.width - 2 * x
            topPadding: Theme.d(16)
            bottomPadding: Theme.d(14)
            spacing: Theme.d(2)
            T {
                objectName: over.called + "Title"
                width: parent.width - marks.width
                text: over.title
                font.pixelSize: Theme.d(Theme.large ? 29 : 23)
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            T { visible: text !== ""; width: parent.width - marks.width; text: over.lead; color: Theme.inkSoft }
        }
        Row { id: marks; x: parent.width - width - Theme.d(24); y: (head.height - height) / 2; spacing: Theme.d(8) }
        Item {
            id: body
            y: head.height
            width: parent.width
            height: base.y - y
        }
        Rectangle {
            id: base
            y: parent.height - height
            width: parent.width
            height: foot.height + Theme.d(26)
            color: Theme.card
            bottomLeftRadius: parent.radius
            bottomRightRadius: parent.radius
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            DText { x: Theme.d(24); anchors.verticalCenter: parent.verticalCenter; width: foot.x - x - Theme.d(16)
                    visible: implicitWidth <= width; objectName: "overHint"
                    text: over.hint; font.pixelSize: Theme.small; color: Theme.inkSoft }
            Row {
                id: foot
                x: parent.width - width - Theme.d(20)
                y: Theme.d(13)
                spacing: Theme.d(10)
            }
        }
    }
    Item { activeFocusOnTab: true; onActiveFocusChanged: if (activeFocus) over.ends(true) }
}
