import QtQuick
import "../../controls"
import "../controls"
import "../staff"

// What staff did, for the auditor: by day, by person; Enter shows all of one act.
FocusScope {
    id: page
    objectName: "auditPage"
    focus: true
    onActiveFocusChanged: if (activeFocus && Window.activeFocusItem === page) table.list.forceActiveFocus(Qt.TabFocusReason)

    DPane {
        id: card
        anchors.fill: parent
        anchors.margins: Theme.d(16)
        pad: Theme.d(20)
        T {
            width: parent.width
            text: words.say("audit.title", words.language)
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        T {
            width: parent.width
            text: words.say("audit.hint", words.language)
            color: Theme.inkSoft
        }
        Row {
            width: parent.width
            spacing: Theme.gap
            DChoice {
                width: Theme.d(Theme.large ? 420 : 340)
                boxName: "auditWho"
                label: words.say("audit.who", words.language)
                options: trail.people
                value: trail.who
                onPicked: (id) => trail.choose(id)
            }
            DDay {
                width: Theme.d(Theme.large ? 240 : 190)
                boxName: "auditSince"
                label: words.say("audit.since", words.language)
                today: station.day
                value: trail.since
                onChosen: (iso) => trail.setDay("since", iso)
            }
            DDay {
                width: Theme.d(Theme.large ? 240 : 190)
                boxName: "auditUntil"
                label: words.say("audit.until", words.language)
                today: station.day
                value: trail.until
                onChosen: (iso) => trail.setDay("until", iso)
            }
        }
        DTable {
            id: table
            width: parent.width
            height: card.height - 2 * card.pad - y - (more.visible ? more.height + Theme.d(10) : 0)
            focus: true
            rowName: "audit"
            columns: [
                {id: "at", label: words.say("audit.at", words.language), share: 2.4},
                {id: "who", label: words.say("audit.who", words.language), share: 2},
                {id: "role", label: words.say("audit.role", words.language), share: 2},
                {id: "what", label: words.say("audit.what", words.language), share: 2.7},
                {id: "about", label: words.say("audit.about", words.language), share: 2.9},
                {id: "why", label: words.say("audit.why", words.language), share: 2.4}
            ]
            rows: trail.rows
            onPicked: (key) => trail.open(key)
        }
        DButton {
            id: more
            objectName: "auditMore"
            visible: trail.hasMore
            text: words.say("audit.more", words.language)
            keys: "Alt+M"
            onActed: trail.more()
        }
    }
    DEmpty {
        visible: trail.rows.length === 0
        anchors.centerIn: parent
        width: Theme.d(420)
        icon: "book"
        title: words.say("audit.none", words.language)
        text: words.say("audit.none_text", words.language)
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: trail.opened
        focus: active
        sourceComponent: ActSheet {}
        onLoaded: item.forceActiveFocus()
        onActiveChanged: if (!active) table.list.forceActiveFocus(Qt.TabFocusReason)
    }
}
