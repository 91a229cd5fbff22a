import QtQuick
import "../../controls"
import ".."

Frame {
    title: filing.elsewhereTitle
    primary: words.say("cover.home", words.language)
    primaryIcon: "home"
    onGoBack: filing.back()
    onNext: kiosk.end(false)

    Pane {
        width: parent.width
        spacing: Theme.gap
        T { width: parent.width; text: filing.why }
        T { width: parent.width; text: filing.forward; font.weight: Font.Bold; color: Theme.jade }
    }
    Big { objectName: "reportInstead"; visible: filing.mayReport; width: parent.width; ghost: true; icon: "eye"
          key: "home.report"; onActed: filing.reportInstead() }
    Where { width: parent.width }
}
