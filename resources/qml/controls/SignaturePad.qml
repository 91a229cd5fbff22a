import QtQuick

// Where a person signs with a finger or pen. Each finished stroke leaves as [x, y, ms] points:
// x and y in thousandths of a pad three times as wide as high, in whose middle this one lies, so that
// a signature keeps its shape on paper; ms since the pen first touched.
Rectangle {
    id: pad
    property bool empty: true
    property string hint: ""
    signal stroke(var points)
    property var points: []
    property real began: 0
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.d(3)
    border.color: Theme.edge
    Accessible.role: Accessible.Canvas
    Accessible.name: hint

    function clear() {
        points = []
        began = 0
        empty = true
        var c = canvas.getContext("2d")
        if (c) {
            c.clearRect(0, 0, canvas.width, canvas.height)
            canvas.requestPaint()
        }
    }
    function mark(x, y) {
        var whole = Math.max(width, 3 * height)
        var inX = Math.max(0, Math.min(1000, Math.round(500 + 1000 * (x - width / 2) / whole)))
        var inY = Math.max(0, Math.min(1000, Math.round(500 + 3000 * (y - height / 2) / whole)))
        points.push([inX, inY, Math.round(Date.now() - began)])
    }

    T {
        visible: pad.empty
        anchors.centerIn: parent
        width: parent.width - Theme.d(64)
        horizontalAlignment: Text.AlignHCenter
        text: pad.hint
        color: Theme.inkSoft
    }
    Rectangle {
        x: Theme.d(48)
        width: parent.width - Theme.d(96)
        y: parent.height * 0.78
        height: Theme.hair
        color: Theme.line
    }
    Canvas {
        id: canvas
        anchors.fill: parent
        renderTarget: Canvas.Image
        renderStrategy: Canvas.Immediate
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        property real lastX
        property real lastY
        function draw(x, y) {
            var c = canvas.getContext("2d")
            if (!c)
                return
            c.strokeStyle = String(Theme.ink)
            c.lineWidth = Theme.d(6)
            c.lineCap = "round"
            c.lineJoin = "round"
            c.beginPath()
            c.moveTo(lastX, lastY)
            c.lineTo(x + 0.01, y)
            c.stroke()
            var r = Theme.d(8)
            canvas.markDirty(Qt.rect(Math.min(lastX, x) - r, Math.min(lastY, y) - r,
                                     Math.abs(x - lastX) + 2 * r, Math.abs(y - lastY) + 2 * r))
            lastX = x
            lastY = y
        }
        onPressed: (mouse) => {
            if (pad.began === 0)
                pad.began = Date.now()
            pad.points = []
            pad.empty = false
            lastX = mouse.x
            lastY = mouse.y
            pad.mark(mouse.x, mouse.y)
            draw(mouse.x, mouse.y)
        }
        onPositionChanged: (mouse) => {
            pad.mark(mouse.x, mouse.y)
            draw(mouse.x, mouse.y)
        }
        onReleased: {
            pad.stroke(pad.points)
            pad.points = []
        }
        onCanceled: {
            pad.stroke(pad.points)
            pad.points = []
        }
    }
}
