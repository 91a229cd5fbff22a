import QtQuick
import "../../controls"
import "../controls"
import "../printing"

// Printing: the printers, where each kind of paper prints, every copy, the self-test.
FocusScope {
    id: page
    objectName: "printingPage"
    focus: true
    onActiveFocusChanged: if (activeFocus && Window.activeFocusItem === page) part.item.arrive()

    T {
        id: head
        x: Theme.d(24)
        y: Theme.d(16)
        text: words.say("printing_page.title", words.language)
        font.pixelSize: Theme.heading
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
    }
    DTabs {
        id: tabs
        x: head.x + head.width + Theme.d(32)
        y: head.y + head.height - height + Theme.d(4)
        width: parent.width - x - Theme.d(24)
        tabs: printing.tabs
        at: printing.tab
        onChosen: (id) => printing.turn(id)
    }
    Loader {
        id: part
        objectName: "printingPart"
        readonly property var parts: ({printers: "Printers", papers: "Rules", copies: "Copies", checks: "Checks"})
        x: Theme.d(16)
        y: head.y + head.height + Theme.d(14)
        width: parent.width - 2 * x
        height: parent.height - y - Theme.d(16)
        focus: true
        source: "../printing/" + parts[printing.tab] + ".qml"
    }
}
