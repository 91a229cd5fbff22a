import QtQuick

// The red brand seal. Its words are a mark and stay Chinese.
Rectangle {
    property real size: Theme.d(88)
    width: size
    height: size
    radius: size * 0.14
    color: Theme.seal
    Text {
        anchors.centerIn: parent
        text: "知产\n快调"
        textFormat: Text.PlainText
        color: "#FFFFFF"
        font.family: Theme.font
        font.weight: Font.Bold
        font.pixelSize: Math.round(parent.size * 0.31)
        lineHeight: 0.9
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
