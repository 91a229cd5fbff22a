import QtQuick
import "../../controls"
import "../controls"

// What became of what was just printed, to its end; where nobody can tell, it asks whoever can look.
Rectangle {
    id: strip
    property var of
    property string called: ""
    property bool shows: true
    readonly property color fore: of.tone === "seal" ? Theme.seal : of.tone === "amber" ? Theme.amber : Theme.jade
    visible: shows && of.text !== ""
    implicitHeight: body.height + Theme.d(22)
    radius: Theme.radius
    color: of.tone === "seal" ? Theme.sealSoft : of.tone === "amber" ? Theme.amberSoft : Theme.jadeSoft
    border.width: Theme.contrast ? Theme.hair : 0
    border.color: fore
    Accessible.role: Accessible.AlertMessage
    Accessible.name: of.text
    Connections {
        target: strip.of
        function onChanged() {
            if (strip.visible && strip.told !== strip.of.text) {
                strip.told = strip.of.text
                strip.Accessible.announce(strip.told, Accessible.Polite)
            }
        }
    }
    property string told: ""
    Icon { id: mark; x: Theme.d(14); y: Theme.d(11); size: Theme.d(22); name: strip.of.tone === "jade" ? "printer" : "warn"; weight: 2.2; color: strip.fore }
    Column {
        id: body
        x: mark.x + mark.width + Theme.d(10)
        y: Theme.d(11)
        width: parent.width - x - Theme.d(14)
        spacing: Theme.d(8)
        T { objectName: strip.called + "_said"; width: parent.width; text: strip.of.text; font.weight: Font.Medium; color: strip.fore }
        Flow {
            visible: strip.of.asks || strip.of.troubled
            width: parent.width
            spacing: Theme.d(8)
            DButton { objectName: strip.called + "_in_hand"; visible: strip.of.asks; small: true; icon: "check"; text: words.say("printing_page.in_hand", words.language)
                      onActed: strip.of.settle("in_hand") }
            DButton { objectName: strip.called + "_not_there"; visible: strip.of.asks; small: true; text: words.say("printing_page.not_there", words.language)
                      onActed: strip.of.settle("not_there") }
            DButton { objectName: strip.called + "_page"; visible: strip.of.troubled && desk.pages.some((page) => page.id === "printing"); small: true; quiet: true; icon: "printer"
                      text: words.say("printing_page.open_page", words.language); onActed: desk.go("printing") }
        }
    }
}
