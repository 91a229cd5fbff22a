import QtQuick
import "../../controls"
import "../controls"

// Who works here: signs in, opens the locked window again, or goes on after somebody else.
FocusScope {
    id: page
    objectName: "signin"
    focus: true
    readonly property bool opening: desk.locked && !desk.changing
    readonly property string known: desk.wished !== "" ? desk.wished : opening ? desk.login : ""
    // Who signed in here before, while somebody goes on after somebody else: a digit chooses.
    readonly property int room: Math.floor((height - Theme.d(Theme.large ? 600 : 540)) / Theme.d(Theme.large ? 68 : 58))
    readonly property var others: desk.changing && known === "" ? memory.people.filter((one) => one.login !== desk.login).slice(0, Math.max(1, Math.min(6, room))) : []
    onActiveFocusChanged: if (activeFocus && Window.activeFocusItem === page) arrive()
    Component.onCompleted: arrive()
    onKnownChanged: Qt.callLater(arrive)
    Keys.onPressed: (event) => {
        if (others.length > 0 && /^[A-Za-z]$/.test(event.text)) {
            login.input.text = event.text
            login.input.forceActiveFocus(Qt.TabFocusReason)
            event.accepted = true
        }
    }
    function arrive() {
        if (people.count > 0)
            people.itemAt(0).forceActiveFocus(Qt.TabFocusReason)
        else
            (known === "" ? login : password).input.forceActiveFocus(Qt.TabFocusReason)
    }
    function nameOf(login) {
        const one = memory.people.find((person) => person.login === login)
        return one ? one.name : login
    }
    function go() {
        const typed = password.input.text
        password.input.text = ""
        if (opening)
            desk.unlock(typed)
        else
            desk.signIn(known === "" ? login.input.text : known, typed)
    }

    Rectangle { anchors.fill: parent; color: Theme.paper }
    MouseArea { anchors.fill: parent; hoverEnabled: true; onWheel: (wheel) => { wheel.accepted = true } }
    DPane {
        anchors.centerIn: parent
        width: Theme.d(Theme.large ? 560 : 460)
        pad: Theme.d(32)
        spacing: Theme.d(16)
        Seal { size: Theme.d(64) }
        T {
            width: parent.width
            text: words.say(page.opening ? "desk.locked" : "desk.sign_in", words.language)
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        T {
            visible: text !== ""
            width: parent.width
            text: page.opening ? desk.person : desk.wished !== "" ? page.nameOf(desk.wished) : people.count > 0 ? words.say("staff.who_goes_on", words.language) : ""
        }
        Repeater {
            id: people
            model: page.others
            DButton {
                required property var modelData
                required property int index
                objectName: "person_" + modelData.login
                width: parent.width
                leading: true
                icon: "card"
                text: modelData.name
                keys: String(index + 1)
                onActed: desk.wish(modelData.login)
            }
        }
        DField {
            id: login
            visible: page.known === ""
            width: parent.width
            boxName: "login"
            label: words.say("desk.login", words.language)
            onAccepted: password.input.forceActiveFocus(Qt.TabFocusReason)
        }
        DField {
            id: password
            width: parent.width
            boxName: "password"
            label: words.say("desk.password", words.language)
            secret: true
            problem: desk.problem
            onAccepted: page.go()
        }
        DButton {
            objectName: "enter"
            width: parent.width
            primary: true
            text: words.say(page.opening ? "desk.unlock" : "desk.sign_in", words.language)
            keys: "Enter"
            hears: false
            onActed: page.go()
        }
        DButton {
            objectName: "otherName"
            visible: desk.changing && desk.wished !== ""
            width: parent.width
            quiet: true
            text: words.say("staff.other_name", words.language)
            hears: false
            onActed: desk.wish("")
        }
        DButton {
            objectName: "backToWork"
            visible: desk.changing && !desk.locked
            width: parent.width
            text: words.say("desk.back", words.language)
            keys: "Esc"
            hears: false
            onActed: desk.close()
        }
        DButton {
            objectName: "other"
            visible: page.opening
            width: parent.width
            quiet: true
            text: words.say("desk.key.change_user", words.language)
            hears: false
            onActed: desk.changeUser()
        }
    }
}
