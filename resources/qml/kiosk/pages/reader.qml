import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: reader.title
    titleSize: Theme.d(Theme.large ? 56 : 44)
    showBack: reader.pages > 1 && reader.page > 0
    back: words.say("reader.previous", words.language)
    primary: reader.page + 1 < reader.pages ? words.say("reader.following", words.language)
                                            : words.say("reader.close", words.language)
    readonly property int shown: reader.page
    onShownChanged: scroll.toTop()
    onGoBack: reader.turn(-1)
    onNext: reader.page + 1 < reader.pages ? reader.turn(1) : reader.leave()

    Keys.onPressed: (event) => zooming.key(event)
    Zooming {
        id: zooming
        of: reader
        sheet: sheet
        width: parent.width
        visible: reader.pages > 0
        Pill { objectName: "printPaper"; icon: "printer"; key: "your_paper.from_here"; visible: reader.prints
               onActed: reader.print() }
        Pill { objectName: "closePaper"; icon: "cross"; key: "reader.close"
               visible: reader.page + 1 < reader.pages; onActed: reader.leave() }
    }
    Dots { visible: reader.pages === 0 && reader.problem === "" }
    Banner {
        objectName: "readerProblem"
        visible: reader.problem !== ""
        width: parent.width
        tone: "amber"
        icon: "warn"
        text: reader.problem
    }
    Sheet {
        id: sheet
        objectName: "sheet"
        width: parent.width
        visible: reader.pages > 0
        of: reader
    }
}
