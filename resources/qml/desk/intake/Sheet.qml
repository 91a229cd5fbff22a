import QtQuick
import "../../controls"
import "../controls"

// The sheet: contents at the left, the form in the middle, what is to mend and the one press at the right.
FocusScope {
    id: page
    objectName: "intakeSheet"
    property var places: ({})
    readonly property bool slim: width < Theme.d(Theme.large ? 1500 : 1120)
    focus: true
    function place(id, item) { places[id] = item }
    function go(id) {
        const item = places[id]
        if (!item)
            return
        scroll.show(item)
        item.focusFirst()
    }
    function arrive() {
        const first = sections.itemAt(0)
        if (first)
            Qt.callLater(() => page.go(intake.sheet.forms[0].rows.find((row) => row.asked).id))
    }
    Component.onCompleted: arrive()
    Connections {
        target: intake.sheet
        function onJumpAsked(question) { page.go(question) }
    }
    Shortcut { sequences: ["F3"]; enabled: rail.enabled; onActivated: find.input.forceActiveFocus(Qt.TabFocusReason) }

    Outline {
        id: outline
        visible: !page.slim
        width: page.slim ? 0 : Theme.d(Theme.large ? 250 : 200)
        height: parent.height
        onPicked: (id) => page.go(id)
    }
    DScroll {
        id: scroll
        objectName: "formScroll"
        enabled: !dropping.active
        x: outline.width
        width: parent.width - x - rail.width
        height: parent.height
        pad: Theme.d(20)
        Repeater {
            id: sections
            model: intake.sheet.forms
            Column {
                id: slot
                required property var modelData
                required property int index
                readonly property bool here: modelData.rows.some((row) => row.asked)
                width: parent.width
                spacing: Theme.gap
                visible: here || table.active
                Loader {
                    id: table
                    // The table of other sides stands where their page would: after the right.
                    active: intake.sheet.severalOn && slot.index === page.after
                    visible: active
                    width: parent.width
                    sourceComponent: Table {}
                    onLoaded: { page.place("respondent_name", item); page.place("respondent", item) }
                }
                Section {
                    id: section
                    visible: slot.here
                    width: parent.width
                    form: slot.modelData
                    index: slot.index
                }
                Component.onCompleted: page.place(modelData.pageId, slot)
                function focusFirst() {
                    const row = modelData.rows.find((one) => one.asked)
                    if (row)
                        page.places[row.id].focusFirst()
                }
            }
        }
        Proof { width: parent.width; Component.onCompleted: page.place("proof", this) }
        Loader {
            active: intake.sheet.asksWays
            visible: active
            width: parent.width
            sourceComponent: Ways {}
            onLoaded: page.place("routes", item)
        }
        SignatureBox { width: parent.width; Component.onCompleted: page.place("signature", this) }
    }
    readonly property int after: intake.sheet.forms.findIndex((form) => form.pageId === "acts")
    Rectangle {
        id: rail
        enabled: !dropping.active
        x: parent.width - width
        width: Theme.d(Theme.large ? 400 : 320)
        height: parent.height
        color: Theme.card
        Rectangle { width: Theme.hair; height: parent.height; color: Theme.line }
        DScroll {
            id: side
            width: parent.width
            height: parent.height - foot.height
            pad: Theme.d(20)
            spacing: Theme.d(12)
            T {
                objectName: "intakeTitle"
                width: parent.width
                text: intake.sheet.title
                font.pixelSize: Theme.d(Theme.large ? 26 : 20)
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            DChip { text: intake.way }
            T { width: parent.width; text: intake.wayWhy; font.pixelSize: Theme.small; color: Theme.inkSoft }
            Note {
                objectName: "handedOn"
                visible: intake.sheet.handedOn
                width: parent.width
                icon: "info"
                text: words.say("handed_on.why", words.language)
            }
            Note {
                objectName: "barred"
                visible: intake.sheet.barred !== ""
                width: parent.width
                icon: "warn"
                tone: "warn"
                text: intake.sheet.barred
            }
            DButton {
                objectName: "reportInstead"
                visible: intake.sheet.barred !== ""
                key: "intake.report_instead"
                small: true
                onActed: intake.reportInstead()
            }
            DButton {
                objectName: "several"
                visible: intake.sheet.maySeveral
                small: true
                icon: intake.sheet.severalOn ? "minus" : "plus"
                key: intake.sheet.severalOn ? "intake.one_side" : "intake.several"
                keys: "F4"
                onActed: {
                    intake.sheet.several()
                    Qt.callLater(page.go, "respondent_name")
                }
            }
            DField {
                id: find
                width: parent.width
                boxName: "copyFrom"
                label: words.say("intake.copy", words.language)
                hint: words.say("intake.copy_hint", words.language)
                search: true
                keys: "F3"
                onEdited: (text) => intake.sheet.search.search(text)
                Keys.onDownPressed: found.count > 0 && found.itemAt(0).forceActiveFocus(Qt.TabFocusReason)
            }
            Repeater {
                id: found
                model: intake.sheet.search.rows
                Found {
                    required property var modelData
                    required property int index
                    objectName: "copy_" + index
                    width: parent.width
                    title: modelData.title
                    sub: modelData.sub
                    onActed: {
                        intake.sheet.search.copy(index)
                        find.input.text = ""
                        page.arrive()
                    }
                }
            }
            T { visible: intake.sheet.search.none; width: parent.width; key: "intake.copy_none"; font.pixelSize: Theme.small; color: Theme.inkSoft }
            Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
            T {
                objectName: "toMend"
                width: parent.width
                text: intake.sheet.problems.length > 0
                      ? words.fill("intake.to_mend", {n: intake.sheet.problems.length}, words.language)
                      : words.say("intake.nothing_to_mend", words.language)
                font.weight: Font.Medium
                color: intake.sheet.problems.length > 0 ? Theme.seal : Theme.inkSoft
                font.pixelSize: intake.sheet.problems.length > 0 ? Theme.body : Theme.small
            }
            Repeater {
                model: intake.sheet.problems
                Found {
                    required property var modelData
                    required property int index
                    objectName: "mend_" + index
                    width: parent.width
                    icon: "warn"
                    title: modelData.words
                    onActed: intake.sheet.jump(modelData.question)
                }
            }
        }
        Column {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            padding: Theme.d(20)
            spacing: Theme.d(10)
            DButton {
                objectName: "file"
                width: parent.width - 2 * parent.padding
                primary: true
                key: intake.sheet.busy ? "intake.filing" : "intake.file"
                keys: "Ctrl+Return"
                enabled: !intake.sheet.busy
                onActed: intake.sheet.file()
            }
            Row {
                width: parent.width - 2 * parent.padding
                spacing: Theme.d(8)
                DText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - leave.width - drop.width - 2 * parent.spacing
                    text: words.say(intake.sheet.saved ? "intake.saved" : "intake.saving", words.language)
                    font.pixelSize: Theme.small
                    color: intake.sheet.saved ? Theme.jade : Theme.inkSoft
                }
                DButton { id: leave; objectName: "leave"; key: "intake.leave"; small: true; onActed: intake.back() }
                DButton { id: drop; objectName: "drop"; key: "intake.drop"; small: true; danger: true; onActed: dropping.active = true }
            }
        }
    }
    DropSheet { id: dropping }
}
