import QtQuick
import "../../controls"
import "../controls"

// The blanks of a term, drawn by their kind, two beside one another where they are short; how it reads in the other language.
Column {
    id: blanks
    property var term
    property int at: -1
    readonly property bool paired: width > Theme.d(Theme.large ? 640 : 520)
    readonly property real half: paired ? Math.floor((width - Theme.d(14)) / 2) : width
    readonly property var long: ["text", "list", "account", "instalments"]
    spacing: Theme.d(14)
    function focusAt(slot) {
        const item = rows.itemAt(slot)
        return item ? item.focusInput() : false
    }
    T { visible: text !== ""; width: parent.width; text: blanks.term.needs; font.pixelSize: Theme.small; color: Theme.inkSoft }
    Flow {
        width: parent.width
        spacing: Theme.d(14)
        Repeater {
            id: rows
            model: blanks.term.blanks
            Blank {
                required property var modelData
                required property int index
                width: blanks.long.indexOf(modelData.kind) >= 0 ? blanks.width : blanks.half
                blank: modelData
                called: "blank_" + blanks.at + "_" + modelData.id
                onAccepted: drafting.sheet.next(blanks.at, index)
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.d(2)
        T { width: parent.width; key: "drafting.other_language"; font.pixelSize: Theme.small; font.weight: Font.Medium; color: Theme.inkSoft }
        T { objectName: "other_" + blanks.at; width: parent.width; text: blanks.term.other; font.pixelSize: Theme.small; color: Theme.inkSoft }
        T { visible: blanks.term.before !== ""; width: parent.width; topPadding: Theme.d(6)
            text: words.say("drafting.before", words.language) + "  " + blanks.term.before
            font.pixelSize: Theme.small; font.strikeout: true; color: Theme.inkSoft }
        T { width: parent.width; topPadding: Theme.d(6); text: blanks.term.article; font.pixelSize: Theme.small; color: Theme.inkSoft }
    }
}
