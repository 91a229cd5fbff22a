import QtQuick
import "../../controls"
import "../controls"

// Somebody new is entered, or a member's posts, password and account are changed.
DSheet {
    id: sheet
    readonly property bool adding: members.sheet === "add"
    title: adding ? words.say("staff.add", words.language) : members.one.name
    text: adding ? "" : members.one.login
    primary: words.say(adding ? "staff.add_go" : "staff.keep_posts", words.language)
    primaryClosed: members.one.own
    onAccepted: members.accept()
    onDismissed: members.leave()

    Loader {
        active: members.problem !== ""
        visible: active
        width: parent.width
        sourceComponent: DLabel { problem: members.problem }
    }
    DField {
        visible: sheet.adding
        width: parent.width
        boxName: "memberName"
        label: words.say("staff.name", words.language)
        hint: words.say("staff.name_hint", words.language)
        maximum: 30
        onEdited: (text) => members.setName(text)
    }
    DField {
        visible: sheet.adding
        width: parent.width
        boxName: "memberLogin"
        label: words.say("staff.login", words.language)
        hint: words.say("staff.login_hint", words.language)
        hints: Qt.ImhPreferLowercase | Qt.ImhNoAutoUppercase
        maximum: 32
        onEdited: (text) => members.setLogin(text)
    }
    T {
        text: words.say("staff.posts", words.language)
        font.weight: Font.Medium
    }
    Grid {
        width: parent.width
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.gap
        Repeater {
            model: members.posts
            DCheck {
                required property var modelData
                objectName: "post_" + modelData.id
                width: (parent.width - (parent.columns - 1) * parent.columnSpacing) / parent.columns
                text: modelData.label
                detail: modelData.detail
                closed: members.one.own !== "" ? members.one.own : modelData.closed
                on: modelData.on
                onActed: members.toggle(modelData.id)
            }
        }
    }
    T {
        visible: !sheet.adding
        text: words.say("staff.account", words.language)
        font.weight: Font.Medium
    }
    Flow {
        visible: !sheet.adding
        width: parent.width
        spacing: Theme.d(10)
        DButton {
            objectName: "resetPassword"
            icon: "key"
            text: words.say("staff.reset", words.language)
            closed: members.one.own
            onActed: members.reset()
        }
        DButton {
            objectName: "unlockMember"
            visible: members.one.locked
            icon: "lock"
            text: words.say("staff.unlock", words.language)
            onActed: members.unlock()
        }
        DButton {
            objectName: "setActive"
            danger: members.one.active
            text: words.say(members.one.active ? "staff.close" : "staff.open", words.language)
            closed: members.one.own
            onActed: members.setActive()
        }
    }
}
