import QtQuick
import "../controls"

// A page on which a paper is on its way: the actions at its foot go by where the copy stands.
Frame {
    id: page
    property string finish: words.say("filed.finish", words.language)
    property string put: finish
    readonly property bool asking: paper.stage === "ask"
    readonly property bool refused: paper.stage === "refused"
    readonly property bool putOff: paper.stage === "later"
    readonly property bool troubled: refused || paper.stage === "trouble" || paper.stage === "missing"
    readonly property bool putting: paper.slow || troubled && !refused
    property bool noting: false
    readonly property string news: paper.title + " " + paper.said
    signal finished()
    signal keptOn()
    onNewsChanged: if (paper.said !== "") page.Accessible.announce(news, Accessible.Polite)
    showBack: noting || !refused && !paper.slow
    backEnabled: paper.stage !== "printing"
    back: noting ? words.say("common.back", words.language)
          : asking ? words.say("filed.no", words.language)
          : putOff ? words.say("your_paper.now", words.language)
          : paper.stage === "trouble" ? words.say("your_paper.try_again", words.language)
          : words.say("filed.again", words.language)
    primary: noting ? words.say("filed.noted", words.language)
             : asking ? words.say("filed.yes", words.language)
             : putting ? words.say("filed.later", words.language)
             : putOff ? put : finish
    primaryEnabled: paper.stage !== "printing" || paper.slow
    onNext: asking ? paper.inHand(true) : putting && !noting ? paper.later() : finished()
    onGoBack: noting ? keptOn() : asking ? paper.inHand(false) : paper.again()
}
