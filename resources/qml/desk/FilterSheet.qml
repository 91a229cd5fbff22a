import QtQuick
import "../controls"
import "controls"

// Narrows the queue; with a name, keeps the list.
DSheet {
    id: sheet
    readonly property var form: queue.filterForm
    title: words.say("desk.narrow", words.language)
    primary: words.say("desk.narrow_go", words.language)
    onAccepted: form.accept()
    onDismissed: form.leave()

    component Group: Column {
        property string title: ""
        default property alias inside: ways.data
        width: parent.width
        spacing: Theme.d(6)
        T { text: parent.title; font.weight: Font.Medium }
        Flow { id: ways; width: parent.width; spacing: Theme.d(6) }
    }
    Group {
        title: words.say("desk.by_track", words.language)
        Repeater {
            model: sheet.form.tracks
            DCheck {
                required property var modelData
                objectName: "track_" + modelData.id
                text: modelData.label
                on: modelData.on
                onActed: sheet.form.toggleTrack(modelData.id)
            }
        }
    }
    Group {
        title: words.say("desk.by_day", words.language)
        Repeater {
            model: sheet.form.near
            DCheck {
                required property var modelData
                objectName: "near_" + modelData.id
                text: modelData.label
                on: modelData.on
                onActed: sheet.form.chooseUrgency(modelData.id)
            }
        }
    }
    Row {
        width: parent.width
        spacing: Theme.gap
        DDay {
            width: (parent.width - parent.spacing) / 2
            boxName: "since"
            label: words.say("desk.filed_since", words.language)
            today: station.day
            value: sheet.form.since
            optional: true
            onChosen: (iso) => sheet.form.setDay("since", iso)
        }
        DDay {
            width: (parent.width - parent.spacing) / 2
            boxName: "until"
            label: words.say("desk.filed_until", words.language)
            today: station.day
            value: sheet.form.until
            optional: true
            onChosen: (iso) => sheet.form.setDay("until", iso)
        }
    }
    DField {
        width: parent.width
        boxName: "filterName"
        label: words.say("desk.keep_as", words.language)
        hint: words.say("desk.keep_as_hint", words.language)
        optional: true
        maximum: 30
        value: sheet.form.name
        onEdited: (text) => sheet.form.setName(text)
    }
}
