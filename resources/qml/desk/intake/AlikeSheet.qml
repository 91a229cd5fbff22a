import QtQuick
import "../../controls"
import "../controls"

// Two filings side by side: what is alike, what differs; the clerk decides, with a reason.
DSheet {
    id: sheet
    objectName: "alikeSheet"
    wide: Theme.d(Theme.large ? 1240 : 1120)
    title: words.say("likeness.title", words.language)
    text: alike.summary
    primary: words.say("likeness.keep", words.language)
    onAccepted: alike.decide()
    onDismissed: alike.close()
    buttons: [
        DButton { objectName: "openOther"; key: "likeness.open_other"; icon: "box"; onActed: alike.openOther() },
        DButton { objectName: "takeBack"; visible: alike.decided !== ""; key: "likeness.take_back"; icon: "turn"; onActed: alike.takeBack() }
    ]
    readonly property real first: Math.round(table.width * 0.22)
    readonly property real half: Math.floor((table.width - first - Theme.d(90) - 3 * Theme.d(12)) / 2)

    Options {
        width: parent.width
        columns: 2
        boxName: "alike"
        options: [{id: "same", title: words.say("likeness.same", words.language), sub: ""},
                  {id: "different", title: words.say("likeness.different", words.language), sub: ""}]
        ticked: [alike.choice]
        onPicked: (id) => alike.choose(id)
    }
    DField {
        width: parent.width
        boxName: "alikeReason"
        label: words.say("likeness.reason", words.language)
        hint: words.say("likeness.reason_hint", words.language)
        problem: alike.problem
        maximum: 200
        onEdited: (text) => alike.tell(text)
    }
    Column {
        id: table
        width: parent.width
        Row {
            width: parent.width
            spacing: Theme.d(12)
            bottomPadding: Theme.d(6)
            Item { width: sheet.first; height: 1 }
            DText { width: sheet.half; text: words.fill("likeness.this", {number: alike.here}, words.language); font.weight: Font.Bold }
            DText { width: sheet.half; text: words.fill("likeness.that", {number: alike.there}, words.language); font.weight: Font.Bold }
        }
        Repeater {
            model: alike.pairs
            Column {
                id: pair
                required property var modelData
                width: table.width
                T {
                    visible: text !== ""
                    width: parent.width
                    text: pair.modelData.part
                    font.weight: Font.Bold
                    topPadding: Theme.d(12)
                    bottomPadding: Theme.d(4)
                    Accessible.role: Accessible.Heading
                }
                Rectangle {
                    width: parent.width
                    height: row.height + Theme.d(14)
                    color: pair.modelData.same ? "transparent" : Theme.amberSoft
                    Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
                    Row {
                        id: row
                        y: Theme.d(7)
                        width: parent.width
                        spacing: Theme.d(12)
                        T { width: sheet.first; leftPadding: Theme.d(8); text: pair.modelData.label; font.pixelSize: Theme.small; color: Theme.inkSoft }
                        T { width: sheet.half; text: pair.modelData.here }
                        T { width: sheet.half; text: pair.modelData.there }
                        T {
                            width: Theme.d(78)
                            horizontalAlignment: Text.AlignRight
                            text: words.say(pair.modelData.same ? "likeness.alike" : "likeness.differs", words.language)
                            font.pixelSize: Theme.small
                            font.weight: Font.Medium
                            color: pair.modelData.same ? Theme.jade : Theme.amber
                        }
                    }
                }
            }
        }
    }
}
