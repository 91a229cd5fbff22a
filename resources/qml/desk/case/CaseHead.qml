import QtQuick
import "../../controls"
import "../controls"

// Who against whom; under it the number, the kind, the station, when it was filed and how.
Column {
    id: head
    readonly property string claimant: case_.sides.claimant || ""
    readonly property string respondent: case_.sides.respondent || ""
    spacing: Theme.d(6)
    T {
        objectName: "caseTitle"
        width: parent.width
        text: head.claimant + "  " + words.say("case.versus", words.language) + "  " + head.respondent
        font.pixelSize: Theme.d(Theme.large ? 34 : 28)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    T {
        objectName: "caseUnder"
        width: parent.width
        text: case_.under.join("  ·  ")
        color: Theme.inkSoft
    }
}
