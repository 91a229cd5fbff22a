import QtQuick
import "../controls"

// The counter: when it is open and its telephone.
Pane {
    visible: kiosk.hours !== "" || kiosk.phone !== ""
    T {
        width: parent.width
        key: "cover.counter"
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    T { width: parent.width; visible: text !== ""; text: kiosk.hours; font.weight: Font.Medium }
    T { width: parent.width; visible: text !== ""; text: kiosk.phone; font.weight: Font.Bold }
}
