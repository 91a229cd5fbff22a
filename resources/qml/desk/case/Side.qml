import QtQuick
import "../../controls"
import "../controls"
import "../intake"

// The right column: what comes next, the deadlines with their reasons, the journal's head, what is kept back.
Column {
    id: side
    readonly property var open: case_.actions.filter((action) => action.closed === "")
    readonly property var closed: case_.actions.filter((action) => action.closed !== "")
    property bool unfolded: closed.length <= 3
    readonly property bool paired: width > Theme.d(Theme.large ? 620 : 540)
    readonly property real half: paired ? Math.floor((width - Theme.d(20)) / 2) : width
    spacing: Theme.d(28)

    function focusNext() {
        const first = leads.visible ? leads : actions.itemAt(0)
        if (!first)
            return false
        first.forceActiveFocus(Qt.TabFocusReason)
        return true
    }
    component Head: T {
        width: side.width
        font.pixelSize: Theme.d(Theme.large ? 27 : 22)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }

    Flow {
        width: parent.width
        spacing: side.paired ? Theme.d(20) : Theme.d(10)
        Head { key: "case.next" }
        DButton {
            id: leads
            objectName: "leads"
            visible: case_.leads.tab !== undefined
            width: side.width
            text: case_.leads.label || ""
            keys: "Alt+6"
            primary: true
            wraps: true
            onActed: case_.turn(case_.leads.tab)
        }
        Repeater {
            id: actions
            model: side.open
            DButton {
                required property var modelData
                objectName: "act_" + modelData.id
                width: modelData.primary ? side.width : side.half
                text: modelData.label
                name: modelData.key === "" ? modelData.label
                      : words.fill("case.action_name", {label: modelData.label, key: modelData.key}, words.language)
                keys: modelData.key
                primary: modelData.primary
                wraps: true
                tip: modelData.article
                onActed: case_.act(modelData.matter, modelData.id)
            }
        }
        T {
            objectName: "nextNone"
            visible: side.open.length === 0
            width: parent.width
            text: words.say(case_.matterEnded ? "case.next_ended" : "case.next_none", words.language)
            color: Theme.inkSoft
        }
        Press {
            id: more
            objectName: "closedMore"
            visible: side.closed.length > 3
            width: parent.width
            height: Theme.d(Theme.large ? 40 : 32)
            name: words.fill("case.closed_more", {n: side.closed.length}, words.language)
            Accessible.checkable: true
            Accessible.checked: side.unfolded
            onActed: side.unfolded = !side.unfolded
            Icon { id: mark; anchors.verticalCenter: parent.verticalCenter; size: Theme.d(20)
                   name: side.unfolded ? "up" : "down"; color: Theme.inkSoft }
            T { x: mark.width + Theme.d(8); width: parent.width - x; anchors.verticalCenter: parent.verticalCenter
                text: more.name; color: Theme.inkSoft; Accessible.ignored: true }
            FocusRing { of: more }
        }
        Repeater {
            id: shuts
            model: side.unfolded ? side.closed : []
            Rectangle {
                id: shut
                required property var modelData
                required property int index
                readonly property Item beside: side.paired ? shuts.itemAt(index ^ 1) : null
                objectName: "closed_" + modelData.id
                width: side.half
                readonly property real wanted: told.height + Theme.d(18)
                height: Math.max(wanted, beside ? beside.wanted : 0)
                radius: Theme.radius
                color: "transparent"
                border.width: Theme.hair
                border.color: Theme.line
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.label + "。" + words.fill("case.closed_by", {why: modelData.closed}, words.language)
                Column {
                    id: told
                    x: Theme.d(14)
                    y: Theme.d(9)
                    width: parent.width - 2 * x
                    T { width: parent.width; text: shut.modelData.label; color: Theme.off; Accessible.ignored: true }
                    T { width: parent.width; text: shut.modelData.closed; font.pixelSize: Theme.small
                        color: Theme.inkSoft; Accessible.ignored: true }
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: side.paired ? Theme.d(20) : Theme.d(6)
        Head { key: "case.clocks" }
        T { visible: case_.clocks.length === 0; width: parent.width; key: "case.clocks_none"; color: Theme.inkSoft }
        Repeater {
            model: case_.clocks
            Deadline { width: side.half }
        }
    }
    PatternCard { width: parent.width }
    Column {
        width: parent.width
        spacing: Theme.d(4)
        readonly property color tone: case_.chain.tone === "jade" ? Theme.jade : case_.chain.tone === "seal" ? Theme.seal : Theme.inkSoft
        Head { key: "case.chain" }
        T {
            objectName: "chainTold"
            width: parent.width
            text: (case_.chain.count || "") + "  ·  " + (case_.chain.told || "")
            font.weight: Font.Medium
            color: parent.tone
        }
        T {
            visible: text !== ""
            width: parent.width
            text: case_.chain.hash || ""
            font.family: "monospace"
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }
    }
    Column {
        visible: case_.withheld.length > 0 || case_.opensReporter
        width: parent.width
        spacing: Theme.d(8)
        Head { key: "case.withheld" }
        Repeater {
            model: case_.withheld
            Row {
                id: kept
                required property var modelData
                spacing: Theme.d(10)
                Icon { id: lock; size: Theme.d(22); name: "lock"; color: Theme.inkSoft }
                Column {
                    width: side.width - lock.width - kept.spacing
                    T { width: parent.width; text: kept.modelData.what }
                    T { width: parent.width; text: kept.modelData.why; font.pixelSize: Theme.small; color: Theme.inkSoft }
                }
            }
        }
        DButton {
            objectName: "openReporter"
            visible: case_.opensReporter && case_.reporter.length === 0
            icon: "key"
            key: "acting.reporter"
            onActed: case_.openReporter()
        }
        Repeater {
            model: case_.reporter
            LineRow {
                required property var modelData
                width: side.width
                line: modelData
            }
        }
    }
}
