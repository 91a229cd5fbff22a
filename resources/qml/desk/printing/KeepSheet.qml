import QtQuick
import "../../controls"
import "../controls"

// A printer is added, from those that were found or by its address, or changed.
DSheet {
    id: sheet
    property var of
    readonly property bool adding: of.sheet === "add"
    readonly property var typed: of.typed
    title: adding ? words.say("printing_page.add", words.language) : words.fill("printing_page.change_title", {name: typed.name}, words.language)
    primary: words.say(adding ? "printing_page.add_go" : "printing_page.keep", words.language)
    wide: Theme.d(Theme.large ? 980 : 820)
    onAccepted: of.accept()
    onDismissed: of.leave()
    DLabel { visible: problem !== ""; width: parent.width; problem: sheet.of.problem }
    Column {
        visible: sheet.adding
        width: parent.width
        spacing: Theme.d(8)
        Item {
            width: parent.width
            height: look.height
            T { anchors.verticalCenter: parent.verticalCenter; text: words.say("printing_page.found", words.language); font.weight: Font.Bold }
            DButton { id: look; objectName: "findPrinters"; x: parent.width - width; small: true; icon: "look"; text: words.say("printing_page.find", words.language)
                      onActed: sheet.of.find() }
        }
        T { objectName: "findingTold"; visible: text !== ""; width: parent.width; text: sheet.of.finding; color: Theme.inkSoft }
        Repeater {
            model: sheet.of.found
            Item {
                id: found
                required property var modelData
                width: parent.width
                height: Math.max(said.height, use.height)
                Column {
                    id: said
                    width: use.x - Theme.d(12)
                    anchors.verticalCenter: parent.verticalCenter
                    DText { width: parent.width; text: found.modelData.name; font.weight: Font.Medium }
                    DText { width: parent.width; text: found.modelData.sub; font.pixelSize: Theme.small; color: Theme.inkSoft }
                }
                DButton {
                    id: use
                    objectName: "use_" + found.modelData.at
                    x: parent.width - width
                    anchors.verticalCenter: parent.verticalCenter
                    small: true
                    text: found.modelData.known !== "" ? found.modelData.known : words.say("printing_page.use", words.language)
                    name: words.fill("printing_page.use_name", {name: found.modelData.name}, words.language)
                    closed: found.modelData.known
                    onActed: sheet.of.use(found.modelData.at)
                }
            }
        }
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
    }
    DChoice {
        width: parent.width
        boxName: "printerKind"
        label: words.say("printing_page.of_kind", words.language)
        options: sheet.of.kinds
        value: sheet.typed.kind
        onPicked: (id) => sheet.of.type("kind", id)
    }
    DField {
        width: parent.width
        boxName: "printerAddress"
        label: words.say("printing_page.address", words.language)
        hint: sheet.typed.hint
        problem: sheet.of.wrong.address || ""
        hints: Qt.ImhUrlCharactersOnly
        maximum: 400
        value: sheet.typed.address
        onEdited: (text) => sheet.of.type("address", text)
    }
    Grid {
        width: parent.width
        columns: Theme.large ? 1 : 2
        spacing: Theme.gap
        DField {
            width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
            boxName: "printerNameZh"
            label: words.say("printing_page.name_zh", words.language)
            hint: words.say("printing_page.name_hint", words.language)
            problem: sheet.of.wrong.zh || ""
            maximum: 40
            value: sheet.typed.zh
            onEdited: (text) => sheet.of.type("zh", text)
        }
        DField {
            width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
            boxName: "printerNameEn"
            label: words.say("printing_page.name_en", words.language)
            hint: words.say("printing_page.name_hint", words.language)
            problem: sheet.of.wrong.en || ""
            maximum: 40
            value: sheet.typed.en
            onEdited: (text) => sheet.of.type("en", text)
        }
        DChoice {
            width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
            boxName: "printerFormat"
            label: words.say("printing_page.paper_in", words.language)
            options: sheet.of.formats
            value: sheet.typed.format
            onPicked: (id) => sheet.of.type("format", id)
        }
        DField {
            visible: sheet.typed.kind === "escpos"
            width: (parent.width - (parent.columns - 1) * parent.spacing) / parent.columns
            boxName: "printerDots"
            label: words.say("printing_page.dots", words.language) + "  " + words.say("printing_page.dots_hint", words.language)
            problem: sheet.of.wrong.dots || ""
            hints: Qt.ImhDigitsOnly
            maximum: 4
            value: sheet.typed.dots
            onEdited: (text) => sheet.of.type("dots", text)
        }
    }
    DCheck {
        objectName: "printerOffered"
        width: parent.width
        text: words.say("printing_page.offer", words.language)
        detail: words.say("printing_page.offer_detail", words.language)
        on: sheet.typed.public
        onActed: sheet.of.offer()
    }
}
