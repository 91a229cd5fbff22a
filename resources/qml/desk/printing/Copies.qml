import QtQuick
import "../../controls"
import "../controls"

// Every copy: those that need a hand first, then a day's, then its totals.
FocusScope {
    id: tab
    readonly property var of: printing.copies
    focus: true
    function arrive() {
        const first = needing.itemAt(0)
        if (first)
            first.enter()
        else
            day.input.forceActiveFocus(Qt.TabFocusReason)
    }
    DScroll {
        id: scroll
        objectName: "copiesScroll"
        anchors.fill: parent
        DPane {
            width: parent.width
            title: words.say("printing_page.needing", words.language)
            T { visible: needing.count === 0; width: parent.width; text: words.say("printing_page.needing_none", words.language); color: Theme.inkSoft }
            Repeater {
                id: needing
                model: tab.of.needing
                CopyNeeds { width: parent.width; onSaid: (end) => tab.of.say_of(row.key, end); onOpened: tab.of.open(row.key) }
            }
        }
        DPane {
            id: days
            width: parent.width
            Row {
                spacing: Theme.d(8)
                DButton { objectName: "dayBefore"; anchors.bottom: parent.bottom; bare: true; icon: "left"; name: words.say("printing_page.day_before", words.language); keys: "Alt+Left"
                          onActed: tab.of.step(-1) }
                DDay {
                    id: day
                    width: Theme.d(Theme.large ? 240 : 190)
                    boxName: "copiesDay"
                    label: words.say("printing_page.day", words.language)
                    today: station.day
                    value: tab.of.day
                    onChosen: (iso) => { if (iso !== tab.of.day) tab.of.choose(iso) }
                }
                DButton { objectName: "dayAfter"; anchors.bottom: parent.bottom; bare: true; icon: "right"; name: words.say("printing_page.day_after", words.language); keys: "Alt+Right"
                          onActed: tab.of.step(1) }
            }
            T { visible: tab.of.rows.length === 0; width: parent.width; text: words.say("printing_page.copies_none", words.language); color: Theme.inkSoft }
            DTable {
                id: table
                visible: tab.of.rows.length > 0
                width: parent.width
                height: Math.min(implicitHeight, Theme.d(Theme.large ? 520 : 420))
                rowName: "copy"
                columns: [
                    {id: "at", label: words.say("printing_page.at", words.language), share: 1.1},
                    {id: "title", label: words.say("printing_page.paper", words.language), share: 3},
                    {id: "number", label: words.say("printing_page.number", words.language), share: 2.4, tail: true},
                    {id: "copy", label: words.say("printing_page.which_copy", words.language), share: 1},
                    {id: "printer", label: words.say("printing_page.printer", words.language), share: 1.8},
                    {id: "by", label: words.say("printing_page.by", words.language), share: 1.4},
                    {id: "state", label: words.say("printing_page.state", words.language), share: 1.8}
                ]
                rows: tab.of.rows
                onPicked: (key) => tab.of.open(key)
            }
        }
        DPane {
            visible: tab.of.totals.length > 0
            width: parent.width
            title: words.say("printing_page.totals", words.language)
            DTable {
                width: parent.width
                height: implicitHeight
                rowName: "total"
                pressable: false
                columns: [
                    {id: "title", label: words.say("printing_page.paper", words.language), share: 3},
                    {id: "printer", label: words.say("printing_page.printer", words.language), share: 2},
                    {id: "printed", label: words.say("printing_page.total_printed", words.language), share: 1, right: true},
                    {id: "taken", label: words.say("printing_page.total_taken", words.language), share: 1, right: true},
                    {id: "failed", label: words.say("printing_page.total_failed", words.language), share: 1.2, right: true}
                ]
                rows: tab.of.totals
            }
        }
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: tab.of.sheet !== ""
        focus: active
        sourceComponent: tab.of.sheet === "turns" ? turns : reason
        onLoaded: item.forceActiveFocus()
        onActiveChanged: if (!active) tab.arrive()
    }
    Component { id: turns; TurnsSheet { of: tab.of } }
    Component { id: reason; ReasonSheet { of: tab.of } }
}
