import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    readonly property bool asking: done.stage === "ask"
    readonly property bool troubled: done.stage === "trouble" || done.stage === "missing"
    title: ""
    backEnabled: done.stage !== "printing"
    back: asking ? words.say("filed.no", words.language) : words.say("filed.again", words.language)
    primary: asking ? words.say("filed.yes", words.language)
             : troubled ? words.say("filed.later", words.language)
             : done.left > 0 ? words.fill("filed.finish_in", {n: done.left}, words.language)
                             : words.say("filed.finish", words.language)
    primaryEnabled: done.stage !== "printing"
    onNext: asking ? done.inHand(true) : done.finish()
    onGoBack: asking ? done.inHand(false) : done.again()

    Rectangle {
        width: parent.width
        height: head.height + Theme.d(72)
        radius: Theme.d(20)
        color: Theme.jade
        Column {
            id: head
            x: Theme.d(32)
            y: Theme.d(36)
            width: parent.width - Theme.d(64)
            spacing: Theme.d(8)
            T {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: done.title
                color: Theme.white
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            T {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                key: "filed.number"
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
    Rectangle {
        width: parent.width
        height: told.height + Theme.d(48)
        radius: Theme.radius
        color: page.troubled ? Theme.amberSoft : Theme.jadeSoft
        border.width: Theme.hair
        border.color: page.troubled ? Theme.amber : Theme.jade
        Accessible.role: Accessible.AlertMessage
        Accessible.name: printing.text
        Row {
            id: told
            x: Theme.d(28)
            y: Theme.d(24)
            width: parent.width - Theme.d(56)
            spacing: Theme.d(20)
            Icon { id: printer; name: "printer"; size: Theme.d(56); color: printing.color
                   anchors.verticalCenter: parent.verticalCenter }
            T {
                id: printing
                objectName: "printing"
                width: parent.width - printer.width - Theme.d(20)
                anchors.verticalCenter: parent.verticalCenter
                text: done.printing
                font.weight: page.asking ? Font.Bold : Font.Medium
                color: page.troubled ? Theme.amber : Theme.jade
            }
        }
    }
    Pane {
        width: parent.width
        T { width: parent.width; key: "filed.code"; font.pixelSize: Theme.small; color: Theme.inkSoft }
        T { objectName: "receiptCode"; width: parent.width; text: done.code; font.weight: Font.Bold
            font.pixelSize: Theme.heading; font.letterSpacing: Theme.d(2) }
        T { width: parent.width; key: "filed.keep"; font.pixelSize: Theme.small; color: Theme.inkSoft }
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
