import QtQuick
import "../../controls"
import "../controls"

// Why somebody comes: it decides whether it is a complaint, a request for mediation or a report.
FocusScope {
    id: first
    focus: true
    onActiveFocusChanged: if (activeFocus && !scroll.activeFocus) arrive()
    function arrive() { reasons.itemAt(0) && reasons.itemAt(0).forceActiveFocus() }
    NumberKeys { rows: dropping.active ? [] : intake.reasons; onPressed: (id) => intake.begin(id) }
    DScroll {
        id: scroll
        enabled: !dropping.active
        anchors.fill: parent
        pad: Theme.margin
        Column {
            width: Math.min(parent.width, Theme.d(1120))
            spacing: Theme.gap
            T {
                objectName: "intakeTitle"
                width: parent.width
                key: "intake.first"
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            T { width: parent.width; key: "intake.first_lead"; color: Theme.inkSoft }
            Repeater {
                id: reasons
                model: intake.reasons
                Answer {
                    required property var modelData
                    objectName: "first_" + modelData.id
                    width: parent.width
                    number: modelData.key
                    title: modelData.title
                    sub: modelData.sub
                    chip: modelData.way
                    why: modelData.why
                    closed: modelData.closed
                    onActed: intake.begin(modelData.id)
                }
            }
            Item { visible: draft.active; width: 1; height: Theme.d(8) }
            Loader {
                id: draft
                active: intake.unfinished !== ""
                visible: active
                width: parent.width
                sourceComponent: Row {
                    spacing: Theme.d(12)
                    Answer {
                        objectName: "resume"
                        width: parent.width - drop.width - parent.spacing
                        icon: "resume"
                        title: intake.unfinished
                        sub: words.say("intake.unfinished_sub", words.language)
                        onActed: intake.resume()
                    }
                    DButton {
                        id: drop
                        objectName: "drop"
                        anchors.verticalCenter: parent.verticalCenter
                        key: "intake.drop"
                        onActed: dropping.active = true
                    }
                }
            }
        }
    }
    DropSheet { id: dropping }
}
