import QtQuick
import "../../controls"
import "../controls"
import "../intake"

// Intake on behalf: the first question, the kind of right, the sheet, what was filed.
FocusScope {
    id: page
    objectName: "intakePage"
    Loader {
        id: part
        objectName: "intakePart"
        anchors.fill: parent
        focus: true
        sourceComponent: intake.stage === "first" ? first : intake.stage === "kind" ? kind
                       : intake.stage === "sheet" ? sheet : done
        onLoaded: item.forceActiveFocus()
    }
    Component { id: first; FirstQuestion {} }
    Component { id: kind; KindOfRight {} }
    Component { id: sheet; Sheet {} }
    Component { id: done; Done {} }
}
