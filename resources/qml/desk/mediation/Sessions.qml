import QtQuick
import "../../controls"
import "../controls"

// The sessions: what is under way, what is to come, what is over; one key opens and closes them.
Part {
    id: part
    readonly property var med: case_.mediation
    objectName: "sessions"
    title: words.say("mediate.sessions_title", words.language)
    buttons: [
        DButton {
            objectName: "sessionTurn"
            visible: part.med.turns
            small: true
            icon: part.med.inSession ? "stop" : "resume"
            text: part.med.sessionKey
            keys: "F5"
            onActed: part.med.turnSession()
        },
        DButton {
            objectName: "sessionPlan"
            visible: part.med.acts.plan_session !== undefined
            small: true
            bare: true
            icon: "plus"
            name: words.say("mediate.do_plan", words.language)
            keys: "Ctrl+N"
            onActed: part.med.begin("plan_session")
        }
    ]
    T { visible: rows.count === 0; width: parent.width; key: "mediate.sessions_none"; color: Theme.inkSoft }
    Repeater {
        id: rows
        model: part.med.sessions
        Rectangle {
            id: row
            required property var modelData
            objectName: "session_" + modelData.n
            width: part.width - 2 * part.pad
            implicitHeight: told.height + Theme.d(20)
            radius: Theme.d(8)
            color: modelData.open ? Theme.jadeSoft : Theme.card
            border.width: modelData.open ? Theme.bold : Theme.hair
            border.color: modelData.open ? Theme.jade : Theme.line
            Column {
                id: told
                x: Theme.d(14)
                y: Theme.d(10)
                width: parent.width - 2 * x
                spacing: Theme.d(5)
                Flow {
                    width: parent.width
                    spacing: Theme.d(8)
                    T { text: row.modelData.title; font.weight: Font.Bold; wrapMode: Text.NoWrap }
                    Mark { text: row.modelData.kind; tone: row.modelData.private ? "amber" : "jade"; width: Math.min(implicitWidth, parent.width) }
                    DChip { text: row.modelData.state; tone: row.modelData.tone; lifted: row.modelData.open }
                }
                T { width: parent.width; text: row.modelData.when + "  ·  " + row.modelData.room }
                T { visible: text !== ""; width: parent.width; font.pixelSize: Theme.small; color: Theme.inkSoft
                    text: [row.modelData.present, row.modelData.outcome].filter((part) => part !== "").join("  ·  ") }
                Acts { width: parent.width; acts: row.modelData.acts; called: row.modelData.n; of: row.modelData.title }
            }
        }
    }
}
