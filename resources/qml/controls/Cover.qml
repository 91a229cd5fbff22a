import QtQuick

// A page over everything: a question, a warning, a fault. Nothing under it can be touched.
FocusScope {
    id: cover
    default property alias inside: column.data
    property string icon: "info"
    property color tone: Theme.jade
    property string title: ""
    property string text: ""
    readonly property alias scroll: scroll
    anchors.fill: parent
    Accessible.role: Accessible.Dialog
    Accessible.name: title + "。" + text

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    MouseArea { anchors.fill: parent; onWheel: (wheel) => wheel.accepted = true }
    readonly property real aside: Theme.portrait ? 0 : Theme.d(152)
    Scroll {
        id: scroll
        width: Math.min(parent.width - 2 * Theme.margin, Theme.d(1000) + cover.aside)
        x: (parent.width - width) / 2
        y: Math.max(Theme.d(32), Math.min(parent.height * 0.2, (parent.height - flick.contentHeight) / 2))
        height: parent.height - y - Theme.d(32)
        Item {
            width: parent.width
            height: column.height
            Rectangle {
                id: disc
                width: Theme.d(112)
                height: width
                radius: width / 2
                color: Theme.card
                border.width: Theme.d(4)
                border.color: cover.tone
                Icon {
                    anchors.centerIn: parent
                    size: parent.width * 0.56
                    name: cover.icon
                    color: cover.tone
                }
            }
            Column {
                id: column
                x: cover.aside
                width: parent.width - cover.aside
                topPadding: Theme.portrait ? disc.height + Theme.gap : Theme.d(12)
                spacing: Theme.compact ? Theme.d(16) : Theme.gap
                T {
                    objectName: "coverTitle"
                    width: parent.width
                    text: cover.title
                    font.pixelSize: Theme.heading
                    font.weight: Font.Bold
                    Accessible.role: Accessible.Heading
                }
                T {
                    width: parent.width
                    visible: text !== ""
                    text: cover.text
                }
            }
        }
    }
}
