import QtQuick
import "../../controls"
import "../controls"

// One piece of evidence, large: zoomed and turned by keys, its pages, what is known of it, the next and the one before.
Over {
    id: viewer
    readonly property var evidence: case_.evidence
    called: "exhibit"
    title: evidence.name
    lead: evidence.place
    hint: words.say("case.ev_keys", words.language)
    wide: width
    tall: height
    onGone: evidence.close()
    function arrive() { stage.forceActiveFocus(Qt.TabFocusReason) }
    buttons: [
        DButton { objectName: "pieceBefore"; icon: "left"; key: "case.piece_before"; keys: "←"; hears: false
                  enabled: !viewer.evidence.first; onActed: viewer.evidence.step(-1) },
        DButton { objectName: "pieceAfter"; icon: "right"; key: "case.piece_after"; keys: "→"; hears: false
                  enabled: !viewer.evidence.last; onActed: viewer.evidence.step(1) },
        DButton { objectName: "exhibitClose"; key: "case.close"; keys: "Esc"; hears: false; onActed: viewer.gone() }
    ]
    Rectangle {
        id: stage
        objectName: "exhibitStage"
        width: parent.width - told.width
        height: parent.height
        color: Theme.night
        clip: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: viewer.evidence.name
        Keys.onPressed: (event) => {
            const e = viewer.evidence
            const deeds = {
                [Qt.Key_Right]: () => e.zoom > 1 ? flick.pan(1, 0) : e.step(1), [Qt.Key_Left]: () => e.zoom > 1 ? flick.pan(-1, 0) : e.step(-1),
                [Qt.Key_Down]: () => flick.pan(0, 1), [Qt.Key_Up]: () => flick.pan(0, -1),
                [Qt.Key_PageDown]: () => e.turn(1), [Qt.Key_PageUp]: () => e.turn(-1),
                [Qt.Key_Plus]: () => e.enlarge(1), [Qt.Key_Equal]: () => e.enlarge(1), [Qt.Key_Minus]: () => e.enlarge(-1),
                [Qt.Key_0]: () => e.enlarge(0), [Qt.Key_R]: () => e.rotate(event.modifiers & Qt.ShiftModifier ? -1 : 1)
            }
            event.accepted = event.key in deeds
            if (event.accepted)
                deeds[event.key]()
        }
        Flickable {
            id: flick
            anchors.fill: parent
            anchors.margins: Theme.d(16)
            visible: viewer.evidence.picture !== ""
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            contentWidth: Math.max(width, frame.width)
            contentHeight: Math.max(height, frame.height)
            function pan(x, y) {
                contentX = Math.max(0, Math.min(contentX + x * width * 0.3, contentWidth - width))
                contentY = Math.max(0, Math.min(contentY + y * height * 0.3, contentHeight - height))
            }
            Item {
                id: frame
                readonly property bool lying: viewer.evidence.angle % 180 !== 0
                readonly property real shown: picture.implicitWidth > 0
                    ? Math.min(flick.width / (lying ? picture.implicitHeight : picture.implicitWidth),
                               flick.height / (lying ? picture.implicitWidth : picture.implicitHeight)) * viewer.evidence.zoom : 1
                width: (lying ? picture.implicitHeight : picture.implicitWidth) * shown
                height: (lying ? picture.implicitWidth : picture.implicitHeight) * shown
                x: Math.max(0, (flick.width - width) / 2)
                y: Math.max(0, (flick.height - height) / 2)
                Image {
                    id: picture
                    objectName: "exhibitPicture"
                    anchors.centerIn: parent
                    width: implicitWidth * frame.shown
                    height: implicitHeight * frame.shown
                    rotation: viewer.evidence.angle
                    source: viewer.evidence.picture
                    smooth: true
                    mipmap: true
                    cache: false
                    Accessible.ignored: true
                }
            }
        }
        Column {
            visible: viewer.evidence.picture === "" || viewer.evidence.looking
            anchors.centerIn: parent
            width: parent.width - Theme.d(64)
            spacing: Theme.d(12)
            Icon { anchors.horizontalCenter: parent.horizontalCenter; size: Theme.d(72); weight: 1.4; color: Theme.white
                   name: viewer.evidence.trouble ? "warn" : viewer.evidence.icon }
            T { objectName: "exhibitTold"; width: parent.width; horizontalAlignment: Text.AlignHCenter; color: Theme.white
                text: viewer.evidence.told }
        }
        Rectangle {
            visible: viewer.evidence.film && viewer.evidence.picture !== ""
            x: Theme.d(24)
            y: Theme.d(24)
            width: poster.width + Theme.d(24)
            height: poster.height + Theme.d(12)
            radius: height / 2
            color: Theme.ink
            Row {
                id: poster
                anchors.centerIn: parent
                spacing: Theme.d(8)
                Icon { name: "film"; size: Theme.d(22); color: Theme.white }
                T { key: "case.poster"; color: Theme.white; wrapMode: Text.NoWrap }
            }
        }
    }
    Rectangle {
        id: told
        x: stage.width
        width: Math.min(Theme.d(Theme.large ? 420 : 340), parent.width * 0.36)
        height: parent.height
        color: Theme.card
        DScroll {
            anchors.fill: parent
            pad: Theme.d(20)
            spacing: Theme.d(14)
            Flow {
                width: parent.width
                spacing: Theme.d(6)
                DButton { objectName: "exhibitSmaller"; small: true; icon: "minus"; keys: "−"; hears: false; name: words.say("case.smaller", words.language); onActed: viewer.evidence.enlarge(-1) }
                DButton { objectName: "exhibitLarger"; small: true; icon: "plus"; keys: "+"; hears: false; name: words.say("case.larger", words.language); onActed: viewer.evidence.enlarge(1) }
                DButton { objectName: "exhibitFit"; small: true; key: "case.fit"; keys: "0"; hears: false; onActed: viewer.evidence.enlarge(0) }
                DButton { objectName: "exhibitTurn"; small: true; icon: "turn"; key: "case.rotate"; keys: "R"; hears: false; onActed: viewer.evidence.rotate(1) }
            }
            Flow {
                visible: viewer.evidence.pages !== ""
                width: parent.width
                spacing: Theme.d(6)
                DButton { objectName: "pageBefore"; small: true; icon: "up"; keys: "PgUp"; hears: false; name: words.say("evidence.page_before", words.language); onActed: viewer.evidence.turn(-1) }
                DButton { objectName: "pageAfter"; small: true; icon: "down"; keys: "PgDn"; hears: false; name: words.say("evidence.page_after", words.language); onActed: viewer.evidence.turn(1) }
                T { objectName: "exhibitPages"; height: Theme.d(34); verticalAlignment: Text.AlignVCenter; text: viewer.evidence.pages }
            }
            Repeater {
                model: viewer.evidence.details
                Column {
                    required property var modelData
                    width: parent.width
                    T { width: parent.width; text: parent.modelData.label; font.pixelSize: Theme.small; color: Theme.inkSoft }
                    T { width: parent.width; text: parent.modelData.value; wrapMode: Text.Wrap }
                }
            }
        }
    }
}
