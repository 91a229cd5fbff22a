import QtQuick
import "../../controls"
import "../controls"

// Before the text is fixed: what it means, and what the checks still find.
DSheet {
    id: sheet
    readonly property var counts: drafting.sheet.counts
    objectName: "fixSheet"
    wide: Theme.d(Theme.large ? 980 : 820)
    title: words.say("drafting.fix_ask", words.language)
    text: words.say("drafting.fix_lead", words.language)
    primary: words.say(drafting.busy ? "drafting.keeping" : "drafting.fix_do", words.language)
    primaryClosed: drafting.busy || (counts.blocks || 0) === 0 ? "" : words.fill("drafting.fix_blocks", {n: counts.blocks}, words.language)
    back: words.say("drafting.fix_back", words.language)
    onAccepted: drafting.fix()
    onDismissed: drafting.backFromFix()
    function arrive() {
        const first = (counts.blocks || 0) > 0 ? find(sheet, "fix_mend_") : find(sheet, "sheetGo")
        if (first)
            first.forceActiveFocus(Qt.TabFocusReason)
    }
    function find(item, called) {
        for (let i = 0; i < item.children.length; i++) {
            const child = item.children[i]
            const inside = child.visible && child.objectName.startsWith(called) ? child : find(child, called)
            if (inside)
                return inside
        }
        return null
    }
    Troubles { width: parent.width; called: "fix" }
    T { visible: (sheet.counts.blocks || 0) > 0; width: parent.width; font.weight: Font.Medium; color: Theme.seal
        text: words.fill("drafting.fix_blocks", {n: sheet.counts.blocks || 0}, words.language) }
    Findings { width: parent.width; called: "fix_" }
}
