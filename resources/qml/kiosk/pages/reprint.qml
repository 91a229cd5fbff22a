import QtQuick
import "../../controls"
import ".."

PaperFrame {
    id: page
    title: words.say("reprint.title", words.language)
    lead: track.number
    finish: words.say("reprint.to_case", words.language)
    onFinished: track.back()

    T { objectName: "paperName"; width: parent.width; text: paper.name; font.weight: Font.Bold
        font.pixelSize: Theme.d(Theme.large ? 56 : 44) }
    PaperStrip { width: parent.width; troubled: page.troubled; asking: page.asking }
    Pill { objectName: "readPaper"; icon: "eye"; key: "tracking.read"; onActed: paper.read() }
    T { visible: !page.refused; width: parent.width; key: "reprint.counted"; font.pixelSize: Theme.small
        color: Theme.inkSoft }
    Where { visible: page.troubled; width: parent.width }
}
