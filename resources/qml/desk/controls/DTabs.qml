import QtQuick
import "../../controls"

// Tabs in a line, smaller where it is `tight`, in two where they have no room: Alt+1 … chooses, arrows go along.
// `tabs` are {id, label, count}.
FocusScope {
    id: tabs
    property var tabs: []
    property string at: ""
    property string keys: "Alt+"
    property bool tight: false
    signal chosen(string id)
    readonly property bool folded: row.plain > width + 1 && width > 0
    readonly property real line: Theme.d(folded ? (Theme.large ? 44 : 36) : (Theme.large ? 52 : 44))
    implicitHeight: folded ? 2 * line : line
    implicitWidth: row.plain
    clip: true

    function step(by) {
        const here = tabs.tabs.findIndex((tab) => tab.id === tabs.at)
        const next = tabs.tabs[Math.max(0, Math.min(tabs.tabs.length - 1, here + by))]
        if (next && next.id !== tabs.at)
            chosen(next.id)
        for (let i = 0; i < row.children.length; i++)
            if (next && row.children[i].objectName === "tab_" + next.id)
                row.children[i].forceActiveFocus()
    }

    Rectangle {
        y: parent.height - height
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
    Flow {
        id: row
        // Between words as much as there is room for, then the words give way.
        readonly property real pad: {
            let words = 0
            for (let i = 0; i < children.length; i++)
                words += children[i].said || 0
            return tabs.tabs.length ? Math.max(Theme.d(10), Math.min(Theme.d(28), Math.floor((tabs.width - words) / tabs.tabs.length))) : 0
        }
        readonly property real plain: {
            let wide = 0
            for (let i = 0; i < children.length; i++)
                wide += children[i].wanted || 0
            return wide
        }
        width: tabs.width
        Repeater {
            model: tabs.tabs
            Press {
                id: tab
                required property var modelData
                required property int index
                readonly property bool here: modelData.id === tabs.at
                readonly property real said: words_.implicitWidth
                readonly property real wanted: said + row.pad
                objectName: "tab_" + modelData.id
                width: Math.min(Math.floor(wanted), tabs.width)
                height: tabs.line
                name: words_.text
                Accessible.role: Accessible.PageTab
                Accessible.checkable: true
                Accessible.checked: here
                onActed: tabs.chosen(modelData.id)
                Keys.onLeftPressed: tabs.step(-1)
                Keys.onRightPressed: tabs.step(1)
                Shortcut {
                    enabled: tab.enabled && tab.visible && tab.index < 9 && tabs.keys !== ""
                    sequences: [tabs.keys + (tab.index + 1)]
                    onActivated: tab.act()
                }
                HoverHandler {
                    id: over
                    onHoveredChanged: hovered ? tips.show(tab, tab.name + "   " + tabs.keys + (tab.index + 1)) : tips.hide(tab)
                }
                DText {
                    id: words_
                    anchors.centerIn: parent
                    width: Math.min(implicitWidth, parent.width - Theme.d(4))
                    text: tab.modelData.label + (tab.modelData.count > 0 ? " " + tab.modelData.count : "")
                    font.pixelSize: tabs.tight ? Theme.small : Theme.body
                    font.weight: tab.here ? Font.Bold : Font.Normal
                    color: tab.here ? Theme.jade : over.hovered ? Theme.ink : Theme.inkSoft
                    Accessible.ignored: true
                }
                Rectangle {
                    visible: tab.here
                    x: words_.x
                    y: parent.height - height
                    width: words_.width
                    height: Theme.d(3)
                    color: Theme.jade
                }
                FocusRing { of: tab; anchors.margins: Theme.d(1); radius: Theme.d(6) }
            }
        }
    }
}
