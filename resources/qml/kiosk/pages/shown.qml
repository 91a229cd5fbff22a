import QtQuick
import "../../controls"
import ".."

// What the desk shows to both sides: its amounts and dates large, the page itself below.
Frame {
    id: page
    title: words.say("stage.shown", words.language)
    lead: Theme.compact ? "" : words.say("stage.shown_lead", words.language)
    titleSize: Theme.d(Theme.large ? 56 : 44)
    attended: true
    showBack: stage.page > 0
    back: words.say("reader.previous", words.language)
    primary: stage.page + 1 < stage.pages ? words.say("reader.following", words.language) : ""
    onGoBack: stage.turn(-1)
    onNext: stage.turn(1)
    readonly property int shown: stage.page
    readonly property string read: stage.read
    readonly property string news: stage.news
    onShownChanged: { scroll.toTop(); page.Accessible.announce(stage.where, Accessible.Polite) }
    onNewsChanged: if (news !== "")
        page.Accessible.announce(words.say("stage.fresh", words.language) + " " + news, Accessible.Polite)

    Told { visible: stage.lines.length > 0; width: parent.width }
    Keys.onPressed: (event) => zooming.key(event)
    Zooming { id: zooming; of: stage; sheet: sheet; width: parent.width }
    Sheet {
        id: sheet
        objectName: "sheet"
        width: parent.width
        name: page.title + " " + stage.where
        words: stage.read
        of: stage
        closer: Theme.large
    }
}
