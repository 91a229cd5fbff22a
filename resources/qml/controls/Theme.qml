pragma Singleton
import QtQuick

// Colours, sizes and type of kiosk and desk. Sizes are in design pixels of a 4.03 px/mm panel;
// d() turns them into pixels of the panel in front of the person. The desk is read from nearer
// and worked by keys and mouse: its type is half as large.
QtObject {
    property real scale: 1
    property bool large: false
    property bool portrait: true
    property bool compact: false
    property bool keyed: false
    property bool contrast: false
    property bool desk: false

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
    readonly property color sand: contrast ? "#FFFFFF" : "#EFEDE6"
    readonly property color night: contrast ? "#000000" : "#1B2438"
    readonly property color nightHere: contrast ? "#404040" : "#2D3A57"
    readonly property color nightInk: contrast ? "#FFFFFF" : "#B9C1D1"
    readonly property color mint: contrast ? "#FFE94A" : "#6FD0C2"

    readonly property string font: "Noto Sans SC"

    readonly property int small: desk ? d(large ? 19 : 15) : d(large ? 36 : 28)
    readonly property int body: desk ? d(large ? 23 : 18) : d(large ? 48 : 36)
    readonly property int heading: desk ? d(large ? 32 : 26) : d(large ? 68 : 56)
    readonly property int banner: desk ? d(large ? 44 : 36) : d(large ? 84 : 72)

    readonly property int g: d(8)
    readonly property int margin: desk ? d(24) : d(compact ? 40 : 48)
    readonly property int gap: desk ? d(16) : d(24)
    readonly property int radius: desk ? d(10) : d(16)
    readonly property int hair: Math.max(1, d((contrast ? 4 : 2) * (desk ? 0.5 : 1)))
    readonly property int bold: Math.max(2, d((contrast ? 7 : 4) * (desk ? 0.5 : 1)))
    readonly property int touch: desk ? d(large ? 48 : 40) : d(64)
    readonly property int primary: desk ? d(large ? 60 : 52) : d(compact ? 88 : 104)

    function d(n) { return Math.round(n * scale) }
}
