import QtQuick
import "../controls"

// The kiosk's one window: the page, the keyboard under it, whatever covers it.
FocusScope {
    id: root
    objectName: "root"
    focus: true
    readonly property string page: kiosk.page
    readonly property bool covered: cover.active

    // Arrows go from control to control as Tab does, and move what is longer than the screen.
    function step(forward) {
        const shown = cover.item || page.item
        const scroll = shown ? shown.scroll : null
        const at = Window.activeFocusItem
        const next = at ? at.nextItemInFocusChain(forward) : null
        if (scroll && scroll.turn(forward, next))
            return
        if (next)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }
    Keys.onDownPressed: step(true)
    Keys.onRightPressed: step(true)
    Keys.onUpPressed: step(false)
    Keys.onLeftPressed: step(false)

    Words { id: words }
    Binding { target: Theme; property: "scale"; value: display.scale }
    Binding { target: Theme; property: "large"; value: display.large }
    Binding { target: Theme; property: "portrait"; value: display.portrait }
    Binding { target: Theme; property: "compact"; value: display.compact }
    Binding { target: Theme; property: "keyed"; value: display.keyed }
    Binding { target: Theme; property: "contrast"; value: display.contrast }

    Rectangle { anchors.fill: parent; color: Theme.paper }

    Loader {
        id: page
        objectName: "page"
        focus: !root.covered
        enabled: !root.covered
        visible: !root.covered
        width: parent.width
        height: parent.height - keyboard.height
        source: kiosk.page === "" ? "" : "pages/" + kiosk.page + ".qml"
        onLoaded: arrive.restart()
    }
    Connections {
        target: kiosk
        function onArrived() { arrive.restart() }
        function onLeft() { Qt.inputMethod.commit(); root.forceActiveFocus() }
    }
    Timer {
        id: arrive
        interval: 0
        onTriggered: {
            if (!page.item)
                return
            page.item.arrive()
            root.Accessible.announce(page.item.title, Accessible.Polite)
        }
    }
    Loader {
        id: keyboard
        objectName: "keyboard"
        active: kiosk.keyboardWanted
        source: "Keyboard.qml"
        width: parent.width
        height: item ? item.room : 0
        y: parent.height - height
    }
    Loader {
        id: cover
        objectName: "cover"
        anchors.fill: parent
        focus: active
        active: kiosk.covering !== ""
        source: active ? "covers/" + kiosk.covering + ".qml" : ""
        onLoaded: {
            Qt.inputMethod.hide()
            item.forceActiveFocus()
            root.Accessible.announce(item.title + " " + item.text, Accessible.Assertive)
        }
    }
}
