import QtQuick

// A day as three boxes. The value is "year-month-day" as typed, "" when all are empty.
Item {
    id: date
    property string label: ""
    property string help: ""
    property string value: ""
    property string problem: ""
    property bool optional: false
    property string boxName: ""
    property bool filling: false
    readonly property alias input: year.input
    signal edited(string text)

    implicitHeight: column.implicitHeight
    onValueChanged: fill()
    Component.onCompleted: fill()

    function joined() {
        if (year.input.text === "" && month.input.text === "" && day.input.text === "")
            return ""
        return year.input.text + "-" + month.input.text + "-" + day.input.text
    }
    function fill() {
        if (value === joined())
            return
        filling = true
        var parts = value.split("-")
        year.input.text = parts[0] || ""
        month.input.text = parts[1] || ""
        day.input.text = parts[2] || ""
        filling = false
    }
    function say() {
        if (!filling)
            edited(joined())
    }

    Column {
        id: column
        width: parent.width
        spacing: Theme.d(8)
        QuestionHead {
            width: parent.width
            label: date.label
            help: date.help
            problem: date.problem
            optional: date.optional
        }
        Row {
            spacing: Theme.d(24)
            Field {
                id: year
                width: Theme.d(Theme.large ? 260 : 220)
                boxName: date.boxName + "_year"
                suffix: words.say("common.year", words.language)
                name: date.label + " " + suffix
                maximum: 4
                hints: Qt.ImhDigitsOnly
                onEdited: { date.say(); if (input.text.length === 4 && input.activeFocus) month.input.forceActiveFocus() }
            }
            Field {
                id: month
                width: Theme.d(Theme.large ? 264 : 208)
                boxName: date.boxName + "_month"
                suffix: words.say("common.month", words.language)
                name: date.label + " " + suffix
                maximum: 2
                hints: Qt.ImhDigitsOnly
                onEdited: { date.say(); if (input.text.length === 2 && input.activeFocus) day.input.forceActiveFocus() }
            }
            Field {
                id: day
                width: Theme.d(Theme.large ? 220 : 180)
                boxName: date.boxName + "_day"
                suffix: words.say("common.day", words.language)
                name: date.label + " " + suffix
                maximum: 2
                hints: Qt.ImhDigitsOnly
                onEdited: date.say()
            }
        }
    }
}
