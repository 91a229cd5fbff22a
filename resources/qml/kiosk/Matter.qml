import QtQuick
import "../controls"

// One matter: where it stands, who has it since when, what comes next and why then.
Pane {
    id: pane
    property var matter
    property int n: 0
    property bool told: false
    border.color: matter.yours ? Theme.amber : Theme.line

    Row {
        width: parent.width
        spacing: Theme.d(12)
        Icon { id: mark; name: matter.ended ? "check" : matter.yours ? "pen" : "clock"; size: Theme.d(32)
               color: matter.yours ? Theme.amber : matter.ended ? Theme.inkSoft : Theme.jade
               anchors.verticalCenter: parent.verticalCenter }
        T { width: parent.width - mark.width - parent.spacing; text: matter.track; font.pixelSize: Theme.small
            color: Theme.inkSoft; anchors.verticalCenter: parent.verticalCenter }
    }
    T { objectName: "state_" + pane.n; width: parent.width; text: matter.state; font.weight: Font.Bold
        color: matter.ended ? Theme.ink : Theme.jade; font.pixelSize: Theme.d(Theme.large ? 56 : 44) }
    T { width: parent.width; text: matter.holder; font.pixelSize: Theme.small; color: Theme.inkSoft }
    Rectangle { visible: matter.next !== ""; width: parent.width; height: Theme.hair; color: Theme.line }
    T { visible: matter.next !== ""; width: parent.width; font.pixelSize: Theme.small; font.weight: Font.Medium
        key: matter.yours ? "tracking.you_next" : "tracking.next_step"
        color: matter.yours ? Theme.amber : Theme.inkSoft }
    T { visible: matter.next !== ""; width: parent.width; text: matter.when; font.weight: Font.Bold
        color: matter.yours ? Theme.amber : Theme.ink }
    T { visible: matter.next !== ""; width: parent.width; text: matter.next; font.weight: Font.Medium }
    T { visible: text !== ""; width: parent.width; text: matter.detail; font.pixelSize: Theme.small
        color: Theme.inkSoft }
    Pill {
        objectName: "why_" + pane.n
        visible: matter.why.length > 0
        icon: pane.told ? "up" : "down"
        key: "tracking.why"
        on: pane.told
        onActed: pane.told = !pane.told
    }
    Column {
        visible: pane.told
        width: parent.width
        spacing: Theme.d(8)
        Repeater {
            model: pane.told ? pane.matter.why : []
            T { objectName: "reason"; width: parent.width; text: modelData; font.pixelSize: Theme.small }
        }
    }
}
