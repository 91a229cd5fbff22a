import QtQuick

// A way in: icon, name and one line. The jade one is the main way. A `wide` one has the icon beside
// all words, a `beside` one beside its name alone. A `low` one stands where many must fit.
Press {
    id: tile
    property string title: ""
    property string sub: ""
    property string icon: ""
    property string note: ""
    property color noteTone: Theme.amber
    property bool primary: false
    property bool wide: false
    property bool beside: false
    property bool low: false
    readonly property color fore: primary ? Theme.white : Theme.ink
    name: title + "。" + sub + (note === "" ? "" : "。" + note)
    implicitHeight: inside.implicitHeight + Theme.d(low ? 28 : 64)

    Rectangle {
        anchors.fill: parent
        radius: Theme.d(20)
        color: tile.primary ? (tile.down ? Theme.jadeDeep : Theme.jade) : tile.down ? Theme.jadeSoft : Theme.card
        border.width: tile.primary ? 0 : Theme.hair
        border.color: Theme.edge
    }
    Grid {
        id: inside
        x: Theme.d(32)
        y: tile.wide ? (parent.height - height) / 2 : Theme.d(32)
        width: parent.width - Theme.d(64)
        columns: tile.wide ? 2 : 1
        columnSpacing: Theme.d(28)
        rowSpacing: Theme.d(16)
        verticalItemAlignment: Grid.AlignVCenter
        Row {
            id: head
            width: tile.beside ? inside.width : disc.width
            spacing: Theme.d(20)
            Rectangle {
                id: disc
                width: Theme.d(tile.primary ? 96 : 80)
                height: width
                radius: width / 2
                color: tile.primary ? Theme.jadeDeep : Theme.jadeSoft
                Icon {
                    anchors.centerIn: parent
                    name: tile.icon
                    size: parent.width * 0.56
                    color: tile.primary ? Theme.white : Theme.jade
                }
            }
            T {
                visible: tile.beside
                width: parent.width - disc.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                text: tile.title
                font.pixelSize: name.font.pixelSize
                font.weight: Font.Bold
                color: tile.fore
                Accessible.ignored: true
            }
        }
        Column {
            width: tile.wide ? inside.width - head.width - inside.columnSpacing : inside.width
            spacing: Theme.d(8)
            T {
                id: name
                width: parent.width
                visible: !tile.beside
                text: tile.title
                font.pixelSize: tile.primary ? Theme.heading : Theme.d(Theme.large ? 48 : 40)
                font.weight: Font.Bold
                color: tile.fore
                Accessible.ignored: true
            }
            T {
                width: parent.width
                visible: text !== ""
                text: tile.sub
                font.pixelSize: tile.primary ? Theme.d(Theme.large ? 40 : 32) : Theme.small
                color: tile.primary ? Theme.paleJade : Theme.inkSoft
                Accessible.ignored: true
            }
            T {
                width: parent.width
                visible: text !== ""
                text: tile.note
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: tile.primary ? Theme.white : tile.noteTone
                Accessible.ignored: true
            }
        }
    }
    FocusRing { of: tile; radius: Theme.d(26) }
}
