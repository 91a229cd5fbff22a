import QtQuick
import "../controls"
import "controls"

// The dark rail at the left: the seal, the pages by name, who works here, the lock.
Rectangle {
    id: nav
    color: Theme.night

    Seal {
        id: seal
        x: (parent.width - width) / 2
        y: Theme.d(14)
        size: Theme.d(56)
    }
    Column {
        id: entries
        readonly property real room: who.y - y - Theme.d(8)
        readonly property real each: Math.min(Theme.d(Theme.large ? 88 : 76),
                                              Math.floor(room / Math.max(1, desk.pages.length)))
        y: seal.y + seal.height + Theme.d(20)
        width: parent.width
        Repeater {
            model: desk.pages
            NavEntry {
                required property var modelData
                objectName: "page_" + modelData.id
                width: nav.width
                height: entries.each
                text: modelData.label
                icon: modelData.icon
                keys: modelData.keys
                badge: modelData.badge
                here: desk.page === modelData.id
                onActed: desk.go(modelData.id)
            }
        }
    }
    Column {
        id: who
        visible: desk.person !== ""
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.d(8)
        width: parent.width
        Press {
            id: person
            objectName: "person"
            width: parent.width
            height: face.height + name_.height + Theme.d(18)
            name: words.fill("desk.person", {name: desk.person, roles: desk.roleWords}, words.language)
            onActed: desk.changeUser()
            Rectangle {
                id: face
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.d(6)
                width: Theme.d(38)
                height: width
                radius: width / 2
                color: Theme.nightHere
                border.width: Theme.hair
                border.color: Theme.mint
                T {
                    anchors.centerIn: parent
                    text: desk.person.charAt(0)
                    font.pixelSize: Theme.d(18)
                    font.weight: Font.Bold
                    color: Theme.white
                    Accessible.ignored: true
                }
            }
            DText {
                id: name_
                y: face.y + face.height + Theme.d(4)
                x: Theme.d(6)
                width: parent.width - 2 * x
                horizontalAlignment: Text.AlignHCenter
                text: desk.person
                wrapMode: Text.Wrap
                maximumLineCount: 2
                tip: person.name + "\n" + words.say("desk.key.change_user", words.language) + " Ctrl+U"
                font.pixelSize: Theme.small
                color: Theme.white
                Accessible.ignored: true
            }
            FocusRing { of: person; anchors.margins: Theme.d(2); border.color: Theme.mint }
        }
        NavEntry {
            objectName: "lock"
            width: parent.width
            height: Theme.d(Theme.large ? 76 : 64)
            icon: "lock"
            text: words.say("desk.lock", words.language)
            keys: "Ctrl+L"
            onActed: desk.lock()
        }
    }
}
