import QtQuick
import QtQml.Models
import "../controls"
import "controls"

// The desk's one window: the rail of pages, the page, the line at the foot, and what lies over them.
// What is loaded below knows `words` (say), `tips` (words that did not fit) and `overlay` (lists and sheets).
FocusScope {
    id: root
    objectName: "root"
    focus: true
    readonly property bool covered: desk.covering !== ""
    readonly property bool sheeted: desk.sheet !== "" && !covered

    readonly property bool free: !covered && !sheeted && overlay.uppermost === null

    function press(key) {
        if (key === "back" && overlay.uppermost !== null && !covered)
            overlay.uppermost.dismissed()
        else
            desk.press(key)
    }
    onFreeChanged: if (free && page.item) page.item.forceActiveFocus()

    // What has the keys may go away, or be covered: then whatever lies on top takes them.
    readonly property Item keysAt: Window.activeFocusItem
    onKeysAtChanged: Qt.callLater(giveKeys)
    function within(item, top) {
        while (item !== null && item !== top)
            item = item.parent
        return item === top
    }
    function giveKeys() {
        const top = covered ? cover : sheeted ? sheet : free ? page : null
        const lost = keysAt === root || covered && keysAt !== null && !within(keysAt, cover)
        if (lost && top !== null && top.item)
            top.item.forceActiveFocus()
    }

    Words { id: words }
    Binding { target: Theme; property: "desk"; value: true }
    Binding { target: Theme; property: "scale"; value: display.scale }
    Binding { target: Theme; property: "large"; value: display.large }
    Binding { target: Theme; property: "portrait"; value: false }
    Binding { target: Theme; property: "compact"; value: true }
    Binding { target: Theme; property: "keyed"; value: display.keyed }
    Binding { target: Theme; property: "contrast"; value: display.contrast }

    Instantiator {
        model: desk.ready ? keyList.sequences : []
        delegate: Shortcut {
            required property var modelData
            sequences: modelData.sequences
            readonly property bool turns: root.sheeted && (modelData.id === "help" || modelData.id === "palette")
            enabled: modelData.id === "back" || modelData.id === "lock" || turns
                     || overlay.uppermost === null && (!modelData.writes || !overlay.writing)
            onActivated: root.press(modelData.id)
            onActivatedAmbiguously: root.press(modelData.id)
        }
    }

    Rectangle { anchors.fill: parent; color: Theme.paper }

    Nav {
        id: nav
        objectName: "nav"
        width: Theme.d(Theme.large ? 112 : 96)
        height: parent.height
        enabled: root.free
    }
    ToldLine {
        id: line
        x: nav.width
        width: parent.width - x
        enabled: root.free
    }
    Loader {
        id: page
        objectName: "page"
        x: nav.width
        y: line.height
        width: parent.width - x
        height: parent.height - y - foot.height
        focus: root.free
        enabled: root.free
        source: desk.page === "" ? "" : "pages/" + desk.page + ".qml"
        onLoaded: {
            if (root.free)
                item.forceActiveFocus()
            root.Accessible.announce(words.say("desk.page." + desk.page, words.language), Accessible.Polite)
        }
    }
    Foot {
        id: foot
        objectName: "foot"
        x: nav.width
        y: parent.height - height
        width: parent.width - x
    }
    Item {
        id: overlay
        objectName: "overlay"
        // Whether something is typed into, so that letters are letters and no shortcuts.
        readonly property bool writing: {
            const at = Window.activeFocusItem
            return at !== null && (at.cursorPosition !== undefined)
        }
        // The sheet or list on top of all that was put up here; Esc dismisses it.
        property var up: []
        readonly property Item uppermost: up.length > 0 ? up[up.length - 1] : null
        function put(item) { up = [...up, item] }
        function drop(item) { up = up.filter((other) => other !== item) }
        anchors.fill: parent
        enabled: !root.covered
        z: 10
    }
    Loader {
        id: sheet
        objectName: "sheet"
        anchors.fill: parent
        z: 20
        focus: active
        active: root.sheeted
        source: active ? "sheets/" + desk.sheet + ".qml" : ""
        onLoaded: item.forceActiveFocus()
    }
    Loader {
        id: cover
        objectName: "cover"
        anchors.fill: parent
        z: 30
        focus: active
        active: root.covered
        source: active ? "pages/" + desk.covering + ".qml" : ""
        onLoaded: item.forceActiveFocus()
    }
    Tips { id: tips; z: 40; anchors.fill: parent }
}
