import QtQuick

// What may be longer than the screen: flicked, or moved by the strips "more below" and "back up".
// The item in use is kept in view until somebody moves on from it: content that comes late takes
// nobody back to it.
Item {
    id: scroll
    default property alias inside: column.data
    property alias spacing: column.spacing
    property alias flick: flick
    property alias position: flick.contentY
    readonly property real room: flick.contentHeight - flick.height
    readonly property bool hasAbove: flick.contentY > 1
    readonly property bool hasBelow: flick.contentY < room - 1
    clip: true
    property bool sought: false
    property real restedAt: 0
    readonly property bool follows: Math.abs(flick.contentY - restedAt) < 1

    function to(y) { flick.contentY = Math.max(0, Math.min(y, Math.max(0, room))) }
    function toTop() { flick.contentY = 0; seek() }
    function seek() { sought = true; later.restart() }
    function show(item) {
        bring(item)
        restedAt = flick.contentY
    }
    function bring(item) {
        if (!item || !within(item))
            return
        var at = item.mapToItem(column, 0, 0).y
        var high = item.height
        var pad = Theme.d(96)
        // Of something to write in that is higher than the room, the line being written.
        if (item.cursorRectangle && high + 2 * pad > flick.height) {
            at += item.cursorRectangle.y
            high = item.cursorRectangle.height
        }
        if (at - pad < flick.contentY)
            to(at - pad)
        else if (at + high + pad > flick.contentY + flick.height)
            to(Math.min(at - pad, at + high + pad - flick.height))
    }
    // Moves on where the next control is not inside and there is more to see; tells whether it did.
    function turn(forward, next) {
        if (next && within(next) || !(forward ? hasBelow : hasAbove))
            return false
        to(flick.contentY + (forward ? 1 : -1) * flick.height * 0.7)
        return true
    }
    function within(item) {
        for (var p = item; p; p = p.parent)
            if (p === column)
                return true
        return false
    }

    Connections {
        target: scroll.Window.window
        function onActiveFocusItemChanged() { scroll.seek() }
    }
    Timer {
        id: later
        interval: 1
        onTriggered: {
            if (scroll.sought || scroll.follows)
                scroll.show(scroll.Window.window ? scroll.Window.window.activeFocusItem : null)
            scroll.sought = false
        }
    }
    onHeightChanged: seek()
    onRoomChanged: {
        const followed = follows
        if (flick.contentY > Math.max(0, room))
            to(room)
        if (followed)
            restedAt = flick.contentY
    }

    Flickable {
        id: flick
        anchors.fill: parent
        contentWidth: width
        contentHeight: column.implicitHeight + Theme.d(32)
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.VerticalFlick
        interactive: scroll.room > 1
        onContentHeightChanged: later.restart()
        Column {
            id: column
            x: Theme.d(24)
            y: Theme.d(8)
            width: flick.width - Theme.d(48)
            spacing: Theme.gap
        }
    }
    component Strip: Press {
        id: strip
        property string icon
        x: Theme.d(24)
        width: parent.width - Theme.d(48)
        height: Theme.touch
        repeats: true
        activeFocusOnTab: false
        // Drawn where there is more: most pages fit.
        Loader {
            anchors.fill: parent
            active: strip.visible
            sourceComponent: Item {
                Rectangle {
                    x: -Theme.d(24)
                    y: strip.icon === "up" ? 0 : -Theme.d(8)
                    width: parent.width + Theme.d(48)
                    height: parent.height + Theme.d(8)
                    color: Theme.paper
                }
                Rectangle {
                    anchors.fill: parent
                    radius: Theme.d(12)
                    color: strip.down ? Theme.jadeSoft : Theme.card
                    border.width: Theme.hair
                    border.color: Theme.edge
                }
                Row {
                    anchors.centerIn: parent
                    spacing: Theme.d(12)
                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: strip.icon
                        size: Theme.d(36)
                        color: Theme.jade
                        weight: 2.4
                    }
                    T {
                        anchors.verticalCenter: parent.verticalCenter
                        text: strip.name
                        font.pixelSize: Theme.small
                        font.weight: Font.Medium
                        color: Theme.jade
                        Accessible.ignored: true
                    }
                }
                FocusRing { of: strip; anchors.margins: 0 }
            }
        }
    }
    Strip {
        objectName: "scrollUp"
        visible: scroll.hasAbove
        name: words.say("common.more_above", words.language)
        icon: "up"
        onActed: scroll.to(flick.contentY - flick.height + Theme.d(200))
    }
    Strip {
        objectName: "scrollDown"
        visible: scroll.hasBelow
        y: parent.height - height
        name: words.say("common.more_below", words.language)
        icon: "down"
        onActed: scroll.to(flick.contentY + flick.height - Theme.d(200))
    }
}
