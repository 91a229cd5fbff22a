import QtQuick
import "../../controls"
import "../controls"

// A copy that waits for somebody's hand or word, with what can be done about it.
Rectangle {
    id: copy
    required property var row
    required property int index
    signal said(string end)
    signal opened()
    readonly property var ends: row.needs === "collect" ? ["in_hand", "destroyed"]
                              : row.needs === "reprint" ? ["again"] : ["in_hand", "destroyed", "not_there"]
    objectName: "needs_" + index
    height: told.height + Theme.d(24)
    radius: Theme.radius
    color: Theme.amberSoft
    border.width: Theme.contrast ? Theme.hair : 0
    border.color: Theme.amber
    function enter() { buttons.itemAt(0).forceActiveFocus(Qt.TabFocusReason) }
    Icon { id: mark; x: Theme.d(14); y: Theme.d(14); size: Theme.d(26); name: copy.row.needs === "fate" ? "question" : "paper"; weight: 2; color: Theme.amber }
    Column {
        id: told
        x: mark.x + mark.width + Theme.d(12)
        y: Theme.d(12)
        width: parent.width - x - Theme.d(12)
        spacing: Theme.d(6)
        T { width: parent.width; text: copy.row.title; font.weight: Font.Bold }
        T { width: parent.width; font.pixelSize: Theme.small; color: Theme.inkSoft
            text: [copy.row.number, copy.row.copy, copy.row.printer, copy.row.by, copy.row.at].filter((part) => part !== "").join("  ·  ") }
        T { width: parent.width; text: [copy.row.asks, copy.row.trouble].filter((part) => part !== "").join("  "); color: Theme.amber; font.weight: Font.Medium }
        Flow {
            width: parent.width
            spacing: Theme.d(8)
            Repeater {
                id: buttons
                model: copy.ends
                DButton {
                    required property string modelData
                    objectName: "copy_" + copy.index + "_" + modelData
                    small: true
                    icon: modelData === "in_hand" ? "check" : modelData === "again" ? "printer" : ""
                    text: words.say("printing_page." + modelData, words.language)
                    name: text + ", " + copy.row.title + " " + copy.row.number
                    onActed: copy.said(modelData)
                }
            }
            DButton { objectName: "copy_" + copy.index + "_turns"; small: true; quiet: true; icon: "clock"; text: words.say("printing_page.turns", words.language)
                      name: text + ", " + copy.row.title + " " + copy.row.number; onActed: copy.opened() }
        }
    }
}
