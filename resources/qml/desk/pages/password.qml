import QtQuick
import "../../controls"
import "../controls"

// A password of one's own: before anything else where others know the present one, or when asked for.
FocusScope {
    id: page
    objectName: "ownPasswordPage"
    focus: true
    onActiveFocusChanged: if (activeFocus) old.input.forceActiveFocus(Qt.TabFocusReason)
    Component.onCompleted: old.input.forceActiveFocus(Qt.TabFocusReason)
    function go() {
        const typed = [old.input.text, fresh.input.text, again.input.text]
        for (const field of [old, fresh, again])
            field.input.text = ""
        old.input.forceActiveFocus(Qt.TabFocusReason)
        ownPassword.change(typed[0], typed[1], typed[2])
    }

    Rectangle { anchors.fill: parent; color: Theme.paper }
    MouseArea { anchors.fill: parent; hoverEnabled: true; onWheel: (wheel) => { wheel.accepted = true } }
    DPane {
        anchors.centerIn: parent
        width: Theme.d(Theme.large ? 620 : 500)
        pad: Theme.d(Theme.large ? 24 : 32)
        spacing: Theme.d(Theme.large ? 10 : 16)
        T {
            width: parent.width
            text: words.say(ownPassword.must ? "staff.own_password_first" : "staff.own_password", words.language)
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        T {
            visible: ownPassword.must
            width: parent.width
            text: words.say("staff.own_password_why", words.language)
            color: Theme.inkSoft
        }
        Loader {
            active: ownPassword.problem !== ""
            visible: active
            width: parent.width
            sourceComponent: DLabel { problem: ownPassword.problem }
        }
        DField {
            id: old
            width: parent.width
            boxName: "oldPassword"
            label: words.say("staff.old_password", words.language)
            secret: true
            onAccepted: fresh.input.forceActiveFocus(Qt.TabFocusReason)
        }
        DField {
            id: fresh
            width: parent.width
            boxName: "newPassword"
            label: words.say("staff.new_password", words.language)
            hint: words.say("staff.own_password_rule", words.language)
            secret: true
            onAccepted: again.input.forceActiveFocus(Qt.TabFocusReason)
        }
        DField {
            id: again
            width: parent.width
            boxName: "newAgain"
            label: words.say("staff.new_again", words.language)
            secret: true
            onAccepted: page.go()
        }
        DButton {
            objectName: "setPassword"
            width: parent.width
            primary: true
            text: words.say("staff.set_password", words.language)
            keys: "Enter"
            hears: false
            onActed: page.go()
        }
        DButton {
            objectName: "leavePassword"
            width: parent.width
            text: words.say(ownPassword.must ? "desk.sign_out" : "desk.back", words.language)
            keys: ownPassword.must ? "" : "Esc"
            hears: false
            onActed: ownPassword.leave()
        }
    }
}
