import QtQuick
import "../../controls"

// What may be longer than its place, with a thin bar; the item with the focus is kept in view.
Item {
    id: scroll
    default property alias inside: column.data
    property alias spacing: column.spacing
    property alias flick: flick
    property alias position: flick.contentY
    property real pad: 0
    readonly property real room: Math.max(0, flick.contentHeight - flick.height)
    readonly property bool hasAbove: flick.contentY > 1
    readonly property bool hasBelow: flick.contentY < room - 1
    clip: true

    function to(y) { flick.contentY = Math.max(0, Math.min(y, room)) }
    function toTop() { flick.contentY = 0 }
    function show(item) {
        for (let p = item; p !== column; p = p.parent)
            if (!p)
                return
        const at = item.mapToItem(column, 0, 0).y
        const around = Theme.d(24)
        if (at - around < flick.contentY)
            to(at - around)
        else if (at + item.height + around > flick.contentY + flick.height)
            to(Math.min(at - around, at + item.height + around - flick.height))
    }
    Connections {
        target: scroll.Window.window
        function onActiveFocusItemChanged() {
            if (scroll.Window.window.activeFocusItem)
                scroll.show(scroll.Window.window.activeFocusItem)
        }
    }
    onRoomChanged: if (flick.contentY > room) to(room)

    Flickable {
        id: flick
        anchors.fill: parent
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * scroll.pad
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.VerticalFlick
        interactive: scroll.room > 1
        Column {
            id: column
            x: scroll.pad
            y: scroll.pad
            width: flick.width - 2 * scroll.pad
            spacing: Theme.gap
        }
    }
    DBar { of: flick }
}
