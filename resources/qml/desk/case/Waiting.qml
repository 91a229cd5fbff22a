import QtQuick
import "../../controls"
import "../controls"

// No case is chosen, it is being opened, it could not be opened, or it is not for this person.
Item {
    id: waiting
    readonly property bool fault: case_.stage === "fault" || case_.stage === "withheld"
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.d(64), Theme.d(520))
        spacing: Theme.d(20)
        DEmpty {
            objectName: "caseWaiting"
            width: parent.width
            icon: case_.stage === "withheld" ? "lock" : waiting.fault ? "warn" : case_.stage === "loading" ? "clock" : "box"
            title: waiting.fault ? case_.trouble.title
                                 : words.say(case_.stage === "loading" ? "case.loading" : "case.empty", words.language)
            text: waiting.fault ? case_.trouble.what
                                : case_.stage === "none" ? words.say("case.empty_lead", words.language) : ""
        }
        DButton {
            objectName: "caseAgain"
            visible: case_.stage === "fault"
            anchors.horizontalCenter: parent.horizontalCenter
            primary: true
            key: "case.again"
            onActed: case_.again()
        }
    }
}
