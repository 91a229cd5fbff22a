import QtQuick
import "../controls"

// The counter: where it is, when it is open and its telephone.
Pane {
    visible: kiosk.address !== "" || kiosk.hours !== "" || kiosk.phone !== ""
    T {
        width: parent.width
        key: "cover.counter"
        font.pixelSize: Theme.small
        color: Theme.inkSoft
    }
    T { objectName: "counterAddress"; width: parent.width; visible: text !== ""; text: kiosk.address
        font.weight: Font.Medium }
    T { width: parent.width; visible: text !== ""; text: kiosk.hours; font.weight: Font.Medium }
    T { width: parent.width; visible: text !== ""; text: kiosk.phone; font.weight: Font.Bold }
}
