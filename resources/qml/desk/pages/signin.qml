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
    onActiveFocusChanged: if (activeFocus) arrive()
    Component.onCompleted: arrive()
    function arrive() { (known === "" ? login : password).input.forceActiveFocus(Qt.TabFocusReason) }
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
            text: page.opening ? desk.person : desk.wished
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
