import QtQuick
import "../controls"
import "controls"

// The line at the foot: the station, how printer, store and kiosk stand, the keys, the time.
Rectangle {
    id: foot
    height: Theme.d(Theme.large ? 40 : 32)
    color: Theme.card
    Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }

    Row {
        id: left
        readonly property real wanted: named.implicitWidth + spacing + stands.width
        readonly property real room: foot.width - x - right.width - right.anchors.rightMargin - spacing
        x: Theme.d(16)
        height: parent.height
        spacing: Theme.d(Theme.large ? 14 : 20)
        DText {
            id: named
            objectName: "stationNamed"
            visible: text !== "" && width > Theme.d(90)
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(0, Math.min(implicitWidth, left.room - stands.width - left.spacing))
            text: station.station
            font.pixelSize: Theme.small
            color: Theme.inkSoft
        }
        Row {
            id: stands
            height: parent.height
            spacing: left.spacing
            DText {
                visible: station.demo
                anchors.verticalCenter: parent.verticalCenter
                text: words.say("desk.demo", words.language)
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: Theme.amber
            }
            Repeater {
                model: station.lights
                Press {
                    id: light
                    required property var modelData
                    readonly property bool leads: modelData.id === "printer" && desk.pages.some((page) => page.id === "printing")
                    anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                    width: stood.width
                    height: foot.height - Theme.d(4)
                    enabled: leads
                    activeFocusOnTab: leads
                    name: modelData.text
                    objectName: "lead_" + modelData.id
                    onActed: desk.go("printing")
                    HoverHandler { cursorShape: light.leads ? Qt.PointingHandCursor : Qt.ArrowCursor }
                    Row {
                        id: stood
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Theme.d(6)
                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            size: Theme.d(18)
                            name: light.modelData.good ? "check" : "warn"
                            weight: 2.4
                            color: light.modelData.good ? Theme.jade : Theme.amber
                        }
                        T {
                            objectName: "light_" + light.modelData.id
                            text: light.modelData.text
                            font.pixelSize: Theme.small
                            font.weight: light.modelData.good ? Font.Normal : Font.Medium
                            wrapMode: Text.NoWrap
                            color: light.modelData.good ? Theme.inkSoft : Theme.amber
                        }
                    }
                    FocusRing { of: light; anchors.margins: Theme.d(-2) }
                }
            }
        }
    }
    Row {
        id: right
        anchors.right: parent.right
        anchors.rightMargin: Theme.d(16)
        height: parent.height
        spacing: Theme.d(14)
        Repeater {
            model: left.wanted + Theme.d(Theme.large ? 640 : 520) < foot.width ? [["palette", "Ctrl+K"], ["help", "F1"]] : []
            Row {
                required property var modelData
                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                spacing: Theme.d(6)
                DKey { anchors.verticalCenter: parent.verticalCenter; keys: modelData[1] }
                T {
                    anchors.verticalCenter: parent.verticalCenter
                    text: words.say("desk.key." + modelData[0], words.language)
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                    color: Theme.inkSoft
                }
            }
        }
        T {
            objectName: "time"
            anchors.verticalCenter: parent.verticalCenter
            text: (stands.width + Theme.d(320) > foot.width ? "" : station.day + "  ") + station.time
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            wrapMode: Text.NoWrap
        }
    }
}
