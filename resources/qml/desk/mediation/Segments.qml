import QtQuick
import "../../controls"
import "../controls"

// One of a few, side by side: pressed, gone along by arrows, or turned on by a key. `options` are {id, label, tone}.
FocusScope {
    id: segments
    property string called: ""
    property string label: ""
    property var options: []
    property string value: ""
    property string keys: ""
    signal chosen(string id)
    signal turned()
    implicitHeight: flow.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    function step(by) {
        const at = options.findIndex((option) => option.id === value)
        const next = options[(at + by + options.length) % options.length]
        chosen(next.id)
        for (let i = 0; i < row.count; i++)
            if (options[i].id === next.id)
                row.itemAt(i).forceActiveFocus(Qt.TabFocusReason)
    }
    Shortcut {
        enabled: segments.visible && segments.enabled && segments.keys !== ""
        sequences: segments.keys === "" ? [] : [segments.keys]
        onActivated: segments.turned()
    }
    Flow {
        id: flow
        width: parent.width
        spacing: Theme.d(6)
        Item {
            width: hint.width
            height: Theme.d(Theme.large ? 42 : 34)
            visible: segments.keys !== ""
            DKey { id: hint; anchors.verticalCenter: parent.verticalCenter; keys: segments.keys }
        }
        Repeater {
            id: row
            model: segments.options
            Press {
                id: one
                required property var modelData
                readonly property bool on: modelData.id === segments.value
                readonly property string tone: modelData.tone || "jade"
                readonly property color fill: tone === "ink" ? Theme.night : tone === "amber" ? Theme.amber : Theme.jade
                objectName: segments.called + "_" + modelData.id
                width: Math.min(said.implicitWidth + Theme.d(24) + (dot.visible ? dot.width + Theme.d(6) : 0), flow.width)
                height: Theme.d(Theme.large ? 42 : 34)
                name: modelData.label
                activeFocusOnTab: on || activeFocus
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: on
                onActed: segments.chosen(modelData.id)
                Keys.onRightPressed: segments.step(1)
                Keys.onLeftPressed: segments.step(-1)
                Rectangle {
                    anchors.fill: parent
                    radius: Theme.d(8)
                    color: one.on ? one.fill : over.hovered ? Theme.jadeSoft : Theme.card
                    border.width: one.on ? 0 : Theme.hair
                    border.color: Theme.edge
                }
                HoverHandler { id: over }
                Icon {
                    id: dot
                    visible: one.on
                    x: Theme.d(10)
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.d(17)
                    name: "check"
                    weight: 2.6
                    color: Theme.white
                }
                DText {
                    id: said
                    x: dot.visible ? dot.x + dot.width + Theme.d(6) : Theme.d(12)
                    width: parent.width - x - Theme.d(12)
                    anchors.verticalCenter: parent.verticalCenter
                    text: one.modelData.label
                    font.pixelSize: Theme.small
                    font.weight: one.on ? Font.Bold : Font.Medium
                    color: one.on ? Theme.white : Theme.ink
                    Accessible.ignored: true
                }
                FocusRing { of: one }
            }
        }
    }
}
