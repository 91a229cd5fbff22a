import QtQuick
import "../../controls"
import "../controls"

// Who against whom, smaller or a line each where they are long; under it the number, the kind, the station, when it was filed and how.
Column {
    id: head
    readonly property bool tight: width < Theme.d(Theme.large ? 900 : 700)
    spacing: Theme.d(6)
    TextMetrics { id: metrics; text: case_.title; font.family: Theme.font; font.weight: Font.Bold; font.pixelSize: Theme.d(Theme.large ? 35 : 29) }
    TextMetrics { id: smaller; text: case_.title; font.family: Theme.font; font.weight: Font.Bold; font.pixelSize: Theme.d(Theme.large ? 29 : 23) }
    T {
        objectName: "caseTitle"
        width: parent.width
        readonly property bool fits: metrics.advanceWidth <= head.width
        text: fits || smaller.advanceWidth <= head.width ? case_.title : case_.title.replace(/  (\S+)  /, "\n$1 ")
        font.pixelSize: fits ? Theme.d(Theme.large ? 34 : 28) : Theme.d(Theme.large ? 28 : 22)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    DChip { objectName: "caseEnded"; text: case_.ended; tone: "sand"; icon: "check"; width: Math.min(implicitWidth, head.width) }
    Flow {
        objectName: "caseUnder"
        width: parent.width
        spacing: Theme.d(head.tight ? 14 : 22)
        Repeater {
            model: case_.under
            DText {
                required property string modelData
                required property int index
                objectName: "caseUnder_" + index
                width: Math.min(implicitWidth, head.width)
                text: modelData
                font.pixelSize: head.tight ? Theme.small : Theme.body
                color: Theme.inkSoft
            }
        }
    }
}
