import QtQuick
import "../../controls"
import ".."

Frame {
    id: page
    title: reader.title
    lead: reader.where
    titleSize: Theme.d(Theme.large ? 56 : 44)
    showBack: reader.pages > 1 && reader.page > 0
    back: words.say("reader.previous", words.language)
    primary: reader.page + 1 < reader.pages ? words.say("reader.following", words.language)
                                            : words.say("reader.close", words.language)
    readonly property int shown: reader.page
    onShownChanged: scroll.toTop()
    onGoBack: reader.turn(-1)
    onNext: reader.page + 1 < reader.pages ? reader.turn(1) : reader.leave()

    Flow {
        width: parent.width
        spacing: Theme.d(16)
        visible: reader.pages > 0
        Pill { objectName: "larger"; icon: "plus"; key: "reader.larger"; enabled: reader.larger; repeats: true
               opacity: enabled ? 1 : 0.5; onActed: reader.zoom(1) }
        Pill { objectName: "smaller"; icon: "minus"; key: "reader.smaller"; enabled: reader.smaller; repeats: true
               opacity: enabled ? 1 : 0.5; onActed: reader.zoom(-1) }
        Pill { objectName: "toLeft"; icon: "left"; key: "reader.to_left"; visible: reader.smaller; repeats: true
               onActed: sheet.move(-1) }
        Pill { objectName: "toRight"; icon: "right"; key: "reader.to_right"; visible: reader.smaller; repeats: true
               onActed: sheet.move(1) }
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
