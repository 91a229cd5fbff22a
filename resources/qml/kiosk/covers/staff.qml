import QtQuick
import "../../controls"
import ".."

Cover {
    icon: "bell"
    title: words.say("cover.staff", words.language)
    text: words.say("cover.staff_text", words.language)
    Where { width: parent.width }
    Big {
        objectName: "staffCame"
        width: parent.width
        key: "cover.back_to_page"
        focus: true
        onActed: kiosk.staffCame()
    }
}
