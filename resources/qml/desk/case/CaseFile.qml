import QtQuick
import "../../controls"
import "../controls"

// The open case.
FocusScope {
    objectName: "file"
    Rectangle { anchors.fill: parent; color: Theme.paper }
}
