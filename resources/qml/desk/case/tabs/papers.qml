import QtQuick
import "../../../controls"
import "../../controls"
import "../../printing"
import ".."

Column {
    id: tab
    spacing: Theme.gap
    Connections {
        target: case_.papers
        function onLeft(at) {
            const row = rows.itemAt(at)
            if (row)
                row.focusRead()
        }
    }
    CopyStrip { called: "printing"; width: parent.width; of: case_.papers.copy }
    DEmpty { visible: rows.count === 0; width: parent.width; icon: "paper"; title: words.say("case.none_papers", words.language) }
    Repeater {
        id: rows
        model: case_.papers.rows
        Rectangle {
            id: row
            required property var modelData
            function focusRead() { read.forceActiveFocus(Qt.TabFocusReason) }
            width: tab.width
            implicitHeight: Math.max(told.height, buttons.height) + Theme.d(24)
            radius: Theme.radius
            color: Theme.card
            border.width: Theme.hair
            border.color: Theme.line
            Icon { id: mark; x: Theme.d(16); anchors.verticalCenter: parent.verticalCenter; size: Theme.d(28); name: "paper"; color: Theme.jade }
            Column {
                id: told
                x: mark.x + mark.width + Theme.d(14)
                anchors.verticalCenter: parent.verticalCenter
                width: buttons.x - x - Theme.d(12)
                T { width: parent.width; text: row.modelData.title; font.weight: Font.Bold }
                T { width: parent.width; font.pixelSize: Theme.small; color: Theme.inkSoft
                    text: [row.modelData.number, row.modelData.issued, row.modelData.language, row.modelData.printed]
                          .filter((part) => part !== "").join("  ·  ") }
                DChip { text: row.modelData.outdated; tone: "amber"; width: Math.min(implicitWidth, parent.width) }
            }
            Row {
                id: buttons
                x: parent.width - width - Theme.d(12)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.d(8)
                DButton { id: read; objectName: "read_" + row.modelData.at; small: true; icon: "eye"; key: "case.read"
                          name: words.fill("case.read_name", {title: row.modelData.title}, words.language)
                          onActed: case_.papers.read(row.modelData.at) }
                DButton { objectName: "print_" + row.modelData.at; small: true; icon: "printer"; key: "case.print"
                          name: words.fill("case.print_name", {title: row.modelData.title}, words.language)
                          onActed: case_.papers.print(row.modelData.at) }
                DButton { objectName: "printOn_" + row.modelData.at; small: true; bare: true; icon: "down"
                          name: words.fill("printing_page.print_to_name", {title: row.modelData.title}, words.language)
                          onActed: case_.papers.choose(row.modelData.at) }
            }
        }
    }
    T { visible: makes.count > 0; width: parent.width; topPadding: Theme.d(8); key: "case.make"; font.weight: Font.Bold
        Accessible.role: Accessible.Heading }
    Flow {
        width: parent.width
        spacing: Theme.d(10)
        Repeater {
            id: makes
            model: case_.makes
            DButton {
                required property var modelData
                objectName: "make_" + modelData.id
                icon: "plus"
                text: modelData.label
                closed: modelData.closed
                onActed: case_.make(modelData.id)
            }
        }
    }
}
