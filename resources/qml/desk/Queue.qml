import QtQuick
import "../controls"
import "controls"

// The work queue: title, search, shelves with how many they hold, lists that were kept, the lines.
FocusScope {
    id: queue_
    readonly property alias search: field.input

    // Esc empties the search first, then goes to the lines.
    function back() {
        if (field.input.activeFocus && field.input.text !== "")
            field.input.text = ""
        else
            takeFocus()
    }
    function takeFocus() { rows.forceActiveFocus(Qt.TabFocusReason) }

    Rectangle { anchors.fill: parent; color: Theme.card }

    Column {
        id: head
        x: Theme.d(20)
        y: Theme.d(16)
        width: parent.width - 2 * x
        spacing: Theme.d(12)
        Item {
            width: parent.width
            height: title.height
            T {
                id: title
                text: words.say("desk.page.cases", words.language)
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            DText {
                objectName: "overdue"
                anchors.right: parent.right
                anchors.baseline: title.baseline
                width: Math.min(implicitWidth, parent.width - title.width - Theme.d(16))
                text: queue.overdue
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: Theme.seal
            }
        }
        Row {
            width: parent.width
            spacing: Theme.d(8)
            DField {
                id: field
                width: parent.width - narrow.width - parent.spacing
                boxName: "search"
                search: true
                name: words.say("desk.key.search", words.language)
                placeholder: words.say("desk.search_in", words.language)
                keys: "/"
                value: queue.text
                onEdited: (text) => queue.search(text)
                onAccepted: {
                    queue.choose(0)
                    rows.forceActiveFocus(Qt.TabFocusReason)
                }
                input.Keys.onDownPressed: rows.forceActiveFocus(Qt.TabFocusReason)
            }
            DButton {
                id: narrow
                objectName: "narrow"
                width: height
                height: field.height
                bare: true
                icon: "filter"
                name: words.say("desk.narrow", words.language)
                onActed: queue.openFilter()
                Rectangle {
                    anchors.fill: parent
                    z: -1
                    radius: Theme.d(8)
                    color: queue.narrowed ? Theme.jadeSoft : Theme.card
                    border.width: Theme.hair
                    border.color: queue.narrowed ? Theme.jade : Theme.edge
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.d(8)
            Repeater {
                model: queue.shelves
                Shelf {
                    required property var modelData
                    objectName: "shelf_" + modelData.id
                    text: modelData.label
                    count: modelData.count
                    tone: modelData.tone
                    here: modelData.here
                    onActed: queue.chooseShelf(modelData.id)
                }
            }
            Repeater {
                model: queue.saved
                Shelf {
                    required property var modelData
                    required property int index
                    objectName: "saved_" + index
                    text: modelData.name
                    icon: "star"
                    here: modelData.here
                    onActed: here ? queue.clear() : queue.useSaved(modelData.name)
                    Keys.onDeletePressed: queue.dropSaved(modelData.name)
                }
            }
        }
    }
    Rectangle {
        y: rows.y
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
    ListView {
        id: rows
        objectName: "queueRows"
        y: head.y + head.height + Theme.d(12)
        width: parent.width
        height: parent.height - y
        clip: true
        focus: true
        activeFocusOnTab: true
        cacheBuffer: Theme.d(400)
        boundsBehavior: Flickable.StopAtBounds
        model: queue.model
        currentIndex: queue.place
        highlightFollowsCurrentItem: false
        Accessible.role: Accessible.List
        Accessible.name: words.say("desk.page.cases", words.language)
        Keys.onDownPressed: queue.step(1)
        Keys.onUpPressed: queue.step(-1)
        Keys.onPressed: (event) => {
            const page = Math.max(1, Math.floor(height / Theme.d(104)) - 1)
            if (event.key === Qt.Key_PageDown)
                queue.step(page)
            else if (event.key === Qt.Key_PageUp)
                queue.step(-page)
            else if (event.key === Qt.Key_Home)
                queue.home()
            else if (event.key === Qt.Key_End)
                queue.end()
            else
                return
            event.accepted = true
        }
        Keys.onReturnPressed: openChosen()
        Keys.onEnterPressed: openChosen()
        function openChosen() {
            if (queue.place < 0)
                queue.step(1)
            queue.open()
            desk.press("panes")
        }
        onContentYChanged: {
            if (contentY > originY + contentHeight - 2.5 * height)
                queue.more()
            else if (contentY < originY + 1.5 * height)
                queue.before()
        }
        Connections {
            target: queue
            function onChose() { rows.positionViewAtIndex(queue.place, ListView.Contain) }
            function onRefreshed() { rows.positionViewAtBeginning() }
            function onPrepended(count) {
                if (rows.contentY < rows.originY + 1)
                    rows.positionViewAtIndex(count, ListView.Beginning)
            }
        }
        delegate: CaseLine {
            required property var row
            required property int index
            width: ListView.view.width
            line: row
            here: queue.chosen === row.key
            ringed: here && rows.activeFocus
            Keys.onReturnPressed: desk.press("panes")
            Keys.onEnterPressed: desk.press("panes")
            onActed: {
                queue.choose(index)
                rows.forceActiveFocus(Qt.MouseFocusReason)
            }
        }
        DBar { of: rows }
    }
    DEmpty {
        objectName: "queueEmpty"
        visible: queue.empty.title !== ""
        x: Theme.d(32)
        y: rows.y + Theme.d(72)
        width: parent.width - 2 * x
        icon: queue.narrowed ? "look" : "check"
        title: queue.empty.title
        text: queue.empty.text
    }
    Loader {
        active: queue.filterForm.up
        parent: overlay
        anchors.fill: parent
        source: active ? "FilterSheet.qml" : ""
        onLoaded: item.forceActiveFocus()
    }
}
