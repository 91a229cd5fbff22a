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
    onProblemChosen: later.visible ? later.forceActiveFocus() : heading.forceActiveFocus()
    readonly property var files: proof.files
    readonly property var exhibits: proof.exhibits

    Component.onCompleted: proof.wake()
    Component.onDestruction: proof.rest()

    Draft { width: parent.width }
    Column {
        visible: page.exhibits.length > 0
        width: parent.width
        T {
            id: added
            objectName: "added"
            width: parent.width
            key: "evidence.added"
            font.weight: Font.Bold
        }
        T {
            objectName: "room"
            width: parent.width
            text: proof.room
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }
    }
    Repeater {
        model: page.exhibits
        Exhibit {
            objectName: "exhibit_" + index
            width: parent.width
            number: index
            shown: modelData
            onLooked: proof.lookAtKept(index)
            onRemoved: {
                added.forceActiveFocus()
                proof.remove(modelData.sha256)
            }
        }
    }
    T {
        objectName: "from"
        visible: proof.sources.length > 1
        width: parent.width
        key: page.exhibits.length > 0 ? "evidence.from_more" : "evidence.from"
        font.weight: Font.Bold
    }
    Grid {
        id: sources
        visible: proof.sources.length > 1
        width: parent.width
        spacing: Theme.d(16)
        columns: Theme.large && width < Theme.d(1050) ? 1 : Math.max(1, proof.sources.length)
        Repeater {
            model: proof.sources
            SourceTile {
                objectName: "source_" + modelData
                width: (sources.width - (sources.columns - 1) * sources.spacing) / sources.columns
                source: modelData
                on: proof.source === modelData
                onActed: {
                    forceActiveFocus()
                    proof.choose(modelData)
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
            width: parent.width - (again.visible ? again.width + Theme.d(20) : 0)
            anchors.verticalCenter: parent.verticalCenter
            key: "evidence." + proof.state
            font.weight: page.files.length > 0 ? Font.Bold : Font.Normal
            color: page.files.length > 0 ? Theme.ink : Theme.inkSoft
        }
        Pill {
            id: again
            objectName: proof.source === "scanner" ? "startScan" : "lookAgain"
            visible: proof.source === "usb" || proof.source === "scanner" && !proof.scanning
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            icon: proof.source === "scanner" ? "scan" : "usb"
            key: proof.source === "scanner" ? "evidence.start_scan" : "evidence.look_again"
            onActed: {
                heading.forceActiveFocus()
                proof.source === "scanner" ? proof.scan() : proof.look()
            }
        }
    }
    Dots {
        visible: proof.state === "looking" || proof.state === "scanning" || proof.state === "scan_coming"
    }
    Repeater {
        model: page.files.length
        FoundFile {
            readonly property var file: page.files[index] || null
            objectName: "file_" + (file ? file.index : "")
            width: parent.width
            shown: file
            percent: proof.percent
            onLooked: proof.lookAt(file.index)
            onAdded: proof.add(file.index)
            onStopped: proof.stop(file.index)
        }
    }
    T {
        objectName: "place"
        visible: text !== ""
        width: parent.width
        text: proof.place
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    Row {
        visible: proof.hasBefore || proof.hasAfter
        spacing: Theme.d(16)
        Pill {
            objectName: "filesBefore"
            enabled: proof.hasBefore
            opacity: enabled ? 1 : 0.5
            icon: "left"
            key: "evidence.before"
            onActed: {
                forceActiveFocus()
                proof.turn(-1)
            }
        }
        Pill {
            objectName: "filesAfter"
            enabled: proof.hasAfter
            opacity: enabled ? 1 : 0.5
            icon: "right"
            key: "evidence.after"
            onActed: {
                forceActiveFocus()
                proof.turn(1)
            }
        }
    }
    Big {
        id: later
        objectName: "proofLater"
        visible: page.exhibits.length === 0 && text !== ""
        width: parent.width
        ghost: true
        icon: "clock"
        text: proof.laterBy
        onActed: proof.later()
    }
}
