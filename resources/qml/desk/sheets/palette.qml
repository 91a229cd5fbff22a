import QtQuick
import "../../controls"
import "../controls"

// The command palette: type a few letters, arrows choose, Enter does it.
FocusScope {
    id: sheet
    anchors.fill: parent
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: words.say("desk.key.palette", words.language)
    onActiveFocusChanged: if (activeFocus) field.input.forceActiveFocus()
    Component.onCompleted: field.input.forceActiveFocus()

    Rectangle { anchors.fill: parent; color: Theme.ink; opacity: 0.45 }
    MouseArea { anchors.fill: parent; hoverEnabled: true; onClicked: desk.close(); onWheel: (wheel) => { wheel.accepted = true } }
    Rectangle {
        id: paper
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.d(72)
        width: Math.min(Theme.d(Theme.large ? 860 : 720), parent.width - Theme.d(48))
        height: Math.min(parent.height - 2 * y, head.height + Math.max(rows.contentHeight, Theme.d(72)) + Theme.d(16))
        radius: Theme.radius
        color: Theme.card
        border.width: Theme.hair
        border.color: Theme.edge
        Item {
            id: head
            width: parent.width
            height: field.height + Theme.d(28)
            DField {
                id: field
                x: Theme.d(14)
                y: Theme.d(14)
                width: parent.width - 2 * x
                boxName: "paletteText"
                search: true
                name: words.say("desk.key.palette", words.language)
                placeholder: words.say("desk.palette_in", words.language)
                value: finder.typed
                onEdited: (text) => finder.type(text)
                onAccepted: finder.take(-1)
                input.Keys.onDownPressed: finder.step(1)
                input.Keys.onUpPressed: finder.step(-1)
                input.Keys.onEscapePressed: desk.close()
            }
        }
        Rectangle { y: head.height; width: parent.width; height: Theme.hair; color: Theme.line }
        ListView {
            id: rows
            objectName: "paletteRows"
            y: head.height + Theme.d(8)
            width: parent.width
            height: parent.height - y - Theme.d(8)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: finder.rows
            currentIndex: finder.place
            onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
            delegate: Press {
                id: row
                required property var modelData
                required property int index
                readonly property bool here: index === finder.place
                objectName: "offer_" + modelData.id
                width: ListView.view.width
                height: Theme.d(Theme.large ? 54 : 44)
                enabled: !modelData.closed
                activeFocusOnTab: false
                name: modelData.label + " " + modelData.detail
                Accessible.role: Accessible.ListItem
                onActed: finder.take(index)
                Rectangle {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.d(8)
                    anchors.rightMargin: Theme.d(8)
                    radius: Theme.d(8)
                    color: row.here ? Theme.jadeSoft : over.hovered ? Theme.paper : "transparent"
                    border.width: row.here ? Theme.hair : 0
                    border.color: Theme.jade
                }
                HoverHandler { id: over }
                Icon {
                    id: mark
                    x: Theme.d(22)
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.d(20)
                    name: row.modelData.icon
                    color: row.here ? Theme.jade : Theme.inkSoft
                }
                DText {
                    id: label
                    x: mark.x + mark.width + Theme.d(12)
                    width: Math.min(implicitWidth, (tail.x - x) * (row.modelData.detail === "" ? 1 : 0.66))
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.label
                    color: row.enabled ? Theme.ink : Theme.off
                    Accessible.ignored: true
                }
                DText {
                    x: label.x + label.width + Theme.d(12)
                    width: tail.x - x - Theme.d(8)
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.detail
                    font.pixelSize: Theme.small
                    color: Theme.inkSoft
                    Accessible.ignored: true
                }
                Item {
                    id: tail
                    x: parent.width - width - Theme.d(20)
                    width: hint.visible ? hint.width : 0
                    height: parent.height
                    DKey { id: hint; anchors.verticalCenter: parent.verticalCenter; keys: row.modelData.keys }
                }
            }
            DBar { of: rows }
        }
        T {
            visible: finder.rows.length === 0
            x: Theme.d(24)
            y: head.height + Theme.d(24)
            width: parent.width - 2 * x
            text: words.say("desk.palette_none", words.language)
            color: Theme.inkSoft
        }
    }
}
