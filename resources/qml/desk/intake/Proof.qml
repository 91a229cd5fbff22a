import QtQuick
import "../../controls"
import "../controls"

// Proof from a stick or the scanner: what was found, what was added, what each piece shows.
DPane {
    id: pane
    readonly property var proof: intake.sheet.evidence
    readonly property var purposes: ["shop", "goods", "online", "talk", "bill", "right", "paper", "signed", "other"]
    spacing: Theme.d(10)
    function focusFirst() { later.forceActiveFocus(Qt.TabFocusReason) }
    T {
        width: parent.width
        key: "intake.proof"
        font.pixelSize: Theme.d(Theme.large ? 26 : 20)
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    DLabel { visible: problem !== ""; width: parent.width; problem: pane.proof.problem }
    Row {
        spacing: Theme.d(8)
        Repeater {
            model: pane.proof.sources.filter((source) => source !== "camera")
            DCheck {
                required property string modelData
                objectName: "source_" + modelData
                width: Theme.d(Theme.large ? 190 : 150)
                round: true
                text: words.say("intake.from_" + modelData, words.language)
                on: pane.proof.source === modelData
                onActed: pane.proof.choose(modelData)
            }
        }
        DButton {
            objectName: "lookAgain"
            visible: pane.proof.source === "usb"
            key: "intake.look_again"
            small: true
            icon: "turn"
            onActed: pane.proof.look()
        }
        DButton {
            objectName: "scan"
            visible: pane.proof.source === "scanner" && pane.proof.state === "scanner"
            key: "intake.scan"
            small: true
            icon: "scan"
            onActed: pane.proof.scan()
        }
    }
    T {
        readonly property string told: ({none: "intake.no_stick", empty: "intake.stick_empty", no_source: "intake.no_source",
            scanner_out: "intake.no_scanner", scanner: "intake.scan_hint", scanning: "intake.scan_hint"})[pane.proof.state] || ""
        visible: told !== ""
        width: parent.width
        key: told
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    Repeater {
        model: pane.proof.files
        Item {
            id: file
            required property var modelData
            width: parent.width
            height: Math.max(said.height, add.height) + Theme.d(8)
            Column {
                id: said
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - add.width - Theme.d(16)
                DText { width: parent.width; text: file.modelData.name }
                DText { width: parent.width; text: file.modelData.details; font.pixelSize: Theme.small; color: Theme.inkSoft }
                DLabel { visible: problem !== ""; width: parent.width; problem: file.modelData.trouble }
            }
            DButton {
                id: add
                objectName: "add_" + file.modelData.index
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                small: true
                text: words.say(file.modelData.busy ? "intake.stop" : file.modelData.added ? "intake.added" : "intake.add", words.language)
                icon: file.modelData.added ? "check" : ""
                enabled: !file.modelData.added && !file.modelData.hopeless
                name: text + " " + file.modelData.name
                onActed: file.modelData.busy ? pane.proof.stop(file.modelData.index) : pane.proof.add(file.modelData.index)
            }
        }
    }
    T {
        visible: pane.proof.exhibits.length > 0
        width: parent.width
        key: "intake.kept_files"
        font.weight: Font.Medium
    }
    Repeater {
        model: pane.proof.exhibits
        Item {
            id: kept
            required property var modelData
            width: parent.width
            height: Math.max(told.height, shows.implicitHeight, Theme.d(48)) + Theme.d(6)
            Rectangle {
                id: frame
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.d(48)
                height: width
                radius: Theme.d(6)
                color: Theme.paper
                clip: true
                Image {
                    visible: kept.modelData.picture
                    anchors.fill: parent
                    fillMode: Image.PreserveAspectCrop
                    source: kept.modelData.picture ? "image://thumbnail/" + kept.modelData.sha256 : ""
                }
                Icon {
                    visible: !kept.modelData.picture
                    anchors.centerIn: parent
                    size: Theme.d(26)
                    name: kept.modelData.icon
                    color: Theme.inkSoft
                }
            }
            Column {
                id: told
                x: frame.width + Theme.d(12)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - shows.width - drop.width - Theme.d(28)
                DText { width: parent.width; text: kept.modelData.name }
                DText { width: parent.width; text: kept.modelData.details; font.pixelSize: Theme.small; color: Theme.inkSoft }
            }
            DChoice {
                id: shows
                anchors.right: drop.left
                anchors.rightMargin: Theme.d(8)
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Theme.d(Theme.large ? 280 : 220), parent.width * 0.4)
                boxName: "shows_" + kept.modelData.sha256.slice(0, 6)
                name: words.say("intake.shows", words.language) + " " + kept.modelData.name
                placeholder: words.say("intake.shows", words.language)
                value: pane.purposes.find((one) => words.say("shows." + one, words.language) === kept.modelData.shows) || ""
                options: pane.purposes.map((one) => ({id: one, label: words.say("shows." + one, words.language)}))
                onPicked: (id) => pane.proof.describe(kept.modelData.sha256, id)
            }
            DButton {
                id: drop
                objectName: "dropProof_" + kept.modelData.sha256.slice(0, 6)
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                bare: true
                icon: "cross"
                name: words.say("intake.remove", words.language) + " " + kept.modelData.name
                onActed: pane.proof.remove(kept.modelData.sha256)
            }
        }
    }
    DCheck {
        id: later
        objectName: "proofLater"
        width: parent.width
        text: intake.sheet.laterLabel
        on: intake.sheet.later
        onActed: intake.sheet.proofLater(!intake.sheet.later)
    }
}
