import QtQuick
import "../../controls"
import "../controls"

// What keeps a court from confirming it, and what is for people to weigh: each with its term and its mend.
DPane {
    id: pane
    property bool mends: true
    property string called: ""
    readonly property var rows: drafting.sheet.findings
    readonly property var counts: drafting.sheet.counts
    objectName: called + "findings"
    Item {
        width: parent.width
        height: Math.max(title.height, marks.height)
        T { id: title; key: "drafting.findings"; font.weight: Font.Bold; wrapMode: Text.NoWrap; anchors.verticalCenter: parent.verticalCenter
            Accessible.role: Accessible.Heading }
        Row {
            id: marks
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.d(6)
            DChip { text: pane.counts.blocksTold || ""; tone: "seal"; icon: "warn" }
            DChip { text: pane.counts.warnsTold || ""; tone: "amber" }
        }
    }
    T { visible: pane.rows.length === 0; width: parent.width; key: "drafting.findings_none"; color: Theme.jade }
    Repeater {
        model: pane.rows
        Item {
            id: row
            required property var modelData
            required property int index
            objectName: pane.called + "finding_" + index
            width: pane.width - 2 * pane.pad
            height: Math.max(told.height, go.visible ? go.height : 0) + Theme.d(12)
            Rectangle { visible: row.index > 0; width: parent.width; height: Theme.hair; color: Theme.line }
            Icon { id: mark; y: Theme.d(12); size: Theme.d(22); name: row.modelData.blocks ? "warn" : "info"; weight: 2.2
                   color: row.modelData.blocks ? Theme.seal : Theme.amber }
            Column {
                id: told
                x: mark.width + Theme.d(12)
                y: Theme.d(10)
                width: parent.width - x - (go.visible ? go.width + Theme.d(12) : 0)
                spacing: Theme.d(2)
                T { width: parent.width; font.weight: Font.Medium; text: row.modelData.where + "  " + row.modelData.what
                    color: row.modelData.blocks ? Theme.seal : Theme.amber }
                T { visible: row.modelData.quote !== ""; width: parent.width; text: "“" + row.modelData.quote + "”"; font.pixelSize: Theme.small }
                T { width: parent.width; text: row.modelData.mend }
                T { width: parent.width; text: row.modelData.grave + "  ·  " + row.modelData.article; font.pixelSize: Theme.small; color: Theme.inkSoft }
            }
            DButton {
                id: go
                objectName: pane.called + "mend_" + row.index
                visible: pane.mends && row.modelData.term > 0
                anchors.right: parent.right
                y: Theme.d(12)
                small: true
                icon: "right"
                key: "drafting.mend"
                name: words.fill("drafting.mend_name", {where: row.modelData.where, what: row.modelData.what}, words.language)
                onActed: drafting.mend(row.modelData.n)
            }
        }
    }
}
