import QtQuick
import "../../controls"

// A day, typed as 2026-11-22, 20261122 or 11-22 (of `today`'s year); arrows go a day on or back.
// What is typed goes out as it is read; `problem` is for what cannot be.
DField {
    id: day
    property string today: ""
    signal chosen(string iso)
    maximum: 10
    hints: Qt.ImhDate
    placeholder: words.say("desk.day_as", words.language)
    onEdited: (text) => {
        const iso = read(text)
        if (iso !== "" || text === "")
            chosen(iso)
    }
    input.onEditingFinished: {
        const iso = read(input.text)
        if (iso !== "")
            input.text = iso
    }
    Keys.onUpPressed: move(1)
    Keys.onDownPressed: move(-1)

    function read(text) {
        const digits = text.replace(/[年月./]/g, "-").replace(/日/g, "")
        let found = digits.match(/^(\d{4})-?(\d{2})-?(\d{2})$/) || digits.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)
        if (!found && today !== "") {
            const short = digits.match(/^(\d{1,2})-(\d{1,2})$/)
            found = short ? [0, today.slice(0, 4), short[1], short[2]] : null
        }
        if (!found)
            return ""
        const iso = [found[1], String(found[2]).padStart(2, "0"), String(found[3]).padStart(2, "0")].join("-")
        const at = new Date(iso + "T00:00:00Z")
        return isNaN(at) || at.toISOString().slice(0, 10) !== iso ? "" : iso
    }
    function move(by) {
        const from = read(input.text) || today
        if (from === "")
            return
        const at = new Date(from + "T00:00:00Z")
        at.setUTCDate(at.getUTCDate() + by)
        input.text = at.toISOString().slice(0, 10)
    }
}
