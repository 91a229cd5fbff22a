import QtQuick
import "../../controls"
import ".."

// For staff, behind the admin PIN: how the machine is, and what may be done to it.
Frame {
    id: page
    title: words.say("maintenance.title", words.language)
    lead: words.say("maintenance.lead", words.language)
    showBack: false
    inSession: false
    problems: maintenance.problem === "" ? [] : [{question: "notice", words: maintenance.problem}]
    primary: words.say("maintenance.done", words.language)
    onNext: maintenance.close()
    onProblemChosen: zh.input.forceActiveFocus()

    component Acts: Grid {
        id: acts
        property alias model: each.model
        width: parent.width
        columns: width > Theme.d(760) ? 2 : 1
        spacing: Theme.d(16)
        readonly property real cell: (width - (columns - 1) * spacing) / columns
        Repeater {
            id: each
            Big {
                required property var modelData
                objectName: modelData.name
                width: acts.cell
                ghost: true
                danger: modelData.danger
                icon: modelData.icon
                key: "maintenance." + modelData.key
                enabled: !maintenance.busy
                onActed: {
                    switch (modelData.name) {
                    case "lookAgain": maintenance.look(); break
                    case "testPrint": maintenance.testPrint(); break
                    case "printReport": maintenance.printReport(); break
                    case "restartKiosk": maintenance.restart(); break
                    default: maintenance.leave()
                    }
                }
            }
        }
    }
    T {
        objectName: "idleLeft"
        width: parent.width
        text: maintenance.idleLeft
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    Acts {
        model: [
            {name: "lookAgain", key: "check_again", icon: "resume", danger: false},
            {name: "printReport", key: "print_report", icon: "file", danger: false},
            {name: "testPrint", key: "test_print", icon: "printer", danger: false}
        ]
    }
    Banner {
        objectName: "testing"
        visible: maintenance.testing
        width: parent.width
        icon: "resume"
        text: words.say("maintenance.testing", words.language)
    }
    Banner {
        objectName: "trial"
        visible: maintenance.trial !== ""
        width: parent.width
        icon: "printer"
        text: maintenance.trial
    }
    Pane {
        visible: maintenance.checks.length > 0
        width: parent.width
        Repeater {
            model: maintenance.checks
            Item {
                required property var modelData
                readonly property color fore: modelData.tone === "bad" ? Theme.seal
                    : modelData.tone === "warn" ? Theme.amber : modelData.tone === "off" ? Theme.inkSoft : Theme.jade
                width: parent.width
                height: Math.max(part.height, said.height + (todo.visible ? todo.height : 0)) + Theme.d(12)
                Accessible.role: Accessible.StaticText
                Accessible.name: [part.text, said.text, modelData.todo].filter(said => said !== "").join("。")
                Icon { y: Theme.d(2); size: Theme.d(36); name: modelData.icon; color: parent.fore }
                T {
                    id: part
                    x: Theme.d(56)
                    width: parent.width * 0.34 - x
                    text: modelData.part
                    font.pixelSize: Theme.small
                    font.weight: Font.Medium
                    Accessible.ignored: true
                }
                T {
                    id: said
                    objectName: "part_" + index
                    x: parent.width * 0.36
                    width: parent.width - x
                    text: modelData.state === modelData.words ? modelData.words
                                                              : modelData.state + " · " + modelData.words
                    font.pixelSize: Theme.small
                    color: modelData.tone === "good" ? Theme.ink : parent.fore
                    Accessible.ignored: true
                }
                T {
                    id: todo
                    anchors.top: said.bottom
                    visible: modelData.todo !== ""
                    x: said.x
                    width: said.width
                    text: modelData.todo
                    font.pixelSize: Theme.small
                    color: Theme.inkSoft
                    Accessible.ignored: true
                }
                required property int index
            }
        }
    }
    Pane {
        visible: maintenance.clockBehind
        width: parent.width
        T { width: parent.width; key: "maintenance.clock_help"; font.pixelSize: Theme.small }
        Big {
            objectName: "acceptClock"
            width: parent.width
            ghost: true
            icon: "clock"
            key: "maintenance.accept_clock"
            enabled: !maintenance.busy
            onActed: maintenance.acceptClock()
        }
    }
    Acts {
        model: [
            {name: "restartKiosk", key: "restart", icon: "resume", danger: true},
            {name: "leaveKiosk", key: "leave", icon: "leave", danger: true}
        ]
    }
    T {
        width: parent.width
        key: "maintenance.notice"
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    Field {
        id: zh
        width: parent.width
        boxName: "noticeZh"
        label: words.say("maintenance.notice_zh", words.language)
        value: maintenance.noticeZh
        problem: maintenance.problem
        maximum: 120
        onEdited: (text) => maintenance.type("zh", text)
    }
    Field {
        width: parent.width
        boxName: "noticeEn"
        label: words.say("maintenance.notice_en", words.language)
        value: maintenance.noticeEn
        maximum: 120
        onEdited: (text) => maintenance.type("en", text)
    }
    Big {
        objectName: "showNotice"
        width: parent.width
        ghost: true
        key: "maintenance.show_notice"
        enabled: !maintenance.busy
        onActed: maintenance.showNotice()
    }
    Big {
        objectName: "takeNotice"
        visible: maintenance.noticeUp
        width: parent.width
        ghost: true
        key: "maintenance.take_notice"
        enabled: !maintenance.busy
        onActed: maintenance.takeNotice()
    }
}
