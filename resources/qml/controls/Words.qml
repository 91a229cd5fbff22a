import QtQml

// The words of the moment's language. Each is asked of Python once and kept: a page says a
// hundred of them, and every crossing may have to wait for the worker. Everything below Main.qml
// sees it as `words`.
QtObject {
    id: table
    property string language: speaker.language
    property var kept: ({})
    readonly property Connections learning: Connections {
        target: speaker
        function onLearned() {
            table.kept = {}
            table.languageChanged()
        }
    }

    function say(key, _language) {
        const said = kept[language] || (kept[language] = {})
        return key in said ? said[key] : (said[key] = speaker.say(key, language))
    }
    function fill(key, values, _language) {
        const said = say(key, language).replace(/\{(\w+)\}/g, (_, name) => values[name])
        return language === "en" ? said.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : said
    }
}
