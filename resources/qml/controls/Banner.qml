import QtQuick

// A strip that tells something and may be put away. Tones: jade, amber, seal.
Rectangle {
    id: banner
    property string tone: "jade"
    property string icon: "info"
    property string title: ""
    property string text: ""
    property string code: ""
    property string button: ""
    signal acted()
    readonly property color fore: tone === "seal" ? Theme.seal : tone === "amber" ? Theme.amber : Theme.jade
    radius: Theme.radius
    color: tone === "seal" ? Theme.sealSoft : tone === "amber" ? Theme.amberSoft : Theme.jadeSoft
    border.width: Theme.hair
    border.color: fore
    readonly property bool narrow: width < Theme.d(720) && code !== ""
    implicitHeight: column.implicitHeight + Theme.d(40) + (narrow && press.visible ? press.height + Theme.d(16) : 0)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + "。" + code + " " + text

    Icon {
        id: mark
        x: Theme.d(24)
        y: Theme.d(24)
        size: Theme.d(44)
        name: banner.icon
        color: banner.fore
    }
    Column {
        id: column
        x: Theme.d(92)
        y: Theme.d(20)
        width: parent.width - x - Theme.d(24) - (press.visible && !banner.narrow ? press.width + Theme.d(16) : 0)
        spacing: Theme.d(4)
        Flow {
            width: parent.width
            spacing: Theme.d(16)
            visible: banner.title !== "" || banner.code !== ""
            T {
                visible: text !== ""
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, told.visible ? told.height : 0)
                verticalAlignment: Text.AlignVCenter
                text: banner.title
                font.pixelSize: told.visible ? Theme.small : Theme.body
                font.weight: Font.Bold
                color: banner.fore
            }
            T {
                id: told
                objectName: "bannerCode"
                visible: text !== ""
                width: Math.min(implicitWidth, parent.width)
                text: banner.code
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                font.pixelSize: Theme.d(Theme.large ? 52 : 40)
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
            }
        }
        T {
            width: parent.width
            visible: text !== ""
            text: banner.text
            font.pixelSize: Theme.small
        }
    }
    Pill {
        id: press
        objectName: "bannerButton"
        visible: banner.button !== ""
        x: banner.narrow ? column.x : parent.width - width - Theme.d(20)
        y: banner.narrow ? column.y + column.height + Theme.d(16) : (parent.height - height) / 2
        text: banner.button
        onActed: banner.acted()
    }
}
