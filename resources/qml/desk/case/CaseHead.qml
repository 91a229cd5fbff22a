import QtQuick
import "../../controls"
import "../controls"

// Who against whom; under it the number, the kind, the station, when it was filed and how.
Column {
    id: head
    spacing: Theme.d(6)
    T {
        objectName: "caseTitle"
        width: parent.width
        text: case_.title
        font.pixelSize: Theme.d(Theme.large ? 34 : 28)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    DChip { objectName: "caseEnded"; text: case_.ended; tone: "sand"; icon: "check"; width: Math.min(implicitWidth, head.width) }
    T {
        objectName: "caseUnder"
        width: parent.width
        text: case_.under.join("  ·  ")
        color: Theme.inkSoft
    }
}
