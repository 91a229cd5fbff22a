import QtQuick

// The head of a public page: the seal (five presses open the way out for staff), whose station
// this is, and what makes the page easier: read aloud, contrast, text size, language.
Item {
    id: header
    property string station: ""
    property bool slim: Theme.compact
    property bool voiced: false
    property bool reading: false
    signal sealed()
    signal heard()
    signal sharpened()
    signal sized()
    signal spoken()
    implicitHeight: Math.max(Theme.d(slim ? 104 : 144), titles.implicitHeight + Theme.d(24))

    Press {
        id: seal
        objectName: "seal"
        x: Theme.margin
        width: Theme.d(header.slim ? 72 : 88)
        height: width
        anchors.verticalCenter: parent.verticalCenter
        repeats: true
        activeFocusOnTab: false
        name: words.say("common.seal", words.language)
        onActed: header.sealed()
        Seal { size: parent.width }
    }
    Column {
        id: titles
        x: seal.x + seal.width + Theme.gap
        width: tools.x - x - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        T {
            width: parent.width
            key: "common.product"
            font.pixelSize: Theme.d(header.slim ? 30 : 34)
            font.weight: Font.Bold
        }
        T {
            objectName: "stationName"
            width: parent.width
            visible: text !== ""
            text: header.station
            font.pixelSize: Theme.d(28)
            color: Theme.inkSoft
        }
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.d(10)
        Loader {
            active: header.voiced
            visible: active
            sourceComponent: Tool {
                objectName: "aloud"
                icon: header.reading ? "stop" : "speak"
                key: header.reading ? "common.stop_reading" : "common.read_aloud"
                on: header.reading
                onActed: header.heard()
            }
        }
        Tool {
            objectName: "contrast"
            icon: "contrast"
            key: "common.contrast"
            on: Theme.contrast
            onActed: header.sharpened()
        }
        Tool {
            objectName: "large"
            icon: "large"
            key: "common.large_size"
            on: Theme.large
            onActed: header.sized()
        }
        Tool {
            objectName: "language"
            icon: "globe"
            key: "common.other_language"
            toggles: false
            onActed: header.spoken()
        }
    }
}
