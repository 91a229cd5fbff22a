import QtQuick
import "../../controls"
import "../controls"

// Messages of the public at the left, the one in hand with its answer at the right.
FocusScope {
    id: page
    objectName: "messagesPage"
    onActiveFocusChanged: if (activeFocus && !list.activeFocus && !hand.activeFocus) list.forceActiveFocus()
    Rectangle {
        id: side
        width: Math.min(Theme.d(Theme.large ? 520 : 440), parent.width * 0.42)
        height: parent.height
        color: Theme.card
        Rectangle { anchors.right: parent.right; width: Theme.hair; height: parent.height; color: Theme.line }
        T {
            id: title
            objectName: "messagesTitle"
            x: Theme.d(24)
            y: Theme.d(18)
            width: parent.width - 2 * x
            key: "messages.title"
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        ListView {
            id: list
            objectName: "messageRows"
            y: title.y + title.height + Theme.d(14)
            width: parent.width
            height: parent.height - y
            clip: true
            focus: true
            activeFocusOnTab: count > 0
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            model: messages.rows
            currentIndex: messages.rows.findIndex((row) => row.n === messages.chosen)
            Keys.onDownPressed: step(1)
            Keys.onUpPressed: step(-1)
            Keys.onReturnPressed: answer.input.forceActiveFocus(Qt.TabFocusReason)
            function step(by) {
                const row = messages.rows[Math.max(0, Math.min(count - 1, currentIndex + by))]
                if (row)
                    messages.choose(row.n)
            }
            delegate: Press {
                id: row
                required property var modelData
                required property int index
                objectName: "message_" + modelData.n
                readonly property bool here: modelData.n === messages.chosen
                width: ListView.view.width
                height: said.implicitHeight + Theme.d(28)
                activeFocusOnTab: false
                name: modelData.text
                Accessible.role: Accessible.ListItem
                Accessible.description: modelData.due
                onActed: messages.choose(modelData.n)
                Rectangle { anchors.fill: parent; color: row.here ? Theme.jadeSoft : over.hovered ? Theme.paper : "transparent" }
                Rectangle { visible: row.here; width: Theme.d(4); height: parent.height; color: Theme.jade }
                Rectangle { y: parent.height - height; width: parent.width; height: Theme.hair; color: Theme.line }
                HoverHandler { id: over }
                Column {
                    id: said
                    x: Theme.d(24)
                    y: Theme.d(14)
                    width: parent.width - 2 * x
                    spacing: Theme.d(6)
                    T { width: parent.width; text: row.modelData.text; maximumLineCount: 2; elide: Text.ElideRight; Accessible.ignored: true }
                    Row {
                        spacing: Theme.d(10)
                        DChip { text: row.modelData.due; tone: row.modelData.tone }
                        T { anchors.verticalCenter: parent.verticalCenter; visible: text !== ""; text: row.modelData.number; font.pixelSize: Theme.small; color: Theme.inkSoft; Accessible.ignored: true }
                    }
                }
                FocusRing {
                    of: row
                    visible: Theme.keyed && row.here && row.ListView.view.activeFocus
                    anchors.margins: Theme.d(2)
                }
            }
        }
    }
    DEmpty {
        visible: messages.rows.length === 0
        x: side.width + Theme.margin
        y: Theme.d(140)
        width: parent.width - x - Theme.margin
        icon: "reply"
        title: words.say("messages.none", words.language)
        text: words.say("messages.none_told", words.language)
    }
    DScroll {
        id: hand
        visible: messages.inHand.length > 0
        x: side.width
        width: parent.width - x
        height: parent.height
        pad: Theme.margin
        readonly property var row: messages.inHand[0] || ({text: "", number: "", phone: "", left: "", due: "", tone: "sand", hasCase: false})
        Column {
            width: Math.min(parent.width, Theme.d(860))
            spacing: Theme.gap
            Item {
                width: parent.width
                height: Math.max(due.height, at.height)
                DChip { id: due; anchors.verticalCenter: parent.verticalCenter; text: hand.row.due; tone: hand.row.tone; icon: "clock" }
                T { id: at; anchors.right: parent.right; anchors.verticalCenter: parent.verticalCenter; text: hand.row.left; font.pixelSize: Theme.small; color: Theme.inkSoft; wrapMode: Text.NoWrap }
            }
            DPane {
                width: parent.width
                T { objectName: "messageText"; width: parent.width; text: hand.row.text; font.pixelSize: Theme.d(Theme.large ? 25 : 20) }
                T {
                    width: parent.width
                    text: hand.row.phone !== "" ? words.fill("messages.phone", {phone: hand.row.phone}, words.language)
                        : words.say(hand.row.number !== "" ? "messages.no_phone" : "messages.no_way", words.language)
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                }
            }
            Row {
                visible: hand.row.hasCase
                spacing: Theme.d(12)
                T { anchors.verticalCenter: parent.verticalCenter; text: words.fill("messages.about", {number: hand.row.number}, words.language); wrapMode: Text.NoWrap }
                DButton { objectName: "openCase"; key: "messages.open_case"; small: true; icon: "box"; keys: "Alt+O"; onActed: messages.openCase() }
            }
            DLong {
                id: answer
                width: parent.width
                boxName: "answer"
                label: words.say("messages.answer", words.language)
                hint: words.say("messages.answer_hint", words.language)
                lines: 6
                maximum: 1000
                value: messages.written
                problem: messages.problem
                onEdited: (text) => messages.write(text)
                onAccepted: messages.send()
            }
            DButton { objectName: "send"; primary: true; key: "messages.send"; keys: "Ctrl+Return"; enabled: !messages.busy; onActed: messages.send() }
        }
    }
}
