import QtQuick
import "../../controls"
import "../controls"

// The public screen: what it does, in words and in colour, and three keys: show, blank, take back.
Rectangle {
    id: strip
    readonly property var screen: case_.mediation.screen
    readonly property bool dark: screen.tone === "ink"
    readonly property color fore: dark ? Theme.white : screen.tone === "amber" ? Theme.amber : screen.tone === "jade" ? Theme.jade : Theme.ink
    objectName: "publicScreen"
    implicitHeight: column.implicitHeight + Theme.d(24)
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.hair
    border.color: screen.held ? Theme.edge : Theme.line
    Accessible.role: Accessible.Pane
    Accessible.name: words.say("mediate.screen_title", words.language)

    Column {
        id: column
        x: Theme.d(14)
        y: Theme.d(12)
        width: parent.width - 2 * x
        spacing: Theme.d(10)
        Rectangle {
            width: parent.width
            height: said.implicitHeight + Theme.d(16)
            radius: Theme.d(8)
            color: strip.dark ? Theme.night : strip.screen.tone === "amber" ? Theme.amberSoft : strip.screen.tone === "jade" ? Theme.jadeSoft : Theme.sand
            Icon {
                id: sign
                x: Theme.d(12)
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.d(22)
                name: strip.screen.blanked ? "hide" : strip.screen.state === "signs" ? "pen" : strip.screen.tone === "amber" ? "warn" : "eye"
                color: strip.fore
            }
            T {
                id: said
                objectName: "screenTold"
                x: sign.x + sign.width + Theme.d(10)
                width: parent.width - x - Theme.d(12)
                anchors.verticalCenter: parent.verticalCenter
                text: words.say("mediate.screen_title", words.language) + (strip.screen.device === "" ? "" : " " + strip.screen.device) + "  ·  " + strip.screen.told
                font.weight: Font.Medium
                color: strip.fore
                onTextChanged: Accessible.announce(said.text, Accessible.Polite)
            }
        }
        T {
            objectName: "screenAfter"
            visible: text !== ""
            width: parent.width
            text: strip.screen.after
            font.weight: Font.Medium
            color: strip.screen.signed ? Theme.jade : Theme.amber
            onTextChanged: if (text !== "") Accessible.announce(text, Accessible.Polite)
        }
        T {
            objectName: "screenTrouble"
            visible: text !== ""
            width: parent.width
            text: strip.screen.trouble.what
            font.pixelSize: Theme.small
            color: Theme.seal
        }
        Flow {
            width: parent.width
            spacing: Theme.d(8)
            DChoice {
                boxName: "screenDevice"
                visible: strip.screen.devices.length > 1
                width: Math.min(Theme.d(150), parent.width)
                name: words.say("mediate.screen_which", words.language)
                options: strip.screen.devices
                value: strip.screen.device
                onPicked: (id) => strip.screen.pick(id)
            }
            DChoice {
                boxName: "screenPage"
                visible: strip.screen.pages.length > 0
                width: Math.min(Theme.d(Theme.large ? 400 : 260), parent.width)
                name: words.say("mediate.screen_page", words.language)
                options: strip.screen.pages
                value: strip.screen.page
                onPicked: (id) => strip.screen.choose(id)
            }
            DButton {
                objectName: "screenShow"
                visible: strip.screen.state !== "shows"
                key: strip.screen.blanked ? "mediate.screen_again" : "mediate.screen_show"
                icon: "eye"
                keys: "F7"
                closed: strip.screen.shows ? "" : strip.screen.pages.length === 0 ? words.say("mediate.show_nothing", words.language) : strip.screen.told
                onActed: strip.screen.show()
            }
            DButton {
                objectName: "screenBlank"
                visible: strip.screen.blanks
                key: "mediate.screen_hide"
                icon: "hide"
                keys: "F8"
                onActed: strip.screen.blank()
            }
            DButton {
                objectName: "screenWait"
                visible: strip.screen.waits
                key: "mediate.screen_wait"
                icon: "bell"
                keys: "F8"
                onActed: strip.screen.blank()
            }
            DButton {
                objectName: "screenBack"
                visible: strip.screen.held || strip.screen.waiting
                key: "mediate.screen_back"
                icon: "reply"
                keys: "F9"
                onActed: strip.screen.takeBack()
            }
        }
    }
}
