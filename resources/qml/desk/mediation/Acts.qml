import QtQuick
import "../../controls"
import "../controls"

// What can be done about one session, person or duty. `acts` are {action, label, given}; `of` names what.
Flow {
    id: list
    property var acts: []
    property string called: ""
    property string of: ""
    visible: acts.length > 0
    spacing: Theme.d(8)
    Repeater {
        model: list.acts
        DButton {
            required property var modelData
            objectName: modelData.action + "_" + list.called
            small: true
            text: modelData.label
            name: words.fill("mediate.act_name", {act: modelData.label, what: list.of}, words.language)
            onActed: case_.mediation.begin(modelData.action, modelData.given)
        }
    }
}
