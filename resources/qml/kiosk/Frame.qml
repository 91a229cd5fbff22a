import QtQuick
import "../controls"

// What every page has: head, way so far, content that scrolls, the one primary action with Back
// beside it, and the ways to call staff, hide and end. Portrait puts the actions at the foot,
// landscape in a column on the right.
FocusScope {
    id: frame
    default property alias inside: body.data
    property string title: ""
    property string lead: ""
    property string primary: ""
    property bool primaryEnabled: true
    property string primaryIcon: ""
    property string back: words.say("common.back", words.language)
    property bool showBack: true
    property bool backEnabled: true
    property bool inSession: true
    // Staff sit beside whoever is at a screen that a desk has: nobody to call, nothing to end.
    property bool attended: false
    property var notes: []
    property int titleSize: Theme.heading
    property real widest: Theme.d(1440)
    property var problems: []
    property var steps: []
    property int step: 0
    property alias actions: extra.data
    readonly property bool tight: height < Theme.d(720)
    readonly property bool cramped: tight || !Theme.portrait
                                    && buttons.height + 3 * Theme.d(Theme.large ? 120 : 84) + Theme.d(72) > foot.height
    readonly property bool broad: !Theme.portrait && width >= Theme.d(1560)
    // So low that Back and Next share a line, in landscape too.
    readonly property bool flat: height < Theme.d(320)
    readonly property bool headed: height >= Theme.d(480)
    readonly property bool railed: steps.length > 0
    readonly property real side: Theme.portrait ? 0 : Theme.d(width >= Theme.d(1400) ? 400 : 328)
    readonly property alias scroll: scroll
    signal next()
    signal goBack()
    signal problemChosen(string question)

    focus: true

    // Called when the page has come up or its content was exchanged.
    function arrive() {
        scroll.toTop()
        if (summary.visible)
            summary.forceActiveFocus()
        else
            heading.forceActiveFocus()
    }
    function goOn() {
        told = 0
        Qt.inputMethod.commit()
        next()
    }
    // A problem mended takes nobody away from where they are; a new one leads to the summary.
    property int told: 0
    onProblemsChanged: {
        if (problems.length > told) {
            scroll.toTop()
            summary.forceActiveFocus()
        }
        told = problems.length
    }

    Header {
        id: header
        visible: frame.headed
        height: visible ? implicitHeight : 0
        width: parent.width
        station: kiosk.station
        // The voice comes after the first frame.
        voiced: typeof aloud !== "undefined" && aloud.able
        reading: voiced && aloud.reading
        onHeard: aloud.press()
        onSealed: kiosk.pressSeal()
        onSharpened: kiosk.changeContrast()
        onSized: kiosk.changeSize()
        onSpoken: kiosk.changeLanguage()
    }
    Rail {
        id: lying
        visible: frame.railed && Theme.portrait && !frame.tight
        x: Theme.d(24)
        y: header.height + Theme.d(8)
        width: parent.width - Theme.d(48)
        height: visible ? implicitHeight + Theme.d(16) : 0
        steps: Theme.portrait ? frame.steps : []
        at: frame.step
    }
    Rail {
        visible: frame.railed && frame.broad && !frame.tight
        x: Theme.margin
        y: header.height + Theme.d(24)
        width: Theme.d(272)
        height: implicitHeight
        standing: true
        steps: frame.broad ? frame.steps : []
        at: frame.step
    }
    Scroll {
        id: scroll
        objectName: "scroll"
        readonly property real railRoom: frame.broad && frame.railed ? Theme.d(320) : 0
        x: railRoom + Theme.margin - Theme.d(24)
        y: header.height + lying.height
        width: Math.min(parent.width - x - frame.side - Theme.margin + Theme.d(24),
                        frame.widest)
        height: parent.height - y - (Theme.portrait ? foot.height : 0)
        spacing: 0
        Column {
            id: body
            objectName: "body"
            width: parent.width
            spacing: Theme.gap
            ErrorSummary {
                id: summary
                width: parent.width
                problems: frame.problems
                onChosen: (question) => frame.problemChosen(question)
            }
            T {
                visible: frame.railed && !Theme.portrait && !frame.broad
                width: parent.width
                text: frame.railed ? words.fill("common.step", {n: frame.step + 1, all: frame.steps.length,
                                                name: frame.steps[frame.step]}, words.language) : ""
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: Theme.jade
            }
            T {
                id: heading
                objectName: "title"
                visible: text !== ""
                width: parent.width
                text: frame.title
                font.pixelSize: frame.titleSize
                font.weight: Font.Bold
                activeFocusOnTab: false
                Accessible.role: Accessible.Heading
            }
            T {
                objectName: "lead"
                visible: text !== ""
                width: parent.width
                text: frame.lead
                color: Theme.inkSoft
            }
        }
    }

    Rectangle {
        id: foot
        readonly property real pad: Theme.portrait ? Theme.margin : Theme.d(24)
        x: Theme.portrait ? 0 : parent.width - frame.side
        y: Theme.portrait ? parent.height - height : header.height
        width: Theme.portrait ? parent.width : frame.side
        height: Theme.portrait ? buttons.height + (pills.visible ? pills.height + Theme.d(20) : 0) + Theme.d(48)
                               : parent.height - y
        color: Theme.portrait ? Theme.card : "transparent"
        Rectangle {
            width: Theme.portrait ? parent.width : Theme.hair
            height: Theme.portrait ? Theme.hair : parent.height
            color: Theme.line
        }
        // Tab comes to things in the order in which they are read: lying, the pills stand last, else first.
        Item { id: early }
        Grid {
            id: buttons
            x: foot.pad
            y: Theme.portrait ? Theme.d(24) : foot.height - height - Theme.d(frame.tight ? 12 : 24)
            width: parent.width - 2 * foot.pad
            columns: Theme.portrait || frame.flat ? 2 : 1
            layoutDirection: Qt.LeftToRight
            spacing: Theme.d(frame.tight ? 12 : 20)
            readonly property real backWidth: !Theme.portrait ? (frame.flat && frame.primary !== "" ? (width - spacing) * 0.45 : width)
                : frame.primary === "" ? width : Math.max(width * 0.3, backButton.implicitWidth)
            Item {
                id: extra
                visible: !Theme.portrait && !frame.tight && children.length > 0
                width: parent.width
                height: childrenRect.height
            }
            Big {
                id: backButton
                objectName: "back"
                visible: frame.showBack
                width: buttons.backWidth
                height: Theme.portrait || frame.flat ? Math.max(implicitHeight, nextButton.implicitHeight) : implicitHeight
                ghost: true
                low: frame.tight
                enabled: frame.backEnabled
                text: frame.back
                onActed: frame.goBack()
            }
            Big {
                id: nextButton
                objectName: "next"
                visible: frame.primary !== ""
                width: (Theme.portrait || frame.flat) && frame.showBack ? buttons.width - buttons.backWidth - buttons.spacing
                                                        : buttons.width
                height: Theme.portrait || frame.flat ? Math.max(implicitHeight, backButton.implicitHeight) : implicitHeight
                low: frame.tight
                enabled: frame.primaryEnabled
                text: frame.primary
                icon: frame.primaryIcon
                onActed: frame.goOn()
            }
        }
        Item { id: late }
        Flow {
            id: pills
            parent: Theme.portrait ? late : early
            visible: height > 0
            x: foot.pad
            y: Theme.portrait ? buttons.y + buttons.height + Theme.d(20) : Theme.d(frame.tight ? 8 : 16)
            width: foot.width - 2 * foot.pad
            spacing: Theme.d(16)
            Pill {
                id: callStaff
                objectName: "callStaff"
                visible: !frame.attended
                width: Theme.portrait || frame.cramped ? implicitWidth : parent.width
                bare: frame.cramped
                flush: !Theme.portrait
                icon: "bell"
                key: "common.call_staff"
                onActed: kiosk.callStaff()
            }
            Column {
                objectName: "status"
                visible: frame.notes.length > 0 && !frame.tight
                width: Theme.portrait ? parent.width - callStaff.width - Theme.d(16) : parent.width
                spacing: Theme.d(Theme.portrait ? 4 : 12)
                Repeater {
                    model: frame.notes
                    Note { width: parent.width; icon: modelData.icon; tone: modelData.tone; text: modelData.words }
                }
            }
            Pill {
                objectName: "hide"
                visible: frame.inSession
                width: Theme.portrait || frame.cramped ? implicitWidth : parent.width
                bare: frame.cramped
                flush: !Theme.portrait
                icon: "hide"
                key: "common.hide"
                onActed: kiosk.hide()
            }
            Pill {
                objectName: "end"
                visible: frame.inSession && !frame.attended
                width: Theme.portrait || frame.cramped ? implicitWidth : parent.width
                bare: frame.cramped
                flush: !Theme.portrait
                icon: "leave"
                key: "common.end"
                onActed: kiosk.askEnd()
            }
        }
    }
}
