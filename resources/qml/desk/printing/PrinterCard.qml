import QtQuick
import "../../controls"
import "../controls"
import "../case"

// The printer that was chosen: how it is and what to do, its facts and supplies, what waits, what can be done.
DPane {
    id: card
    property var of
    readonly property var one: of.one
    readonly property string refused: printing.keeping.refusal !== "" ? printing.keeping.refusal : one.refused || ""
    visible: one.id !== ""
    pad: 0
    function enter() { test.forceActiveFocus(Qt.TabFocusReason) }

    DScroll {
        id: scroll
        objectName: "printerScroll"
        width: parent.width
        height: card.height
        pad: Theme.d(20)
        Column {
            width: parent.width
            spacing: Theme.d(4)
            T {
                objectName: "printerName"
                width: parent.width
                text: card.one.name || ""
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            DChip { width: Math.min(implicitWidth, parent.width); text: card.one.state || ""; tone: card.one.tone || "jade"
                    icon: tone === "jade" ? "check" : "warn" }
        }
        Trouble { width: parent.width; objectName: "printerTrouble"; said: card.one.trouble || null; tone: "seal" }
        Repeater {
            model: card.one.warnings || []
            Trouble { required property var modelData; width: parent.width; said: modelData; tone: "amber" }
        }
        Strip { called: "printerProblem"; width: parent.width; text: card.of.problem; tone: "seal"; icon: "warn" }
        Strip { called: "trial"; width: parent.width; text: card.of.trial.text; tone: card.of.trial.tone
                icon: tone === "jade" ? "printer" : "warn" }
        Flow {
            width: parent.width
            spacing: Theme.d(10)
            DButton { id: test; objectName: "testPrinter"; icon: "paper"; text: words.say("printing_page.test", words.language); keys: "Alt+T"
                      hears: printing.keeping.sheet === ""; onActed: card.of.test() }
            DButton { objectName: "resumePrinter"; visible: card.one.paused === true; icon: "resume"; text: words.say("printing_page.resume", words.language); keys: "Alt+R"
                      onActed: card.of.resume() }
            DButton { objectName: "acceptPrinter"; visible: card.one.swapped === true; icon: "check"; text: words.say("printing_page.accept", words.language)
                      closed: card.refused; onActed: printing.keeping.open("accept", card.one.id) }
            DButton { objectName: "changePrinter"; icon: "pen"; text: words.say("printing_page.change", words.language)
                      closed: card.refused; onActed: printing.keeping.open("change", card.one.id) }
            DButton { objectName: "removePrinter"; icon: "cross"; danger: true; text: words.say("printing_page.remove", words.language)
                      closed: card.refused !== "" || card.one.id !== "folder" ? card.refused : words.say("fault.printer_is_folder.title", words.language)
                      onActed: printing.keeping.open("remove", card.one.id) }
        }
        T { visible: text !== "" && card.one.refused !== ""; width: parent.width; text: card.refused; font.pixelSize: Theme.small; color: Theme.inkSoft }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        T { width: parent.width; text: words.say("printing_page.queue", words.language); font.weight: Font.Bold; Accessible.role: Accessible.Heading }
        T { visible: jobs.count === 0; width: parent.width; text: words.say("printing_page.queue_none", words.language); color: Theme.inkSoft }
        Repeater {
            id: jobs
            model: card.of.queue
            Item {
                id: job
                required property var row
                required property int index
                width: parent.width
                height: Math.max(said.height, stop.height)
                Column {
                    id: said
                    width: stop.x - Theme.d(12)
                    anchors.verticalCenter: parent.verticalCenter
                    DText { width: parent.width; text: job.row.title; font.weight: Font.Medium }
                    DText { width: parent.width; text: job.row.told; font.pixelSize: Theme.small; color: Theme.inkSoft }
                }
                DButton {
                    id: stop
                    objectName: "cancelJob_" + job.index
                    x: parent.width - width
                    anchors.verticalCenter: parent.verticalCenter
                    small: true
                    icon: "cross"
                    text: words.say("printing_page.cancel", words.language)
                    name: words.fill("printing_page.cancel_name", {title: job.row.title}, words.language)
                    onActed: card.of.cancel(job.row.job)
                }
            }
        }
        T { visible: text !== ""; width: parent.width; text: card.one.others || ""; color: Theme.inkSoft }
        T { visible: supplies.count > 0; width: parent.width; topPadding: Theme.d(6); text: words.say("printing_page.supplies", words.language); font.weight: Font.Bold
            Accessible.role: Accessible.Heading }
        Repeater {
            id: supplies
            model: card.one.supplies || []
            Supply { required property var modelData; width: parent.width; of: modelData }
        }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
        Repeater {
            model: card.one.facts || []
            Row {
                id: fact
                required property var modelData
                width: parent.width
                spacing: Theme.gap
                T { id: label; width: Theme.d(Theme.large ? 170 : 130); text: fact.modelData.label; color: Theme.inkSoft }
                T { width: fact.width - label.width - fact.spacing; text: fact.modelData.text; wrapMode: Text.Wrap }
            }
        }
        Row {
            visible: card.one.prints !== ""
            width: parent.width
            spacing: Theme.gap
            T { id: chosen; width: Theme.d(Theme.large ? 170 : 130); text: words.say("printing_page.prints", words.language); color: Theme.inkSoft }
            T { width: parent.width - chosen.width - parent.spacing; text: card.one.prints || "" }
        }
        DChoice {
            visible: printing.keeping.refusal === ""
            width: Math.min(parent.width, Theme.d(Theme.large ? 560 : 440))
            boxName: "preferPrinter"
            label: words.say("printing_page.prefer", words.language)
            placeholder: words.say("printing_page.prefer_choose", words.language)
            options: card.of.kinds
            onPicked: (id) => card.of.prefer(id)
        }
    }
}
