import QtQuick
import "../../controls"
import "../controls"

// Every key of the window, by where it works.
DSheet {
    id: sheet
    title: words.say("desk.key.help", words.language)
    back: words.say("desk.close", words.language)
    wide: Theme.d(Theme.large ? 1180 : 960)
    onDismissed: desk.close()
    Flow {
        id: flow
        readonly property int columns: width > Theme.d(700) ? 2 : 1
        width: parent.width
        spacing: Theme.d(32)
        Repeater {
            model: keyList.groups
            Column {
                required property var modelData
                width: (flow.width - (flow.columns - 1) * flow.spacing) / flow.columns
                spacing: Theme.d(8)
                T {
                    width: parent.width
                    text: modelData.title
                    font.weight: Font.Bold
                    color: Theme.jade
                    Accessible.role: Accessible.Heading
                }
                Repeater {
                    model: modelData.rows
                    Item {
                        id: row
                        required property var modelData
                        width: parent.width
                        height: Math.max(Theme.d(28), said.height)
                        Row {
                            id: caps
                            spacing: Theme.d(6)
                            anchors.verticalCenter: parent.verticalCenter
                            Repeater {
                                model: row.modelData.keys
                                DKey { required property string modelData; keys: modelData }
                            }
                        }
                        T {
                            id: said
                            x: Math.max(Theme.d(Theme.large ? 200 : 160), caps.width + Theme.d(12))
                            width: parent.width - x
                            anchors.verticalCenter: parent.verticalCenter
                            text: row.modelData.label
                        }
                    }
                }
            }
        }
    }
}
