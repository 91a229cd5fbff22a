import QtQuick
import "../../controls"

// One line to type in. `search` shows a glass and a way to empty it; `keys` its shortcut as a hint.
Item {
    id: field
    property string label: ""
    property string hint: ""
    property string value: ""
    property string problem: ""
    property string placeholder: ""
    property string name: label
    property string boxName: ""
    property string keys: ""
    property string suffix: ""
    property bool optional: false
    property bool search: false
    property bool secret: false
    property int maximum: 200
    property int hints: Qt.ImhNone
    readonly property alias input: input
    signal edited(string text)
    signal accepted()

    implicitWidth: Theme.d(280)
    implicitHeight: column.implicitHeight
    onValueChanged: if (input.text !== value) input.text = value

    Column {
        id: column
        width: parent.width
        spacing: Theme.d(5)
        DLabel {
            visible: height > 0
            width: parent.width
            label: field.label
            hint: field.hint
            problem: field.problem
            optional: field.optional
        }
        Rectangle {
            id: box
            width: parent.width
            height: Theme.d(Theme.large ? 50 : 42)
            radius: Theme.d(8)
            color: Theme.card
            border.width: input.activeFocus ? Theme.bold : Theme.hair
            border.color: input.activeFocus ? Theme.jade : field.problem !== "" ? Theme.seal : Theme.edge
            Icon {
                id: glass
                visible: field.search
                x: Theme.d(10)
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.d(20)
                name: "look"
                color: Theme.inkSoft
            }
            TextInput {
                id: input
                objectName: field.boxName
                x: field.search ? glass.x + glass.width + Theme.d(8) : Theme.d(12)
                width: parent.width - x - (tail.width > 0 ? tail.width + Theme.d(12) : Theme.d(12))
                anchors.verticalCenter: parent.verticalCenter
                activeFocusOnTab: true
                clip: true
                color: Theme.ink
                font.family: Theme.font
                font.pixelSize: Theme.body
                selectionColor: Theme.jade
                selectByMouse: true
                maximumLength: field.maximum
                echoMode: field.secret ? TextInput.Password : TextInput.Normal
                inputMethodHints: Qt.ImhSensitiveData | field.hints
                text: field.value
                onTextChanged: if (text !== field.value) field.edited(text)
                onAccepted: field.accepted()
                Accessible.role: Accessible.EditableText
                Accessible.name: field.name
                Accessible.description: field.problem !== "" ? field.problem : field.hint
                Accessible.onPressAction: forceActiveFocus()
            }
            DText {
                visible: input.text === "" && input.preeditText === "" && field.placeholder !== ""
                x: input.x
                width: input.width
                anchors.verticalCenter: parent.verticalCenter
                text: field.placeholder
                color: Theme.inkSoft
                Accessible.ignored: true
            }
            Row {
                id: tail
                anchors.right: parent.right
                anchors.rightMargin: Theme.d(6)
                anchors.verticalCenter: parent.verticalCenter
                T {
                    visible: field.suffix !== ""
                    anchors.verticalCenter: parent.verticalCenter
                    text: field.suffix
                    wrapMode: Text.NoWrap
                    color: Theme.inkSoft
                }
                DKey {
                    visible: field.keys !== "" && input.text === "" && !input.activeFocus
                    anchors.verticalCenter: parent.verticalCenter
                    keys: field.keys
                }
                DButton {
                    objectName: field.boxName + "_empty"
                    visible: field.search && input.text !== ""
                    bare: true
                    small: true
                    icon: "cross"
                    name: words.say("desk.empty_field", words.language)
                    onActed: {
                        input.text = ""
                        input.forceActiveFocus()
                    }
                }
            }
        }
    }
}
