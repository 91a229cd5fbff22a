import QtQuick
import "../../controls"
import "../controls"

// A labelled value, with the way to correct it where it can be.
Item {
    id: line
    property var line: ({})
    property real labelWidth: Math.min(Theme.d(Theme.large ? 200 : 150), width * 0.32)
    implicitHeight: Math.max(label.implicitHeight, value.implicitHeight, pen.visible ? pen.height : 0)
    T {
        id: label
        width: line.labelWidth
        rightPadding: Theme.d(10)
        topPadding: pen.visible ? Theme.d(4) : 0
        text: line.line.label
        color: Theme.inkSoft
    }
    T {
        id: value
        x: line.labelWidth
        width: parent.width - x - (mended.visible ? mended.width + Theme.d(8) : 0) - (pen.visible ? pen.width + Theme.d(4) : 0)
        topPadding: label.topPadding
        text: line.line.value
    }
    DChip {
        id: mended
        x: parent.width - width - (pen.visible ? pen.width + Theme.d(8) : 0)
        y: Theme.d(3)
        text: line.line.corrected ? words.say("case.corrected", words.language) : ""
        tone: "sand"
    }
    DButton {
        id: pen
        objectName: "correct_" + line.line.field
        visible: line.line.field !== ""
        x: parent.width - width
        bare: true
        small: true
        icon: "pen"
        name: words.fill("case.correct_name", {label: line.line.label}, words.language)
        onActed: case_.correct(line.line.field)
    }
}
