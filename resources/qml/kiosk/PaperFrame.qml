import QtQuick
import "../controls"

// A page on which a paper is on its way: the actions at its foot go by where the copy stands.
Frame {
    id: page
    property string finish: words.say("filed.finish", words.language)
    readonly property bool asking: paper.stage === "ask"
    readonly property bool refused: paper.stage === "refused"
    readonly property bool troubled: refused || paper.stage === "trouble" || paper.stage === "missing"
    property bool noting: false
    signal finished()
    signal keptOn()
    showBack: noting || !refused
    backEnabled: paper.stage !== "printing"
    back: noting ? words.say("common.back", words.language)
          : asking ? words.say("filed.no", words.language) : words.say("filed.again", words.language)
    primary: noting ? words.say("filed.noted", words.language)
             : asking ? words.say("filed.yes", words.language)
             : troubled && !refused ? words.say("filed.later", words.language) : finish
    primaryEnabled: paper.stage !== "printing"
    onNext: asking ? paper.inHand(true) : finished()
    onGoBack: noting ? keptOn() : asking ? paper.inHand(false) : paper.again()
}
