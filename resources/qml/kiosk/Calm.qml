import QtQuick
import "../controls"

// What shows while the kiosk waits to start again: both languages, nothing to press.
Rectangle {
    id: calm
    objectName: "calm"
    color: Theme.paper
    readonly property real unit: Math.min(width, height) / 1080
    Binding { target: Theme; property: "scale"; value: calm.unit }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height) * 0.8
        spacing: Theme.d(40)
        Seal { size: Theme.d(112) }
        Repeater {
            model: [zh, en]
            Column {
                required property var modelData
                width: parent.width
                spacing: Theme.d(12)
                T {
                    width: parent.width
                    text: modelData.say("restart.title", "")
                    font.pixelSize: Theme.heading
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                T { width: parent.width; text: modelData.say("restart.text", "") }
                T { width: parent.width; text: modelData.say("restart.help", ""); color: Theme.inkSoft }
            }
        }
    }
}
