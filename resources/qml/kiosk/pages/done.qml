import QtQuick
import "../../controls"
import ".."

PaperFrame {
    id: page
    title: ""
    readonly property bool several: done.others.length > 0
    // So low that the number leaves little room for what is asked about the paper below it.
    readonly property bool low: height < Theme.d(960)
    finish: done.left > 0 ? words.fill("filed.finish_in", {n: done.left}, words.language)
                          : words.say("filed.finish", words.language)
    put: words.say("filed.noted", words.language)
    noting: done.noting
    onFinished: done.finish()
    onKeptOn: done.note(false)

    Rectangle {
        width: parent.width
        height: head.height + 2 * head.y
        radius: Theme.d(20)
        color: Theme.jade
        Column {
            id: head
            x: Theme.d(32)
            y: Theme.d(page.low ? 16 : 36)
            width: parent.width - Theme.d(64)
            spacing: Theme.d(page.low ? 2 : 8)
            T {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: done.title
                color: Theme.white
                font.pixelSize: page.low ? Theme.body : Theme.heading
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            T {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                key: page.several ? "filed.number_batch" : "filed.number"
                color: Theme.paleJade
                font.pixelSize: Theme.small
            }
            T {
                objectName: "caseNumber"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: done.number
                color: Theme.white
                font.pixelSize: Theme.d(72)
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.d(40)
            }
        }
    }
    Banner { objectName: "noting"; visible: done.noting || paper.stage === "later"; width: parent.width; tone: "amber"
             icon: "pen"; title: words.say("filed.code", words.language); code: done.code
             text: words.say("filed.noting", words.language) }
    PaperStrip { visible: !done.noting; width: parent.width; troubled: page.troubled; asking: page.asking }
    Loader {
        visible: active
        active: paper.stage === "taken"
        width: parent.width
        sourceComponent: Rate {}
    }
    Pane {
        width: parent.width
        T { width: parent.width; key: page.several ? "filed.code_batch" : "filed.code"; font.pixelSize: Theme.small; color: Theme.inkSoft }
        T { objectName: "receiptCode"; width: parent.width; text: done.code; font.weight: Font.Bold
            font.pixelSize: Theme.heading; font.letterSpacing: Theme.d(2) }
        T { width: parent.width; key: "filed.keep"; font.pixelSize: Theme.small; color: Theme.inkSoft }
        Pill { objectName: "readReceipt"; icon: "eye"; key: "tracking.read"; onActed: done.read() }
    }
    Pane {
        visible: done.others.length > 0
        width: parent.width
        T { width: parent.width; key: "filed.others"; font.weight: Font.Bold }
        T { width: parent.width; key: "filed.others_help"; font.pixelSize: Theme.small; color: Theme.inkSoft }
        Repeater {
            model: done.others
            Column {
                width: parent.width
                spacing: Theme.d(4)
                Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
                T { width: parent.width; text: modelData.respondent; font.weight: Font.Medium }
                T { objectName: "other_" + index; width: parent.width; text: modelData.number; font.weight: Font.Bold }
                T { width: parent.width; text: words.fill("filed.other_code", {code: modelData.code}, words.language)
                    font.pixelSize: Theme.small; color: Theme.inkSoft }
            }
        }
    }
    T { width: parent.width; key: "filed.next"; font.pixelSize: Theme.d(Theme.large ? 56 : 44); font.weight: Font.Bold }
    Repeater {
        model: done.steps
        Rectangle {
            width: parent.width
            height: Math.max(Theme.d(112), step.height + Theme.d(40))
            radius: Theme.radius
            color: Theme.card
            border.width: Theme.hair
            border.color: Theme.line
            Grid {
                id: step
                x: Theme.d(28)
                width: parent.width - Theme.d(56)
                anchors.verticalCenter: parent.verticalCenter
                columns: Theme.large ? 1 : 2
                columnSpacing: Theme.d(28)
                rowSpacing: Theme.d(4)
                verticalItemAlignment: Grid.AlignVCenter
                T {
                    width: Theme.large ? step.width : Theme.d(296)
                    text: modelData.when
                    font.pixelSize: Theme.d(Theme.large ? 40 : 28)
                    font.weight: Font.Bold
                    color: Theme.jade
                }
                Column {
                    width: Theme.large ? step.width : step.width - Theme.d(324)
                    T { width: parent.width; text: modelData.title; font.weight: Font.Medium }
                    T { width: parent.width; visible: text !== ""; text: modelData.detail
                        font.pixelSize: Theme.small; color: Theme.inkSoft }
                }
            }
        }
    }
    Where { width: parent.width }
    T { width: parent.width; key: "filed.leaves"; font.pixelSize: Theme.small; color: Theme.inkSoft }
}
