import QtQuick
import "../../controls"
import "../controls"

// Options of one question: Tab comes to the group once, arrows move in it, digits choose.
Grid {
    id: group
    property var options: []
    property var ticked: []
    property bool many: false
    property string unknownLabel: ""
    property bool unknown: false
    property string boxName: ""
    property int at: 0
    readonly property var all: unknownLabel === "" ? options
        : options.concat([{id: "", title: unknownLabel, sub: ""}])
    signal picked(string id)
    signal unknownPicked()
    columns: width > Theme.d(Theme.large ? 760 : 560) && all.length > 1 ? 2 : 1
    columnSpacing: Theme.d(8)
    rowSpacing: Theme.d(2)

    function take(index) {
        if (index >= all.length)
            return
        boxes.itemAt(index).forceActiveFocus(Qt.TabFocusReason)
        all[index].id === "" ? unknownPicked() : picked(all[index].id)
    }
    function go(by) {
        const next = Math.max(0, Math.min(all.length - 1, at + by))
        boxes.itemAt(next).forceActiveFocus(Qt.TabFocusReason)
        if (!many)
            take(next)
    }
    function focusFirst() { boxes.itemAt(at).forceActiveFocus(Qt.TabFocusReason) }

    Repeater {
        id: boxes
        model: group.all
        DCheck {
            required property var modelData
            required property int index
            objectName: modelData.id === "" ? group.boxName + "_unknown" : group.boxName + "_" + modelData.id
            width: (group.width - (group.columns - 1) * group.columnSpacing) / group.columns
            activeFocusOnTab: index === group.at
            round: !group.many
            text: modelData.title
            detail: modelData.sub
            on: modelData.id === "" ? group.unknown : group.ticked.indexOf(modelData.id) >= 0
            onActed: {
                group.take(index)
            }
            onActiveFocusChanged: if (activeFocus) group.at = index
            Keys.onDownPressed: group.go(group.columns)
            Keys.onUpPressed: group.go(-group.columns)
            Keys.onRightPressed: group.go(1)
            Keys.onLeftPressed: group.go(-1)
            Keys.onDigit1Pressed: group.take(0)
            Keys.onDigit2Pressed: group.take(1)
            Keys.onDigit3Pressed: group.take(2)
            Keys.onDigit4Pressed: group.take(3)
            Keys.onDigit5Pressed: group.take(4)
            Keys.onDigit6Pressed: group.take(5)
            Keys.onDigit7Pressed: group.take(6)
            Keys.onDigit8Pressed: group.take(7)
            Keys.onDigit9Pressed: group.take(8)
        }
    }
}
