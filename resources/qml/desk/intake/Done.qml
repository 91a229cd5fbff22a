import QtQuick
import "../../controls"
import "../controls"
import "../printing"

// What was filed: the number to say aloud, the code, the receipt on its way, what comes next.
FocusScope {
    id: done
    readonly property var filed: intake.done
    focus: true
    onActiveFocusChanged: if (activeFocus && !scroll.activeFocus) open.forceActiveFocus()
    DScroll {
        id: scroll
        anchors.fill: parent
        pad: Theme.margin
        Column {
            width: Math.min(parent.width, Theme.d(980))
            spacing: Theme.gap
            Row {
                spacing: Theme.d(14)
                Rectangle {
                    width: Theme.d(44)
                    height: width
                    radius: width / 2
                    color: Theme.jade
                    Icon { anchors.centerIn: parent; size: Theme.d(28); name: "check"; weight: 3; color: Theme.white }
                }
                T {
                    objectName: "intakeTitle"
                    anchors.verticalCenter: parent.verticalCenter
                    key: "intake.done"
                    font.pixelSize: Theme.heading
                    font.weight: Font.Bold
                    wrapMode: Text.NoWrap
                    Accessible.role: Accessible.Heading
                }
            }
            DPane {
                width: parent.width
                spacing: Theme.d(4)
                T { width: parent.width; key: "intake.number"; font.pixelSize: Theme.small; color: Theme.inkSoft }
                T { objectName: "filedNumber"; width: parent.width; text: done.filed.number; font.pixelSize: Theme.banner; font.weight: Font.Bold; color: Theme.jade; fontSizeMode: Text.HorizontalFit; minimumPixelSize: Theme.body; wrapMode: Text.NoWrap }
                T { width: parent.width; key: "intake.code"; font.pixelSize: Theme.small; color: Theme.inkSoft; topPadding: Theme.d(8) }
                T { objectName: "filedCode"; width: parent.width; text: done.filed.code; font.pixelSize: Theme.heading; font.weight: Font.Medium }
            }
            CopyStrip { called: "receiptCopy"; width: parent.width; of: done.filed.copy }
            Flow {
                width: parent.width
                spacing: Theme.d(12)
                DButton { id: open; objectName: "openCase"; primary: true; key: "intake.open_case"; keys: "Ctrl+Return"; onActed: done.filed.openCase() }
                DButton { objectName: "nextPerson"; height: open.height; key: "intake.next_person"; keys: "Ctrl+N"; onActed: intake.again() }
                DButton { objectName: "printAgain"; height: open.height; key: "intake.print_again"; icon: "printer"; keys: "Ctrl+P"; onActed: done.filed.printAgain() }
                DChoice { width: Theme.d(Theme.large ? 400 : 300); visible: done.filed.printers.length > 1; boxName: "receiptPrinter"
                          name: words.say("printing_page.print_on", words.language); options: done.filed.printers; value: done.filed.printer
                          onPicked: (id) => done.filed.choose(id) }
            }
            DPane {
                visible: done.filed.others.length > 0
                width: parent.width
                title: words.fill("intake.all_cases", {n: done.filed.others.length + 1}, words.language)
                Repeater {
                    model: done.filed.others
                    Row {
                        id: other
                        required property var modelData
                        width: parent.width
                        spacing: Theme.d(16)
                        DText { width: parent.width * 0.36; text: other.modelData.number; font.weight: Font.Medium }
                        DText { width: parent.width * 0.36; text: other.modelData.name }
                        DText { width: parent.width * 0.22; text: other.modelData.code; color: Theme.inkSoft }
                    }
                }
            }
            DPane {
                visible: done.filed.steps.length > 0
                width: parent.width
                title: words.say("intake.next_steps", words.language)
                Repeater {
                    model: done.filed.steps
                    Row {
                        id: step
                        required property var modelData
                        width: parent.width
                        spacing: Theme.d(16)
                        T { width: parent.width * 0.24; text: step.modelData.when; color: Theme.jade; font.weight: Font.Medium }
                        Column {
                            width: parent.width * 0.72
                            T { width: parent.width; text: step.modelData.title }
                            T { width: parent.width; visible: text !== ""; text: step.modelData.detail; font.pixelSize: Theme.small; color: Theme.inkSoft }
                        }
                    }
                }
            }
        }
    }
}
