import QtQuick
import "../../controls"
import "../controls"

// How each kind of paper prints: Enter changes one.
FocusScope {
    id: tab
    readonly property var of: printing.rules
    focus: true
    function arrive() { table.list.forceActiveFocus(Qt.TabFocusReason) }
    DPane {
        id: card
        anchors.fill: parent
        T { width: parent.width; text: words.say("printing_page.papers_hint", words.language); color: Theme.inkSoft }
        T { visible: text !== ""; width: parent.width; text: tab.of.refusal; font.weight: Font.Medium; color: Theme.amber }
        DTable {
            id: table
            width: parent.width
            height: card.height - 2 * card.pad - y
            focus: true
            rowName: "rule"
            columns: [
                {id: "title", label: words.say("printing_page.paper", words.language), share: 3.2},
                {id: "printer", label: words.say("printing_page.printer", words.language), share: 2.6},
                {id: "tray", label: words.say("printing_page.tray", words.language), share: 1.6},
                {id: "sides", label: words.say("printing_page.side", words.language), share: 1.8},
                {id: "copies", label: words.say("printing_page.copies", words.language), share: 0.8},
                {id: "own", label: words.say("printing_page.rule", words.language), share: 1.4}
            ]
            rows: tab.of.rows
            onPicked: (key) => tab.of.open(key)
        }
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: tab.of.up
        focus: active
        sourceComponent: RuleSheet { of: tab.of }
        onLoaded: item.forceActiveFocus()
        onActiveChanged: if (!active) table.list.forceActiveFocus(Qt.TabFocusReason)
    }
}
