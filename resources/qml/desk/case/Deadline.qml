import QtQuick
import "../../controls"
import "../controls"

// A deadline: its day and how near it is; pressed, it tells line by line why it is that day.
Press {
    id: row
    required property var modelData
    required property int index
    property bool unfolded: false
    readonly property color tone: modelData.tone === "seal" ? Theme.seal : modelData.tone === "amber" ? Theme.amber
                                : modelData.tone === "jade" ? Theme.jade : Theme.ink
    objectName: "clock_" + index
    implicitHeight: column.height + Theme.d(12)
    name: words.fill("case.why_name", {label: modelData.label, due: modelData.due, told: modelData.told}, words.language)
    Accessible.checkable: true
    Accessible.checked: unfolded
    onActed: unfolded = !unfolded

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.d(8)
        anchors.rightMargin: -Theme.d(8)
        radius: Theme.d(8)
        color: row.unfolded ? Theme.paper : over.hovered ? Theme.jadeSoft : "transparent"
    }
    HoverHandler { id: over }
    Column {
        id: column
        y: Theme.d(6)
        width: parent.width
        spacing: Theme.d(2)
        Row {
            width: parent.width
            T {
                width: parent.width - due.width
                rightPadding: Theme.d(8)
                text: (row.modelData.matter === "" ? "" : row.modelData.matter + " · ") + row.modelData.label
                Accessible.ignored: true
            }
            T {
                id: due
                width: Math.min(implicitWidth, row.width * 0.6)
                text: row.modelData.stopped ? row.modelData.told : row.modelData.due
                font.weight: Font.Medium
                color: row.tone
                Accessible.ignored: true
            }
        }
        Item {
            width: parent.width
            height: Math.max(why.height, chips.height)
            Row {
                id: why
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.d(4)
                Icon { anchors.verticalCenter: parent.verticalCenter; size: Theme.d(16)
                       name: row.unfolded ? "up" : "down"; color: Theme.inkSoft }
                T { visible: implicitWidth <= row.width - chips.width - Theme.d(32)
                    text: words.say("case.why", words.language); wrapMode: Text.NoWrap
                    font.pixelSize: Theme.small; color: Theme.inkSoft; Accessible.ignored: true }
            }
            Row {
                id: chips
                x: parent.width - width
                spacing: Theme.d(6)
                DChip { visible: row.modelData.provisional; text: visible ? words.say("case.provisional", words.language) : ""; tone: "sand" }
                DChip { visible: !row.modelData.stopped; text: visible ? row.modelData.told : ""
                        tone: row.modelData.tone === "soft" ? "sand" : row.modelData.tone }
            }
        }
        Column {
            visible: row.unfolded
            width: parent.width
            topPadding: Theme.d(6)
            spacing: Theme.d(4)
            T { visible: row.modelData.provisional; width: parent.width; text: words.say("case.provisional_lead", words.language)
                font.pixelSize: Theme.small; color: Theme.amber }
            Repeater {
                model: row.unfolded ? row.modelData.why : []
                Row {
                    required property string modelData
                    required property int index
                    spacing: Theme.d(8)
                    T { id: no; text: (parent.index + 1) + "."; font.pixelSize: Theme.small; color: Theme.jade; font.weight: Font.Bold }
                    T { width: row.width - no.width - Theme.d(8); text: parent.modelData; font.pixelSize: Theme.small }
                }
            }
        }
    }
    FocusRing { of: row }
}
