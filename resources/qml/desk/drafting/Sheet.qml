import QtQuick
import "../../controls"
import "../controls"

// The sheet on which the agreement is written: clauses, blanks and findings at the left, the pages as they will print at the right.
FocusScope {
    id: sheet
    objectName: "draftingSheet"
    readonly property var writing: drafting.sheet
    readonly property real half: Math.round(width * (Theme.large ? 0.58 : 0.54))
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: drafting.title
    signal dismissed()
    onDismissed: drafting.leave()
    Component.onCompleted: { overlay.put(sheet); later.restart() }
    Component.onDestruction: overlay.drop(sheet)
    // After another sheet, or the window's lock, the keys come back to where they were.
    readonly property Item here: Window.activeFocusItem
    property Item last: null
    onHereChanged: {
        if (here === sheet)
            later.restart()
        else if (here && within(here))
            last = here
    }
    function within(item) {
        for (let p = item; p; p = p.parent)
            if (p === sheet)
                return true
        return false
    }
    Timer { id: later; interval: 0; onTriggered: (sheet.last && sheet.last.visible ? sheet.last : library.input).forceActiveFocus() }
    Connections {
        target: desk
        function onChanged() {
            if (desk.covering === "" && desk.sheet === "" && !sheet.activeFocus && overlay.uppermost === sheet)
                later.restart()
        }
    }
    Connections {
        target: drafting
        function onChanged() {
            if (!drafting.fixing && !sheet.activeFocus && overlay.uppermost === sheet && desk.covering === "")
                later.restart()
        }
    }
    Connections {
        target: sheet.writing
        function onJumped(at, slot) { jump.at = at; jump.slot = slot; jump.restart() }
    }
    Timer {
        id: jump
        property int at: -1
        property int slot: -1
        interval: 0
        onTriggered: if (sheet.writing.up) sheet.focusAt(at, slot)
    }
    function focusAt(at, slot) {
        const card = at >= 0 ? cards.itemAt(at) : null
        if (!card)
            library.input.forceActiveFocus()
        else if (slot < 0)
            card.focusHead()
        else
            card.focusBlank(slot)
        scroll.show(Window.activeFocusItem)
    }
    Shortcut { sequences: ["Ctrl+M"]; onActivated: sheet.writing.mendNext() }
    Shortcut { sequences: ["Ctrl+F"]; onActivated: library.input.forceActiveFocus() }

    Rectangle { anchors.fill: parent; color: Theme.paper }
    MouseArea { anchors.fill: parent; hoverEnabled: true; onWheel: (wheel) => { wheel.accepted = true } }
    Rectangle {
        id: head
        width: parent.width
        height: Math.max(title.height, marks.height) + Theme.d(20)
        color: Theme.card
        Rectangle { y: parent.height - height; width: parent.width; height: Theme.hair; color: Theme.line }
        Column {
            id: title
            x: Theme.d(24)
            width: marks.x - x - Theme.d(16)
            anchors.verticalCenter: parent.verticalCenter
            T { width: parent.width; text: drafting.title; font.pixelSize: Theme.d(Theme.large ? 27 : 21); font.weight: Font.Bold
                Accessible.role: Accessible.Heading }
            T { objectName: "draftTold"; width: parent.width; text: drafting.told; font.pixelSize: Theme.small
                color: drafting.dirty ? Theme.amber : Theme.inkSoft }
        }
        Row {
            id: marks
            x: parent.width - width - Theme.d(24)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.d(8)
            DChip { anchors.verticalCenter: parent.verticalCenter; text: sheet.writing.counts.blocksTold || ""; tone: "seal"; icon: "warn" }
            DChip { anchors.verticalCenter: parent.verticalCenter; text: sheet.writing.counts.warnsTold || ""; tone: "amber" }
            DButton {
                objectName: "mendNext"
                visible: sheet.writing.findings.some((one) => one.term > 0)
                small: true
                key: "drafting.mend_next"
                keys: "Ctrl+M"
                hears: false
                onActed: sheet.writing.mendNext()
            }
        }
    }
    Item {
        id: body
        y: head.height
        width: parent.width
        height: foot.y - y
        DScroll {
            id: scroll
            objectName: "draftScroll"
            width: sheet.half
            height: parent.height
            pad: Theme.d(20)
            Troubles { width: parent.width }
            Library { id: library; width: parent.width }
            Repeater {
                id: cards
                model: sheet.writing.terms
                TermCard {
                    required property var modelData
                    width: parent ? parent.width : 0
                    term: modelData
                }
            }
            Item {
                visible: sheet.writing.restores
                width: parent.width
                height: back.height
                T { anchors.verticalCenter: parent.verticalCenter; width: parent.width - back.width - Theme.d(12); key: "drafting.left_out"; color: Theme.inkSoft }
                DButton { id: back; objectName: "restore"; anchors.right: parent.right; small: true; icon: "turn"; key: "drafting.restore"
                          onActed: sheet.writing.restore() }
            }
            DCheck {
                objectName: "wish"
                visible: cards.count > 0
                width: parent.width
                text: words.say("drafting.wish", words.language)
                detail: words.say("drafting.wish_hint", words.language)
                on: sheet.writing.wishes
                onActed: sheet.writing.wish(!on)
            }
            Gone { visible: rows > 0; width: parent.width }
            Findings { visible: cards.count > 0; width: parent.width; called: "sheet_" }
        }
        Rectangle {
            x: scroll.width
            width: parent.width - x
            height: parent.height
            color: Theme.sand
            Rectangle { width: Theme.hair; height: parent.height; color: Theme.line }
            Pages { anchors.fill: parent; anchors.margins: Theme.d(12) }
        }
    }
    Item {
        id: foot
        y: parent.height - height
        width: parent.width
        height: row.height + Theme.d(24)
        Rectangle { anchors.fill: parent; color: Theme.card }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        T {
            x: Theme.d(24)
            anchors.verticalCenter: parent.verticalCenter
            visible: implicitWidth <= row.x - x - Theme.d(16)
            key: "drafting.keys"
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }
        Row {
            id: row
            x: parent.width - width - Theme.d(20)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.d(10)
            DButton { objectName: "draftLeave"; anchors.verticalCenter: parent.verticalCenter; key: "drafting.leave"; keys: "Esc"; hears: false
                      onActed: drafting.leave() }
            DButton { objectName: "draftKeep"; anchors.verticalCenter: parent.verticalCenter; key: "drafting.keep"; keys: "Ctrl+S"
                      enabled: drafting.dirty && !drafting.busy; onActed: drafting.keep() }
            DButton { objectName: "draftFix"; primary: true; key: "drafting.fix_ask"; keys: "Ctrl+Return"; closed: drafting.noFix
                      hears: overlay.uppermost === sheet; onActed: drafting.askFix() }
        }
    }
}
