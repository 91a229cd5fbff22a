import QtQuick
import QtQml.Models

// The keys 1 to 9 for what is numbered on a page.
Instantiator {
    id: keys
    property var rows: []
    signal pressed(string id)
    model: rows
    delegate: Shortcut {
        required property var modelData
        sequences: [modelData.key]
        enabled: !overlay.writing
        onActivated: keys.pressed(modelData.id)
    }
}
