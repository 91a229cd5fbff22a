import QtQuick
import "../../controls"
import "../controls"

// Which right the dispute is about; the form follows from it.
FocusScope {
    id: kind
    focus: true
    onActiveFocusChanged: if (activeFocus && !scroll.activeFocus && kinds.count > 0 && kinds.itemAt(0)) kinds.itemAt(0).forceActiveFocus(Qt.TabFocusReason)
    NumberKeys { rows: intake.kinds; onPressed: (id) => intake.choose(id) }
    Connections {
        target: desk
        function onBackAsked() { intake.back() }
    }
    DScroll {
        id: scroll
        anchors.fill: parent
        pad: Theme.margin
        Column {
            width: Math.min(parent.width, Theme.d(1120))
            spacing: Theme.gap
            Row {
                spacing: Theme.d(12)
                DButton { objectName: "back"; key: "desk.back"; small: true; keys: "Esc"; hears: false; onActed: intake.back() }
                DChip { anchors.verticalCenter: parent.verticalCenter; text: intake.way }
            }
            T {
                objectName: "intakeTitle"
                width: parent.width
                key: "intake.kind"
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            T { width: parent.width; text: intake.wayWhy; color: Theme.inkSoft }
            Grid {
                width: parent.width
                columns: width > Theme.d(760) ? 2 : 1
                spacing: Theme.d(12)
                Repeater {
                    id: kinds
                    model: intake.kinds
                    Answer {
                        required property var modelData
                        objectName: "kind_" + modelData.id
                        width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
                        number: modelData.key
                        title: modelData.title
                        sub: modelData.sub
                        onActed: intake.choose(modelData.id)
                    }
                }
            }
        }
    }
}
