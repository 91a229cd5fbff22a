import QtQuick
import "../controls"

// The papers somebody may read on the screen and have printed again.
Pane {
    id: pane
    T { width: parent.width; key: "tracking.papers"; font.weight: Font.Bold }
    T { objectName: "papersNeedCode"; visible: track.byNumber; width: parent.width; key: "tracking.by_code_only" }
    Big {
        objectName: "askCode"
        visible: track.byNumber
        width: parent.width
        ghost: true
        icon: "scan"
        key: "tracking.type_code"
        onActed: track.ask()
    }
    T { visible: track.papers.length === 0 && !track.byNumber; width: parent.width; key: "tracking.no_papers"; color: Theme.inkSoft }
    Repeater {
        model: track.papers
        Column {
            id: paper_
            width: parent.width
            spacing: Theme.d(12)
            readonly property int n: index
            Rectangle { visible: index > 0; width: parent.width; height: Theme.hair; color: Theme.line }
            T { width: parent.width; text: modelData.title; font.weight: Font.Medium }
            T { width: parent.width; text: modelData.issued; font.pixelSize: Theme.small; color: Theme.inkSoft }
            Grid {
                id: acts
                width: parent.width
                columns: Theme.large || Theme.compact ? 1 : 2
                spacing: Theme.d(16)
                readonly property real cell: (width - (columns - 1) * spacing) / columns
                Big { objectName: "read_" + paper_.n; width: acts.cell; ghost: true; icon: "eye"
                      key: "tracking.read"; onActed: track.read(paper_.n) }
                Big { objectName: "print_" + paper_.n; width: acts.cell; ghost: true; icon: "printer"
                      key: "tracking.print"; onActed: track.print(paper_.n) }
            }
        }
    }
}
