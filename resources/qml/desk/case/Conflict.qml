import QtQuick
import "../../controls"
import "../controls"

// The case changed after it was opened: how it was, how it is, what happened between, what was typed.
Over {
    id: dialog
    readonly property var acting: case_.acting
    called: "conflict"
    title: words.say("acting.changed", words.language)
    lead: words.say("acting.changed_lead", words.language)
    wide: Theme.d(Theme.large ? 1000 : 860)
    high: scroll.flick.contentHeight
    onGone: acting.leave()
    function arrive() { (acting.closed === "" ? again : leave).forceActiveFocus(Qt.TabFocusReason) }
    buttons: [
        DButton {
            id: leave
            objectName: "conflictLeave"
            anchors.verticalCenter: parent.verticalCenter
            key: "acting.leave"
            keys: "Esc"
            hears: false
            onActed: dialog.gone()
        },
        DButton {
            id: again
            objectName: "conflictAgain"
            visible: dialog.acting.closed === ""
            primary: true
            key: "acting.again"
            onActed: dialog.acting.again()
        }
    ]
    DScroll {
        id: scroll
        width: parent.width
        height: parent.height
        pad: Theme.d(24)
        T { width: parent.width; text: dialog.acting.title; font.weight: Font.Bold }
        Rectangle {
            visible: dialog.acting.closed !== ""
            width: parent.width
            implicitHeight: shut.height + Theme.d(24)
            radius: Theme.radius
            color: Theme.amberSoft
            T { id: shut; objectName: "conflictClosed"; x: Theme.d(16); y: Theme.d(12); width: parent.width - 2 * x; color: Theme.amber
                text: words.fill("acting.closed_now", {why: dialog.acting.closed}, words.language) }
        }
        Row {
            id: both
            width: parent.width
            spacing: Theme.gap
            Repeater {
                model: [{id: "before", title: words.say("acting.before", words.language), tone: Theme.inkSoft},
                        {id: "now", title: words.say("acting.now", words.language), tone: Theme.jade}]
                Rectangle {
                    id: half
                    required property var modelData
                    objectName: "conflict_" + modelData.id
                    width: (both.width - both.spacing) / 2
                    height: Math.max(both.children[0].wanted || 0, both.children[1] ? both.children[1].wanted || 0 : 0)
                    readonly property real wanted: inside.height + Theme.d(32)
                    radius: Theme.radius
                    color: Theme.card
                    border.width: modelData.id === "now" ? Theme.bold : Theme.hair
                    border.color: modelData.id === "now" ? Theme.jade : Theme.line
                    Column {
                        id: inside
                        x: Theme.d(16)
                        y: Theme.d(16)
                        width: parent.width - 2 * x
                        spacing: Theme.d(10)
                        T { width: parent.width; text: half.modelData.title; font.weight: Font.Bold; color: half.modelData.tone }
                        T { visible: dialog.acting.differences.length === 0; width: parent.width; key: "acting.same_states"; color: Theme.inkSoft }
                        Repeater {
                            model: dialog.acting.differences
                            Column {
                                required property var modelData
                                width: inside.width
                                T { width: parent.width; text: parent.modelData.label; font.pixelSize: Theme.small; color: Theme.inkSoft }
                                T { width: parent.width; text: parent.modelData[half.modelData.id]; font.weight: Font.Medium }
                            }
                        }
                    }
                }
            }
        }
        DPane {
            id: between
            visible: dialog.acting.between.length > 0
            width: parent.width
            title: words.say("acting.between", words.language)
            Repeater {
                model: dialog.acting.between
                T {
                    required property var modelData
                    width: between.width - 2 * between.pad
                    text: modelData.at + "   " + modelData.who + "   " + modelData.what + (modelData.reason === "" ? "" : "  ·  " + modelData.reason)
                }
            }
        }
        DPane {
            id: yours
            visible: dialog.acting.typed.length > 0
            width: parent.width
            title: words.say("acting.yours", words.language)
            Repeater {
                model: dialog.acting.typed
                LineRow {
                    required property var modelData
                    width: yours.width - 2 * yours.pad
                    line: ({label: modelData.label, value: modelData.value, field: "", corrected: false})
                }
            }
        }
    }
}
