import QtQuick

// Words on the screen. Either `key` (spoken in the language of the moment) or `text`.
Text {
    property string key: ""
    text: key === "" ? "" : words.say(key, words.language)
    textFormat: Text.PlainText
    color: Theme.ink
    font.family: Theme.font
    font.pixelSize: Theme.body
    wrapMode: Text.Wrap
    lineHeight: 0.9
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === "" || !visible
}
