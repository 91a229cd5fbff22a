import QtQuick
import "../../controls"
import "../controls"

// Something about to be done to the case: what it asks at the left, the paper it will issue at the right.
Over {
    id: dialog
    readonly property var acting: case_.acting
    readonly property bool shows: acting.previews
    readonly property bool plain: fields.count === 0
    called: "acting"
    title: acting.title
    lead: acting.lead
    hint: words.say("acting.keys", words.language)
    wide: Theme.d(shows ? 1180 : Theme.large ? 780 : 640)
    tall: shows ? Theme.d(900) : 0
    high: scroll.flick.contentHeight
    onGone: acting.leave()
    Keys.onPressed: (event) => { event.accepted = false; if (shows && event.modifiers & Qt.ControlModifier) sheets.press(event) }
    function arrive() {
        const at = acting.begins
        if (at < 0 || !fields.itemAt(at))
            go.forceActiveFocus(Qt.TabFocusReason)
        else
            fields.itemAt(at).focusInput()
    }
    Connections {
        target: dialog.acting
        function onOpened() { dialog.arrive() }
        function onBlamed(at) {
            if (at >= 0 && fields.itemAt(at))
                fields.itemAt(at).focusInput()
            scroll.toTop()
        }
    }
    Shortcut { sequences: ["Ctrl+Return", "Ctrl+Enter"]; onActivated: dialog.acting.submit() }
    buttons: [
        DButton {
            objectName: "actingPreview"
            visible: dialog.shows
            anchors.verticalCenter: parent.verticalCenter
            key: dialog.acting.pages.length > 0 ? "acting.preview_again" : "acting.preview"
            icon: "eye"
            keys: "Ctrl+P"
            enabled: !dialog.acting.previewing && !dialog.acting.busy
            onActed: dialog.acting.preview()
        },
        DButton {
            objectName: "actingLeave"
            anchors.verticalCenter: parent.verticalCenter
            key: "acting.leave"
            keys: "Esc"
            hears: false
            enabled: !dialog.acting.busy
            onActed: dialog.gone()
        },
        DButton {
            id: go
            objectName: "actingDo"
            primary: true
            text: dialog.acting.busy ? words.say("acting.busy", words.language) : dialog.acting.button
            keys: "Enter"
            hears: false
            enabled: !dialog.acting.busy
            onActed: dialog.acting.submit()
        }
    ]
    DScroll {
        id: scroll
        width: dialog.shows ? Math.round(parent.width * (dialog.plain ? 0.36 : 0.5)) : parent.width
        height: parent.height
        pad: Theme.d(24)
        Rectangle {
            objectName: "actingProblems"
            visible: dialog.acting.problems.length > 0
            width: parent.width
            implicitHeight: wrong.height + Theme.d(24)
            radius: Theme.radius
            color: Theme.sealSoft
            border.width: Theme.hair
            border.color: Theme.seal
            Accessible.role: Accessible.AlertMessage
            Accessible.name: words.say("common.problem", words.language)
            Column {
                id: wrong
                x: Theme.d(16)
                y: Theme.d(12)
                width: parent.width - 2 * x
                spacing: Theme.d(4)
                T { width: parent.width; key: "common.problem"; font.weight: Font.Bold; color: Theme.seal }
                Repeater {
                    model: dialog.acting.problems
                    Press {
                        id: one
                        required property var modelData
                        required property int index
                        objectName: "problem_" + index
                        width: wrong.width
                        height: told.height + Theme.d(6)
                        activeFocusOnTab: modelData.at >= 0
                        name: told.text
                        onActed: dialog.acting.mend(modelData.at)
                        T {
                            id: told
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width
                            text: (one.modelData.label === "" ? "" : one.modelData.label + "  —  ") + one.modelData.words
                            color: Theme.seal
                            Accessible.ignored: true
                        }
                        FocusRing { of: one }
                    }
                }
            }
        }
        Repeater {
            id: fields
            model: dialog.acting.fields
            AskedField {
                required property var modelData
                width: parent.width
                field: modelData
                onAccepted: dialog.acting.submit()
            }
        }
        Column {
            visible: facts.count > 0
            width: parent.width
            spacing: Theme.d(10)
            Rectangle { visible: !dialog.plain; width: parent.width; height: Theme.hair; color: Theme.line }
            Repeater {
                id: facts
                model: [
                    {title: words.say("acting.article", words.language), lines: dialog.acting.article === "" ? [] : [dialog.acting.article], icon: "scale"},
                    {title: words.say("acting.issues", words.language), lines: dialog.acting.papers, icon: "paper"},
                    {title: words.say("acting.starts", words.language), lines: dialog.acting.starts, icon: "clock"}
                ].filter((fact) => fact.lines.length > 0)
                Row {
                    id: fact
                    required property var modelData
                    width: parent.width
                    spacing: Theme.d(12)
                    Icon { id: mark; size: Theme.d(24); name: fact.modelData.icon; color: Theme.jade }
                    Column {
                        width: parent.width - mark.width - parent.spacing
                        T { width: parent.width; text: fact.modelData.title; font.pixelSize: Theme.small; color: Theme.inkSoft }
                        Repeater {
                            model: fact.modelData.lines
                            T { required property string modelData; width: parent.width; text: modelData; font.weight: Font.Medium }
                        }
                    }
                }
            }
        }
    }
    Rectangle {
        visible: dialog.shows
        x: scroll.width
        width: parent.width - x
        height: parent.height
        color: Theme.sand
        Rectangle { width: Theme.hair; height: parent.height; color: Theme.line }
        Sheets {
            id: sheets
            called: "preview"
            anchors.fill: parent
            anchors.margins: Theme.d(12)
            pages: dialog.acting.pages
            onSharpen: (first, last, zoom) => dialog.acting.sharpen(first, last, zoom)
            note: dialog.acting.stale ? words.say("acting.preview_stale", words.language)
                                      : words.say("acting.draft", words.language)
            told: dialog.acting.previewing ? words.say("acting.preview_wait", words.language)
                  : dialog.acting.previewTrouble !== "" ? dialog.acting.previewTrouble
                  : words.say("acting.preview_first", words.language)
            bad: dialog.acting.previewTrouble !== ""
        }
    }
}
