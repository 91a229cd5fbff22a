import QtQuick
import "../controls"

// A page of a paper as a picture, as wide as `of` says, moved sideways where it is wider than its place.
// `of` is told how wide that is, and has the page drawn for it. Seen `closer` it is as wide as lets its margins alone go: no line is cut.
Item {
    id: sheet
    property var of
    property string name: of.title + " " + of.where
    property string words: ""
    property bool closer: false
    readonly property real margins: 1.27
    readonly property bool trimmed: closer && of.width === 1
    property real shift: 0
    readonly property real over: Math.max(0, picture.width - width)
    height: picture.height
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: name
    Accessible.description: words
    readonly property int fine: Math.round(picture.width * Screen.devicePixelRatio)
    onFineChanged: if (of.picture !== "") of.fit(fine)
    function move(way) { shift = Math.max(0, Math.min(over, shift + way * width * 0.6)) }
    onOverChanged: shift = Math.min(shift, over)
    Image {
        id: picture
        readonly property real natural: implicitWidth > 0 ? implicitHeight / implicitWidth : 1.4
        objectName: "sheetPicture"
        x: sheet.trimmed ? -sheet.over / 2 : -sheet.shift
        width: Math.round(Math.min(sheet.width, Theme.d(natural > 2 ? 640 : 1160)) * (sheet.trimmed ? sheet.margins : sheet.of.width))
        height: Math.round(width * natural)
        cache: false
        smooth: true
        source: sheet.of.picture === "" ? "" : "image://thumbnail/" + sheet.of.picture + "?" + sheet.of.shown
        onStatusChanged: if (status === Image.Ready) sheet.of.fit(sheet.fine)
    }
    Rectangle {
        width: Math.min(picture.width, sheet.width)
        height: parent.height
        color: "transparent"
        border.width: Theme.hair
        border.color: Theme.line
    }
}
