pragma Singleton
import QtQuick

// Colours, sizes and type of kiosk and desk. Sizes are in design pixels of a 4.03 px/mm panel;
// d() turns them into pixels of the panel in front of the person.
QtObject {
    property real scale: 1
    property bool large: false
    property bool portrait: true
    property bool compact: false
    property bool keyed: false
    property bool contrast: false

    // With high contrast black stands on white and yellow: 7:1 for words, 4.5:1 for edges and more.
    readonly property color paper: contrast ? "#FFFFFF" : "#F6F5F1"
    readonly property color card: "#FFFFFF"
    readonly property color ink: contrast ? "#000000" : "#1B2438"
    readonly property color inkSoft: contrast ? "#000000" : "#5A6478"
    readonly property color line: contrast ? "#595959" : "#DCDAD2"
    readonly property color edge: contrast ? "#000000" : "#7F858F"
    readonly property color off: contrast ? "#595959" : "#6B727D"
    readonly property color jade: contrast ? "#000000" : "#0F6E64"
    readonly property color jadeDeep: contrast ? "#404040" : "#0A4F48"
    readonly property color jadeSoft: contrast ? "#FFE94A" : "#E3F0ED"
    readonly property color white: "#FFFFFF"
    readonly property color paleJade: contrast ? "#FFFFFF" : "#DDF0EC"
    readonly property color seal: contrast ? "#990000" : "#B8392B"
    readonly property color sealSoft: contrast ? "#FFFFFF" : "#F8E7E3"
    readonly property color amber: contrast ? "#5A3A00" : "#8F5808"
    readonly property color amberSoft: contrast ? "#FFFFFF" : "#FAF0DC"

    readonly property string font: "Noto Sans SC"

    readonly property int small: d(large ? 36 : 28)
    readonly property int body: d(large ? 48 : 36)
    readonly property int heading: d(large ? 68 : 56)
    readonly property int banner: d(large ? 84 : 72)

    readonly property int g: d(8)
    readonly property int margin: d(compact ? 40 : 48)
    readonly property int gap: d(24)
    readonly property int radius: d(16)
    readonly property int hair: Math.max(1, d(contrast ? 4 : 2))
    readonly property int bold: d(contrast ? 7 : 4)
    readonly property int touch: d(64)
    readonly property int primary: d(compact ? 88 : 104)

    function d(n) { return Math.round(n * scale) }
}
