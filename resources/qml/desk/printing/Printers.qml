import QtQuick
import "../../controls"
import "../controls"

// The printers at the left, the one that was chosen at the right; both renew themselves and nothing jumps.
FocusScope {
    id: tab
    readonly property var of: printing.printers
    readonly property var keeping: printing.keeping
    focus: true
    function arrive() { list.forceActiveFocus(Qt.TabFocusReason) }

    DPane {
        id: left
        width: Math.round(Math.min(Theme.d(Theme.large ? 520 : 400), parent.width * 0.4))
        height: parent.height
        pad: Theme.d(12)
        T {
            width: parent.width
            leftPadding: Theme.d(8)
            text: words.say("printing_page.list", words.language)
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        ListView {
            id: list
            objectName: "printerRows"
            width: parent.width
            height: left.height - 2 * left.pad - y - foot.height - left.spacing
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: tab.of.lines
            keyNavigationEnabled: false
            Component.onCompleted: currentIndex = tab.of.place
            Connections {
                target: tab.of
                function onChanged() { list.currentIndex = tab.of.place }
            }
            Keys.onDownPressed: tab.of.step(1)
            Keys.onUpPressed: tab.of.step(-1)
            Keys.onReturnPressed: if (currentItem) currentItem.act()
            Keys.onRightPressed: detail.enter()
            delegate: PrinterRow {
                width: ListView.view.width
                here: row.id === tab.of.one.id
                onActed: tab.of.choose(row.id)
            }
            DBar { of: list }
        }
        Column {
            id: foot
            width: parent.width
            spacing: Theme.d(6)
            DButton {
                objectName: "addPrinter"
                icon: "plus"
                width: Math.min(implicitWidth, parent.width)
                text: words.say("printing_page.add", words.language)
                keys: "Alt+N"
                closed: tab.keeping.refusal
                hears: tab.keeping.sheet === ""
                onActed: tab.keeping.add()
            }
            T {
                visible: text !== ""
                width: parent.width
                text: tab.keeping.refusal
                font.pixelSize: Theme.small
                color: Theme.inkSoft
            }
        }
    }
    PrinterCard {
        id: detail
        x: left.width + Theme.gap
        width: parent.width - x
        height: parent.height
        of: tab.of
    }
    DEmpty {
        visible: list.count === 0
        anchors.centerIn: detail
        width: Theme.d(420)
        icon: "printer"
        title: words.say(tab.of.waits ? "printing_page.looking" : "printing_page.none", words.language)
        text: tab.of.waits ? "" : words.say("printing_page.none_text", words.language)
    }
    Loader {
        parent: overlay
        anchors.fill: parent
        active: tab.keeping.sheet !== ""
        focus: active
        sourceComponent: tab.keeping.sheet === "remove" || tab.keeping.sheet === "accept" ? asks : keeps
        onLoaded: item.forceActiveFocus()
        onActiveChanged: if (!active) list.forceActiveFocus(Qt.TabFocusReason)
    }
    Component { id: keeps; KeepSheet { of: tab.keeping } }
    Component { id: asks; AskSheet { of: tab.keeping } }
}
