import QtQuick
import "../../controls"
import "../controls"
import "../case"

// The self-test: what it found, the worst first, with what to do; run again, print the report.
FocusScope {
    id: tab
    readonly property var of: printing.checks
    focus: true
    function arrive() { run.forceActiveFocus(Qt.TabFocusReason) }
    DPane {
        id: card
        anchors.fill: parent
        pad: 0
        DScroll {
            objectName: "checksScroll"
            width: parent.width
            height: card.height
            pad: Theme.d(20)
            Flow {
                width: parent.width
                spacing: Theme.gap
                DButton { id: run; objectName: "runSelfTest"; primary: true; icon: "check"; text: words.say("printing_page.run", words.language); keys: "Alt+R"
                          enabled: !tab.of.busy; onActed: tab.of.run() }
                DChoice { width: Theme.d(Theme.large ? 420 : 320); boxName: "reportPrinter"; name: words.say("printing_page.report_on", words.language)
                          visible: tab.of.rows.length > 0 && tab.of.printers.length > 0
                          options: tab.of.printers; value: tab.of.printer; onPicked: (id) => tab.of.choose(id) }
                DButton { objectName: "printReport"; visible: tab.of.rows.length > 0; icon: "printer"; text: words.say("printing_page.print_report", words.language); keys: "Alt+P"
                          enabled: tab.of.printer !== ""; onActed: tab.of.print() }
            }
            T { objectName: "selfTestWhen"; width: parent.width; text: tab.of.when; color: Theme.inkSoft }
            Strip { called: "selfTestProblem"; width: parent.width; text: tab.of.problem; tone: "seal"; icon: "warn" }
            Strip { called: "report"; width: parent.width; text: tab.of.printing.text; tone: tab.of.printing.tone; icon: tone === "jade" ? "printer" : "warn" }
            Strip { called: "selfTestSum"; width: parent.width; text: tab.of.sum.text; tone: tab.of.sum.tone; icon: tone === "jade" ? "check" : "warn" }
            Repeater {
                model: tab.of.rows
                Item {
                    id: check
                    required property var modelData
                    readonly property color fore: modelData.tone === "seal" ? Theme.seal : modelData.tone === "amber" ? Theme.amber
                                                : modelData.tone === "jade" ? Theme.jade : Theme.inkSoft
                    objectName: "check_" + modelData.part
                    width: parent.width
                    height: Math.max(named.height, said.height) + Theme.d(14)
                    Rectangle { y: parent.height - height; width: parent.width; height: Theme.hair; color: Theme.line }
                    Icon { id: mark; x: Theme.d(4); y: Theme.d(1); size: Theme.d(24); name: check.modelData.icon; weight: 2.2; color: check.fore }
                    T { id: named; x: mark.x + mark.width + Theme.d(12); width: Theme.d(Theme.large ? 250 : 200); text: check.modelData.title; font.weight: Font.Medium }
                    Column {
                        id: said
                        x: named.x + named.width + Theme.gap
                        width: parent.width - x
                        spacing: Theme.d(2)
                        T { width: parent.width; text: check.modelData.word + "  ·  " + check.modelData.said; color: check.fore === Theme.inkSoft || check.fore === Theme.jade ? Theme.ink : check.fore }
                        T { visible: text !== ""; width: parent.width; text: check.modelData.do; font.weight: Font.Medium }
                    }
                }
            }
        }
    }
}
