import QtQuick

// "There is a problem": each line leads to its question.
Rectangle {
    id: summary
    objectName: "errorSummary"
    property var problems: []
    signal chosen(string question)
    visible: problems.length > 0
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.d(4)
    border.color: Theme.seal
    implicitHeight: column.implicitHeight + Theme.d(48)
    activeFocusOnTab: true
    Accessible.role: Accessible.AlertMessage
    Accessible.name: heading.text + "。" + problems.map(p => p.words).join("。")
    Accessible.focusable: true

    Column {
        id: column
        x: Theme.d(28)
        y: Theme.d(24)
        width: parent.width - Theme.d(56)
        spacing: Theme.d(8)
        T {
            id: heading
            width: parent.width
            key: "common.problem"
            font.weight: Font.Bold
            color: Theme.seal
        }
        Repeater {
            model: summary.problems
            Press {
                id: line
                objectName: "problem_" + modelData.question
                width: column.width
                implicitHeight: Math.max(Theme.touch, text.implicitHeight + Theme.d(8))
                name: modelData.words
                onActed: summary.chosen(modelData.question)
                Accessible.role: Accessible.Link
                T {
                    id: text
                    width: parent.width
                    anchors.verticalCenter: parent.verticalCenter
                    text: modelData.words
                    font.underline: true
                    color: Theme.seal
                    Accessible.ignored: true
                }
                FocusRing { of: line; anchors.margins: 0 }
            }
        }
    }
    FocusRing { of: summary }
}
