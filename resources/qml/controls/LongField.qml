import QtQuick

// Several lines to type in; grows with what is typed.
Item {
    id: field
    property string label: ""
    property string help: ""
    property string value: ""
    property string problem: ""
    property string name: label
    property string boxName: ""
    property bool optional: false
    property int maximum: 2000
    readonly property alias input: input
    signal edited(string text)

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
        Rectangle {
            width: parent.width
            height: Math.max(Theme.body * (Theme.compact ? 3 : 5), input.implicitHeight + Theme.d(40))
            radius: Theme.d(12)
            color: Theme.card
            border.width: input.activeFocus ? Theme.d(4) : field.problem !== "" ? Theme.d(3) : Theme.hair
            border.color: input.activeFocus ? Theme.jade : field.problem !== "" ? Theme.seal : Theme.edge
            TextEdit {
                id: input
                objectName: field.boxName
                x: Theme.d(20)
                y: Theme.d(20)
                width: parent.width - Theme.d(40)
                height: parent.height - Theme.d(40)
                activeFocusOnTab: true
                color: Theme.ink
                font.family: Theme.font
                font.pixelSize: Theme.body
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                selectionColor: Theme.jade
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhMultiLine
                KeyNavigation.priority: KeyNavigation.BeforeItem
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                onTextChanged: {
                    if (text.length > field.maximum)
                        remove(field.maximum, text.length)
                    field.edited(text)
                }
                Accessible.role: Accessible.EditableText
                Accessible.multiLine: true
                Accessible.name: field.name
                Accessible.description: field.problem !== "" ? field.problem : field.help
                Accessible.onPressAction: forceActiveFocus()
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
    }
}
