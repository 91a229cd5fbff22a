import QtQuick

// One line to type in: label, help, box, and the trouble with it in words.
Item {
    id: field
    property string label: ""
    property string help: ""
    property string value: ""
    property string problem: ""
    property string mask: ""
    property string prefix: ""
    property string suffix: ""
    property string extra: ""
    property string name: label
    property string boxName: ""
    property bool optional: false
    property int hints: Qt.ImhNone
    property int maximum: 200
    property real boxWidth: width
    property bool secret: false
    property bool digits: false
    readonly property alias input: input
    signal edited(string text)
    signal accepted()

    implicitHeight: column.implicitHeight
    onValueChanged: if (input.text !== value) input.text = value

    Loader {
        active: field.problem !== ""
        x: -Theme.d(20)
        width: Theme.d(6)
        height: parent.height
        sourceComponent: Rectangle { radius: Theme.d(3); color: Theme.seal }
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.d(8)
        QuestionHead {
            width: parent.width
            label: field.label
            help: field.help
            problem: field.problem
            optional: field.optional
        }
        Row {
            spacing: Theme.d(16)
            Rectangle {
                id: box
                width: field.boxWidth - (extraKey.visible ? extraKey.width + Theme.d(16) : 0)
                height: Math.max(Theme.d(80), input.implicitHeight + Theme.d(24))
                radius: Theme.d(12)
                color: Theme.card
                border.width: input.activeFocus ? Theme.d(4) : field.problem !== "" ? Theme.d(3) : Theme.hair
                border.color: input.activeFocus ? Theme.jade : field.problem !== "" ? Theme.seal : Theme.edge
                Loader {
                    id: before
                    x: Theme.d(20)
                    active: field.prefix !== ""
                    anchors.verticalCenter: parent.verticalCenter
                    sourceComponent: T { text: field.prefix; color: Theme.inkSoft }
                }
                TextInput {
                    id: input
                    objectName: field.boxName
                    readonly property bool masked: field.mask !== "" && !activeFocus && text !== ""
                    x: Theme.d(20) + (before.active ? before.width + Theme.d(12) : 0)
                    width: parent.width - x - Theme.d(20) - (after.active ? after.width + Theme.d(12) : 0)
                    anchors.verticalCenter: parent.verticalCenter
                    activeFocusOnTab: true
                    clip: true
                    color: Theme.ink
                    opacity: masked ? 0 : 1
                    font.family: Theme.font
                    font.pixelSize: Theme.body
                    selectionColor: Theme.jade
                    selectByMouse: true
                    maximumLength: field.maximum
                    echoMode: field.secret ? TextInput.Password : TextInput.Normal
                    inputMethodHints: Qt.ImhSensitiveData | field.hints
                    onTextChanged: field.edited(text)
                    onAccepted: field.accepted()
                    Accessible.role: Accessible.EditableText
                    Accessible.name: field.name
                    Accessible.description: field.problem !== "" ? field.problem : field.help
                    Accessible.onPressAction: forceActiveFocus()
                }
                Loader {
                    active: input.masked
                    anchors.verticalCenter: parent.verticalCenter
                    x: input.x
                    sourceComponent: T {
                        objectName: field.boxName + "_mask"
                        text: field.mask
                        Accessible.ignored: true
                    }
                }
                Loader {
                    id: after
                    active: field.suffix !== ""
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.d(20)
                    anchors.verticalCenter: parent.verticalCenter
                    sourceComponent: T { text: field.suffix; color: Theme.inkSoft }
                }
                MouseArea {
                    anchors.fill: parent
                    enabled: !input.activeFocus
                    onClicked: {
                        input.forceActiveFocus()
                        Qt.inputMethod.show()
                    }
                }
            }
            Loader {
                id: extraKey
                active: field.extra !== ""
                visible: active
                sourceComponent: Pill {
                    objectName: field.boxName + "_extra"
                    width: Theme.d(96)
                    height: box.height
                    text: field.extra
                    repeats: true
                    onActed: {
                        input.forceActiveFocus()
                        input.insert(input.cursorPosition, field.extra)
                    }
                }
            }
        }
        // Codes mix letters and digits, and the letters' keyboard has no digits: they stand in a row of their own.
        Loader {
            active: field.digits && input.activeFocus
            visible: active
            width: parent.width
            sourceComponent: Flow {
                id: figures
                readonly property real cell: Math.max(Theme.touch, Math.floor((width - 9 * spacing) / 10))
                spacing: Theme.d(8)
                Repeater {
                    model: 10
                    Pill {
                        required property int index
                        objectName: field.boxName + "_digit_" + text
                        width: figures.cell
                        text: (index + 1) % 10
                        repeats: true
                        activeFocusOnTab: false
                        onActed: {
                            input.forceActiveFocus()
                            input.insert(input.cursorPosition, text)
                        }
                    }
                }
            }
        }
    }
}
