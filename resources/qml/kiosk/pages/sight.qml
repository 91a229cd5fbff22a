import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: sight.name
    lead: sight.details
    steps: filing.steps
    step: filing.step
    primary: sight.added ? words.say("evidence.done", words.language)
             : sight.trouble !== "" ? "" : words.say("evidence.add_this", words.language)
    primaryIcon: sight.added ? "" : "plus"
    onNext: sight.added ? sight.back() : sight.add()
    onGoBack: sight.back()

    Rectangle {
        id: frame
        objectName: "sheet"
        width: parent.width
        readonly property real whole: picture.implicitWidth > 0
                                      ? width * picture.implicitHeight / picture.implicitWidth : width
        height: sight.picture === "" ? Math.max(Theme.d(240), told.height + Theme.d(64))
                : Math.max(Theme.d(280), Math.min(whole, page.scroll.height - y - turns.height - Theme.d(56)))
        radius: Theme.radius
        color: sight.picture === "" ? Theme.card : Theme.line
        border.width: Theme.hair
        border.color: Theme.line
        Image {
            id: picture
            objectName: "largePicture"
            anchors.fill: parent
            anchors.margins: Theme.d(8)
            visible: sight.picture !== ""
            source: sight.picture
            fillMode: Image.PreserveAspectFit
            cache: false
            Accessible.role: Accessible.Graphic
            Accessible.name: sight.name
        }
        Column {
            id: told
            visible: sight.picture === ""
            anchors.centerIn: parent
            width: parent.width - Theme.d(96)
            spacing: Theme.d(20)
            Dots { visible: sight.looking; anchors.horizontalCenter: parent.horizontalCenter }
            Icon {
                visible: !sight.looking
                anchors.horizontalCenter: parent.horizontalCenter
                name: sight.trouble !== "" ? "warn" : sight.icon
                size: Theme.d(88)
                color: sight.trouble !== "" ? Theme.seal : Theme.jade
            }
            T {
                objectName: "sightSaid"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: sight.looking ? words.say("evidence.opening", words.language)
                      : sight.trouble !== "" ? sight.trouble : words.say("evidence.unseen", words.language)
                color: sight.trouble !== "" ? Theme.seal : Theme.inkSoft
                font.weight: sight.trouble !== "" ? Font.Bold : Font.Normal
            }
        }
    }
    Flow {
        id: turns
        width: parent.width
        spacing: Theme.d(16)
        Pill {
            objectName: "pageBefore"
            visible: sight.pages !== ""
            enabled: !sight.first
            opacity: enabled ? 1 : 0.5
            icon: "left"
            key: "evidence.page_before"
            onActed: sight.turn(-1)
        }
        T {
            objectName: "pageOf"
            visible: text !== ""
            height: Math.max(implicitHeight, Theme.touch)
            verticalAlignment: Text.AlignVCenter
            text: sight.pages
            font.pixelSize: Theme.small
        }
        Pill {
            objectName: "pageAfter"
            visible: sight.pages !== ""
            enabled: !sight.last
            opacity: enabled ? 1 : 0.5
            icon: "right"
            key: "evidence.page_after"
            onActed: sight.turn(1)
        }
        Pill {
            objectName: "removeThis"
            visible: sight.added
            icon: "cross"
            key: "evidence.remove"
            name: words.fill("evidence.remove_name", {name: sight.name}, words.language)
            onActed: sight.remove()
        }
    }
    QuestionHead {
        visible: sight.added
        width: parent.width
        label: words.say("evidence.shows", words.language)
        optional: true
    }
    Grid {
        id: shows
        visible: sight.added
        width: parent.width
        spacing: Theme.d(16)
        columns: Theme.large ? 1 : 2
        readonly property var all: sight.purposes
        Repeater {
            model: 8
            Choice {
                objectName: "shows_" + shows.all[index].id
                width: (shows.width - (shows.columns - 1) * shows.spacing) / shows.columns
                title: shows.all[index].title
                on: shows.all[index].on
                onActed: sight.describe(shows.all[index].id)
            }
        }
    }
}
