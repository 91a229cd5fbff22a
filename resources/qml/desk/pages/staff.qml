import QtQuick
import "../../controls"
import "../controls"
import "../staff"

// The members of staff, for the security admin: Enter changes one, Alt+N adds one.
FocusScope {
    id: page
    objectName: "staffPage"
    focus: true
    onActiveFocusChanged: if (activeFocus && Window.activeFocusItem === page) table.list.forceActiveFocus(Qt.TabFocusReason)

    DPane {
        id: card
        anchors.fill: parent
        anchors.margins: Theme.d(16)
        pad: Theme.d(20)
        Item {
            width: parent.width
            height: Math.max(head.height, add.height)
            Column {
                id: head
                width: parent.width - add.width - Theme.gap
                T {
                    width: parent.width
                    text: words.say("staff.title", words.language)
                    font.pixelSize: Theme.heading
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                T {
                    width: parent.width
                    text: words.say("staff.hint", words.language)
                    color: Theme.inkSoft
                }
            }
            DButton {
                id: add
                objectName: "addMember"
                anchors.right: parent.right
                primary: true
                icon: "plus"
                text: words.say("staff.add", words.language)
                keys: "Alt+N"
                hears: sheet.active === false
                onActed: members.add()
            }
        }
        DTable {
            id: table
            width: parent.width
            height: card.height - 2 * card.pad - y
            focus: true
            rowName: "member"
            columns: [
                {id: "name", label: words.say("staff.name", words.language), share: 2.2},
                {id: "login", label: words.say("staff.login", words.language), share: 1.6},
                {id: "posts", label: words.say("staff.posts", words.language), share: 3},
                {id: "state", label: words.say("staff.state", words.language), share: 1},
                {id: "seen", label: words.say("staff.seen", words.language), share: 1.8}
            ]
            rows: members.rows
            onPicked: (key) => members.open(key)
        }
    }
    Loader {
        id: sheet
        parent: overlay
        anchors.fill: parent
        active: members.sheet !== ""
        focus: active
        sourceComponent: members.sheet === "given" ? given : member
        onLoaded: item.forceActiveFocus()
        onActiveChanged: if (!active) table.list.forceActiveFocus(Qt.TabFocusReason)
    }
    Component { id: member; MemberSheet {} }
    Component { id: given; GivenSheet {} }
}
