import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import "../../../../../controls"

// The keyboard on the screen in the kiosk's own colours: white keys, jade for the one that ends.
KeyboardStyle {
    id: board

    keyboardDesignWidth: 2560
    keyboardDesignHeight: 830
    keyboardRelativeLeftMargin: 6 / keyboardDesignWidth
    keyboardRelativeRightMargin: 6 / keyboardDesignWidth
    keyboardRelativeTopMargin: 6 / keyboardDesignHeight
    keyboardRelativeBottomMargin: 6 / keyboardDesignHeight
    keyboardBackground: Rectangle { color: Theme.line }

    component Face: Rectangle {
        property var key
        property bool quiet: false
        property bool main: false
        anchors.fill: parent
        anchors.margins: Theme.d(4)
        radius: Theme.d(8)
        color: main ? (key && key.pressed ? Theme.jadeDeep : Theme.jade)
             : key && key.pressed ? Theme.jadeSoft : quiet ? Theme.paper : Theme.card
        border.width: main ? 0 : 1
        border.color: Theme.edge
    }
    component Label: Text {
        property bool dim: false
        anchors.fill: parent
        anchors.margins: Theme.d(4)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        fontSizeMode: Text.Fit
        minimumPixelSize: 12
        color: dim ? Theme.inkSoft : Theme.ink
        font.family: Theme.font
        font.pixelSize: Theme.d(36)
    }
    component Sign: Icon {
        anchors.centerIn: parent
        size: Theme.d(44)
    }

    keyPanel: KeyPanel {
        id: plain
        Face {
            key: plain.control
            quiet: plain.control ? plain.control.highlighted : false
            Label {
                text: plain.control ? plain.control.displayText : ""
                font.capitalization: plain.control && plain.control.uppercased ? Font.AllUppercase
                                                                               : Font.MixedCase
                opacity: plain.control && plain.control.enabled ? 1 : 0.3
            }
        }
    }
    backspaceKeyPanel: KeyPanel {
        id: backspace
        Face { key: backspace.control; quiet: true; Sign { name: "backspace" } }
    }
    languageKeyPanel: KeyPanel {
        id: language
        Face {
            key: language.control
            quiet: true
            Sign { name: "globe"; opacity: language.control && language.control.enabled ? 1 : 0.3 }
        }
    }
    enterKeyPanel: KeyPanel {
        id: enter
        Face { key: enter.control; main: true; Sign { name: "enter"; color: Theme.white } }
    }
    hideKeyPanel: KeyPanel {
        id: hide
        Face { key: hide.control; quiet: true; Sign { name: "keyboard" } }
    }
    shiftKeyPanel: KeyPanel {
        id: shift
        Face {
            key: shift.control
            quiet: !InputContext.uppercase
            color: InputContext.capsLockActive ? Theme.jadeSoft : quiet ? Theme.paper : Theme.card
            Sign {
                name: "shift"
                color: InputContext.uppercase ? Theme.jade : Theme.ink
                opacity: shift.control && shift.control.enabled ? 1 : 0.3
            }
        }
    }
    spaceKeyPanel: KeyPanel {
        id: space
        Face {
            key: space.control
            Label {
                text: Qt.locale(InputContext.locale).nativeLanguageName
                dim: true
                font.pixelSize: Theme.d(28)
            }
        }
    }
    symbolKeyPanel: KeyPanel {
        id: symbol
        Face {
            key: symbol.control
            quiet: true
            Label { text: symbol.control ? symbol.control.displayText : ""; font.pixelSize: Theme.d(28) }
        }
    }
    modeKeyPanel: KeyPanel {
        id: mode
        Face {
            key: mode.control
            quiet: true
            Label {
                text: mode.control ? mode.control.displayText : ""
                font.pixelSize: Theme.d(28)
                color: mode.control && mode.control.mode ? Theme.jade : Theme.ink
            }
        }
    }
    handwritingKeyPanel: KeyPanel {
        id: writing
        Face { key: writing.control; quiet: true; Sign { name: "pen" } }
    }

    characterPreviewMargin: 0
    characterPreviewDelegate: Item {
        property string text
        property string flickLeft
        property string flickTop
        property string flickRight
        property string flickBottom
        Rectangle {
            anchors.fill: parent
            radius: Theme.d(8)
            color: Theme.jade
            Label { text: parent.parent.text; color: Theme.white; font.pixelSize: Theme.d(48) }
        }
    }
    alternateKeysListItemWidth: Math.round(180 * scaleHint)
    alternateKeysListItemHeight: Math.round(190 * scaleHint)
    alternateKeysListDelegate: Item {
        width: board.alternateKeysListItemWidth
        height: board.alternateKeysListItemHeight
        Label { text: model.text; color: Theme.white }
    }
    alternateKeysListHighlight: Rectangle { radius: Theme.d(8); color: Theme.jadeDeep }
    alternateKeysListBackground: Rectangle { radius: Theme.d(8); color: Theme.jade }

    selectionListHeight: Math.round(160 * scaleHint)
    selectionListDelegate: SelectionListItem {
        id: candidate
        width: Math.max(Theme.d(72), words.implicitWidth + Theme.d(36))
        Text {
            id: words
            anchors.centerIn: parent
            text: decorateText(display, wordCompletionLength)
            color: candidate.ListView.isCurrentItem ? Theme.jade : Theme.ink
            font.family: Theme.font
            font.weight: candidate.ListView.isCurrentItem ? Font.Bold : Font.Normal
            font.pixelSize: Theme.d(36)
            function decorateText(text, completion) {
                return completion > 0 ? text.slice(0, -completion) + "<u>" + text.slice(-completion) + "</u>" : text
            }
        }
        Rectangle { anchors.right: parent.right; y: parent.height * 0.2; width: 1; height: parent.height * 0.6
                    color: Theme.line }
    }
    selectionListBackground: Rectangle { color: Theme.card }
    navigationHighlight: Rectangle { color: "transparent"; border.width: Theme.d(4); border.color: Theme.ink }

    popupListDelegate: SelectionListItem {
        width: popup.implicitWidth + Theme.d(48)
        height: Theme.d(72)
        property real cursorAnchor: popup.x + popup.width
        Text { id: popup; anchors.centerIn: parent; text: display; color: Theme.ink; font.family: Theme.font
               font.pixelSize: Theme.d(36); textFormat: Text.PlainText }
    }
    popupListBackground: Rectangle { color: Theme.card; border.width: 1; border.color: Theme.edge }
    languagePopupListEnabled: false
    languageListDelegate: SelectionListItem {
        width: tongue.implicitWidth + Theme.d(48)
        height: Theme.d(72)
        Text { id: tongue; anchors.centerIn: parent; text: languageNameFormatter.elidedText || ""
               color: Theme.ink; font.family: Theme.font; font.pixelSize: Theme.d(28) }
        property QtObject languageNameFormatter: TextMetrics { text: displayName || "" }
    }
    languageListHighlight: Rectangle { color: Theme.jadeSoft }
    languageListBackground: Rectangle { color: Theme.card; border.width: 1; border.color: Theme.edge }
    functionPopupListDelegate: Item { width: 0; height: 0 }
}
