import QtQuick

// The head of a public page: the seal (five presses open the way out for staff), whose station
// this is, text size and language.
Item {
    id: header
    property string station: ""
    property bool slim: Theme.compact
    signal sealed()
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
        width: pills.x - x - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        T {
            width: parent.width
            key: "common.product"
            font.pixelSize: Theme.d(header.slim ? 30 : 36)
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
        id: pills
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.d(16)
        Pill {
            objectName: "large"
            icon: "large"
            key: Theme.large ? "common.plain_size" : "common.large_size"
            on: Theme.large
            onActed: header.sized()
        }
        Pill {
            objectName: "language"
            icon: "globe"
            key: "common.other_language"
            onActed: header.spoken()
        }
    }
}
