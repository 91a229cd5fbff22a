import QtQuick

// One line of state: an icon and words. Tones: good, warn.
Row {
    id: note
    property string icon: "check"
    property string tone: "good"
    property string text: ""
    readonly property color fore: tone === "warn" ? Theme.amber : Theme.inkSoft
    spacing: Theme.d(12)
    Icon {
        id: mark
        y: (words_.font.pixelSize * 1.3 - height) / 2
        name: note.icon
        size: Theme.d(32)
        color: note.tone === "warn" ? Theme.amber : Theme.jade
    }
    T {
        id: words_
        width: note.width - mark.width - note.spacing
        text: note.text
        font.pixelSize: Theme.small
        font.weight: note.tone === "warn" ? Font.Medium : Font.Normal
        color: note.fore
    }
}
