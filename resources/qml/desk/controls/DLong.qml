import QtQuick
import "../../controls"

// Several lines to type in; grows with what is typed. Tab goes on, Ctrl+Enter accepts; where Enter
// `enters`, it accepts too, and Shift+Enter begins a line.
Item {
    id: field
    property string label: ""
    property string hint: ""
    property string value: ""
    property string problem: ""
    property string name: label
    property string boxName: ""
    property bool optional: false
    property int lines: 3
    property bool enters: false
    property int maximum: 4000
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
            width: parent.width
            height: Math.max(Theme.body * 1.35 * field.lines, input.implicitHeight) + Theme.d(20)
            radius: Theme.d(8)
            color: Theme.card
            border.width: input.activeFocus ? Theme.bold : Theme.hair
            border.color: input.activeFocus ? Theme.jade : field.problem !== "" ? Theme.seal : Theme.edge
            TextEdit {
                id: input
                objectName: field.boxName
                x: Theme.d(12)
                y: Theme.d(10)
                width: parent.width - 2 * x
                height: parent.height - 2 * y
                activeFocusOnTab: true
                color: Theme.ink
                font.family: Theme.font
                font.pixelSize: Theme.body
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                selectionColor: Theme.jade
                selectByMouse: true
                text: field.value
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhMultiLine
                Keys.priority: Keys.BeforeItem
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onPressed: (event) => {
                    if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier || field.enters && !(event.modifiers & Qt.ShiftModifier))) {
                        event.accepted = true
                        field.accepted()
                    }
                }
                onTextChanged: {
                    if (text.length > field.maximum)
                        remove(field.maximum, text.length)
                    if (text !== field.value)
                        field.edited(text)
                }
                Accessible.role: Accessible.EditableText
                Accessible.multiLine: true
                Accessible.name: field.name
                Accessible.description: field.problem !== "" ? field.problem : field.hint
                Accessible.onPressAction: forceActiveFocus()
            }
        }
    }
}
