import QtQuick
import "../../controls"

// One of several, chosen from a list that opens below. `options` are {id, label, detail, closed}.
// Letters typed in the open list go to the first that begins so.
Item {
    id: choice
    property string label: ""
    property string hint: ""
    property string problem: ""
    property string name: label
    property string boxName: ""
    property string placeholder: words.say("desk.choose", words.language)
    property bool optional: false
    property var options: []
    property string value: ""
    readonly property alias input: box
    readonly property bool opened: list.active
    readonly property var chosen: options.find((option) => option.id === value) || null
    signal picked(string id)

    implicitWidth: Theme.d(280)
    implicitHeight: column.implicitHeight

    function open() {
        if (!choice.enabled)
            return
        list.parent = overlay
        list.active = true
    }
    function shut() {
        list.active = false
        box.forceActiveFocus()
    }
    function step(by) {
        const open = options.filter((option) => !option.closed)
        const at = open.findIndex((option) => option.id === value)
        const next = open[Math.max(0, Math.min(open.length - 1, at + by))]
        if (next && next.id !== value)
            picked(next.id)
    }

    Column {
        id: column
        width: parent.width
        spacing: Theme.d(5)
        DLabel {
            visible: height > 0
            width: parent.width
            label: choice.label
            hint: choice.hint
            problem: choice.problem
            optional: choice.optional
        }
        Press {
            id: box
            objectName: choice.boxName
            width: parent.width
            height: Theme.d(Theme.large ? 50 : 42)
            name: choice.name
            Accessible.role: Accessible.ComboBox
            Accessible.description: choice.chosen ? choice.chosen.label : choice.placeholder
            onActed: choice.open()
            Keys.onDownPressed: choice.step(1)
            Keys.onUpPressed: choice.step(-1)
            Rectangle {
                anchors.fill: parent
                radius: Theme.d(8)
                color: Theme.card
                border.width: box.activeFocus ? Theme.bold : Theme.hair
                border.color: box.activeFocus ? Theme.jade : choice.problem !== "" ? Theme.seal : Theme.edge
            }
            DText {
                x: Theme.d(12)
                width: parent.width - x - Theme.d(40)
                anchors.verticalCenter: parent.verticalCenter
                text: choice.chosen ? choice.chosen.label : choice.placeholder
                color: choice.chosen ? Theme.ink : Theme.inkSoft
                Accessible.ignored: true
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: Theme.d(10)
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.d(20)
                name: "down"
                color: Theme.inkSoft
            }
        }
    }
    Loader {
        id: list
        active: false
        anchors.fill: parent
        sourceComponent: ChoiceList { of: choice; under: box }
    }
    Component.onDestruction: list.active = false
}
