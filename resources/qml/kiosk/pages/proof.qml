import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: words.say("page.proof", words.language)
    lead: filing.proofLead
    steps: filing.steps
    step: filing.step
    problems: proof.problem === "" ? [] : [{question: "proof", words: proof.problem}]
    primary: proof.exhibits.length === 0 ? words.say("common.next", words.language)
             : proof.exhibits.length === 1 ? words.say("evidence.next_one", words.language)
             : words.fill("evidence.next", {n: proof.exhibits.length}, words.language)
    onNext: proof.next()
    onGoBack: filing.back()
    onProblemChosen: later.forceActiveFocus()

    Draft { width: parent.width }
    T {
        visible: proof.exhibits.length > 0
        width: parent.width
        key: "evidence.added"
        font.weight: Font.Bold
    }
    Repeater {
        model: proof.exhibits
        Pane {
            objectName: "exhibit_" + index
            width: parent.width
            pad: Theme.d(20)
            border.color: Theme.jade
            Row {
                width: parent.width
                spacing: Theme.d(20)
                Rectangle {
                    width: Theme.d(96)
                    height: width
                    radius: Theme.d(8)
                    color: Theme.jadeSoft
                    Icon { anchors.centerIn: parent; visible: !modelData.picture; name: modelData.icon
                           size: Theme.d(52); color: Theme.jade }
                    Image {
                        anchors.fill: parent
                        visible: modelData.picture
                        source: modelData.picture ? "image://thumbnail/" + modelData.sha256 : ""
                        fillMode: Image.PreserveAspectCrop
                        clip: true
                        cache: false
                    }
                }
                Column {
                    width: parent.width - Theme.d(136) - remove.width
                    anchors.verticalCenter: parent.verticalCenter
                    T { width: parent.width; text: modelData.name; font.weight: Font.Medium
                        wrapMode: Text.WrapAnywhere }
                    T { width: parent.width; text: modelData.details; font.pixelSize: Theme.small
                        color: Theme.inkSoft }
                }
                Pill {
                    id: remove
                    objectName: "remove_" + index
                    anchors.verticalCenter: parent.verticalCenter
                    key: "evidence.remove"
                    icon: "cross"
                    name: words.fill("evidence.remove_name", {name: modelData.name}, words.language)
                    onActed: proof.remove(modelData.sha256)
                }
            }
        }
    }
    Item {
        width: parent.width
        height: Math.max(heading.height, again.height)
        T {
            id: heading
            objectName: "stick"
            width: parent.width - again.width - Theme.d(20)
            anchors.verticalCenter: parent.verticalCenter
            key: "evidence." + proof.stick
            font.weight: proof.files.length > 0 ? Font.Bold : Font.Normal
            color: proof.files.length > 0 ? Theme.ink : Theme.inkSoft
        }
        Pill {
            id: again
            objectName: "lookAgain"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            icon: "usb"
            key: "evidence.look_again"
            onActed: proof.look()
        }
    }
    Repeater {
        model: proof.files
        Pane {
            objectName: "file_" + modelData.index
            width: parent.width
            pad: Theme.d(20)
            border.color: modelData.trouble === "" ? Theme.line : Theme.seal
            Row {
                width: parent.width
                spacing: Theme.d(20)
                Icon { id: mark; anchors.verticalCenter: parent.verticalCenter; name: "paper"; size: Theme.d(48)
                       color: Theme.inkSoft }
                Column {
                    width: parent.width - mark.width - add.width - Theme.d(40)
                    anchors.verticalCenter: parent.verticalCenter
                    T { width: parent.width; text: modelData.name; font.weight: Font.Medium
                        wrapMode: Text.WrapAnywhere }
                    T { width: parent.width; text: modelData.details; font.pixelSize: Theme.small
                        color: Theme.inkSoft }
                }
                Pill {
                    id: add
                    objectName: "add_" + modelData.index
                    anchors.verticalCenter: parent.verticalCenter
                    enabled: !modelData.busy
                    icon: modelData.busy ? "clock" : "plus"
                    key: modelData.busy ? "evidence.busy" : modelData.trouble !== "" ? "evidence.try_again"
                                                                                     : "evidence.add"
                    name: words.fill("evidence.add_name", {name: modelData.name}, words.language)
                    onActed: proof.add(modelData.index)
                }
            }
            T {
                visible: text !== ""
                width: parent.width
                text: modelData.trouble
                font.pixelSize: Theme.small
                font.weight: Font.Bold
                color: Theme.seal
            }
        }
    }
    Big {
        id: later
        objectName: "proofLater"
        visible: proof.exhibits.length === 0
        width: parent.width
        ghost: true
        icon: "clock"
        text: proof.laterBy
        onActed: proof.later()
    }
}
