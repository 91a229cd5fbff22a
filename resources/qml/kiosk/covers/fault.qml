import QtQuick
import "../../controls"
import ".."

Cover {
    icon: "warn"
    tone: Theme.seal
    title: fault.title
    text: fault.what
    T {
        objectName: "faultDo"
        width: parent.width
        text: fault.do
        font.weight: Font.Bold
    }
    T {
        visible: fault.session
        width: parent.width
        text: !fault.session ? "" : filing.code !== "" && filing.saved
              ? words.fill("cover.answers_code", {code: filing.code}, words.language)
              : words.say("cover.answers_here", words.language)
    }
    Big {
        objectName: "faultGoOn"
        width: parent.width
        text: fault.button
        focus: true
        onActed: fault.goOn()
    }
    Where { width: parent.width }
}
