import QtQuick
import "../../controls"
import "../controls"
import "../case"
import "../printing"

// The agreement as it stands: its terms, what the checks found, who signed; or why there is none.
Column {
    id: tab
    readonly property var sheet: drafting.sheet
    readonly property string stage: drafting.stage
    readonly property bool there: ["open", "fixed", "effective"].indexOf(stage) >= 0
    readonly property bool written: there && sheet.terms.length > 0
    objectName: "agreement"
    visible: !sheet.up
    spacing: Theme.gap

    DEmpty {
        objectName: "agreementNone"
        readonly property var keys: ({none: ["no_matter", ""], withheld: ["withheld", drafting.signing ? "withheld_signing" : "withheld_lead"], early: ["early", "early_lead"],
            still: ["still", ""], loading: ["loading", ""], fault: ["fault", ""]})[tab.stage] || ["", ""]
        visible: !tab.there
        width: parent.width
        icon: tab.stage === "withheld" ? "lock" : tab.stage === "fault" ? "warn" : "contract"
        title: keys[0] === "" ? "" : words.say("drafting." + keys[0], words.language)
        text: tab.stage === "fault" ? drafting.trouble : keys[1] === "" ? "" : words.say("drafting." + keys[1], words.language)
    }
    DButton {
        objectName: "agreementAgain"
        visible: tab.stage === "fault"
        anchors.horizontalCenter: parent.horizontalCenter
        key: "drafting.again"
        icon: "turn"
        onActed: drafting.again()
    }
    Troubles { width: parent.width }
    Flow {
        id: head
        readonly property bool narrow: width < buttons.natural + spacing + Theme.d(Theme.large ? 300 : 240)
        visible: tab.there
        width: parent.width
        spacing: Theme.d(10)
        Column {
            width: head.narrow ? head.width : head.width - buttons.width - head.spacing
            T { width: parent.width; font.pixelSize: Theme.d(Theme.large ? 26 : 20); font.weight: Font.Bold
                text: words.say(tab.stage === "open" ? "drafting.terms" : tab.stage === "fixed" ? "drafting.fixed" : "drafting.effective", words.language)
                Accessible.role: Accessible.Heading }
            T { objectName: "agreementTold"; width: parent.width; text: drafting.told; font.pixelSize: Theme.small; color: Theme.inkSoft }
        }
        Flow {
            id: buttons
            readonly property real natural: {
                let sum = -spacing
                for (const child of children)
                    sum += child.visible && child.width > 0 ? child.width + spacing : 0
                return Math.max(0, Math.ceil(sum))
            }
            width: head.narrow ? head.width : natural
            spacing: Theme.d(8)
            DButton {
                objectName: "agreementFix"
                visible: drafting.mayWrite && tab.written
                key: "drafting.fix"
                icon: "check"
                closed: drafting.noFix
                onActed: drafting.askFix()
            }
            DButton {
                objectName: "agreementWrite"
                visible: drafting.mayWrite
                key: tab.written ? "drafting.write_on" : "drafting.write"
                icon: "pen"
                keys: "Ctrl+E"
                onActed: drafting.write()
            }
            DButton {
                objectName: "earlierVersions"
                visible: drafting.versions.several
                key: "drafting.earlier"
                icon: "clock"
                onActed: drafting.versions.open()
            }
            DButton {
                objectName: "readText"
                visible: tab.stage === "fixed"
                key: "drafting.read_text"
                icon: "eye"
                onActed: drafting.readText()
            }
            DButton {
                objectName: "printToSign"
                visible: tab.stage === "fixed"
                key: "drafting.print_to_sign"
                icon: "printer"
                enabled: !drafting.busy
                onActed: drafting.byHand.print("")
            }
            Repeater {
                model: tab.stage === "fixed" ? drafting.offers : []
                DButton {
                    required property var modelData
                    objectName: "agreement_" + modelData.id
                    text: modelData.label
                    closed: modelData.closed
                    icon: "turn"
                    onActed: case_.act(drafting.matter, modelData.id)
                }
            }
        }
    }
    T {
        visible: tab.stage === "fixed" || tab.stage === "effective"
        width: parent.width
        text: words.say("drafting.hash", words.language) + "  " + drafting.hashRead
        font.family: "monospace"
        font.pixelSize: Theme.small
        color: Theme.inkSoft
        wrapMode: Text.WordWrap
    }
    DPane {
        id: out
        visible: drafting.papers.length > 0
        width: parent.width
        title: words.say("drafting.hand_out", words.language)
        Repeater {
            model: drafting.papers
            Item {
                id: paper
                required property var modelData
                width: out.width - 2 * out.pad
                height: Math.max(named.height, go.height)
                Column {
                    id: named
                    anchors.verticalCenter: parent.verticalCenter
                    width: go.x - Theme.d(12)
                    T { width: parent.width; text: paper.modelData.title; font.weight: Font.Medium }
                    T { width: parent.width; text: paper.modelData.number; font.pixelSize: Theme.small; color: Theme.inkSoft }
                }
                DButton {
                    id: go
                    objectName: "handOut_" + paper.modelData.at
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    small: true
                    icon: paper.modelData.printed ? "check" : "printer"
                    key: "case.print"
                    name: words.fill("case.print_name", {title: paper.modelData.title}, words.language)
                    onActed: case_.papers.print(paper.modelData.at)
                }
            }
        }
        DButton {
            objectName: "handOutAll"
            visible: drafting.papers.some((paper) => !paper.printed)
            icon: "printer"
            key: "drafting.print_all"
            onActed: drafting.handOut()
        }
    }
    CopyStrip { called: "printingHere"; width: parent.width; of: case_.papers.copy }
    Signatures { visible: tab.stage === "fixed" || tab.stage === "effective"; width: parent.width }
    DEmpty {
        visible: tab.stage === "open" && !tab.written
        width: parent.width
        icon: "contract"
        title: words.say("drafting.none", words.language)
        text: words.say("drafting.none_lead", words.language)
    }
    Column {
        visible: tab.written
        width: parent.width
        spacing: Theme.d(10)
        Repeater {
            model: tab.there ? tab.sheet.terms : []
            TermLine {
                required property var modelData
                width: tab.width
                term: modelData
                pressed: drafting.mayWrite
                compared: tab.stage === "open"
                onActed: drafting.writeAt(index)
            }
        }
    }
    DButton {
        objectName: "agreementAdd"
        visible: drafting.mayWrite
        width: parent.width
        icon: "plus"
        text: words.say("drafting.search", words.language) + "  ·  " + words.fill("drafting.library", {n: tab.sheet.library}, words.language)
        quiet: true
        onActed: drafting.write()
    }
    Gone { visible: tab.stage === "open" && rows > 0; width: parent.width }
    Findings { visible: tab.stage === "open" && tab.written; width: parent.width; mends: drafting.mayWrite }

    Loader {
        parent: overlay
        anchors.fill: parent
        active: tab.sheet.up
        z: -1
        source: active ? "Sheet.qml" : ""
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: drafting.fixing && tab.sheet.up
        source: active ? "FixSheet.qml" : ""
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: drafting.reading
        source: active ? "TextSheet.qml" : ""
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: drafting.versions.up
        source: active ? "VersionSheet.qml" : ""
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: drafting.signers.way !== ""
        source: active ? "SignSheet.qml" : ""
    }
}
