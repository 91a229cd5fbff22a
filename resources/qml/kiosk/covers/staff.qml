import QtQuick
import "../../controls"
import ".."

Cover {
    icon: "bell"
    tone: staff.nobody ? Theme.amber : Theme.jade
    title: words.say("cover.staff", words.language)
    text: staff.said
    T { width: parent.width; key: "calling.besides" }
    Big {
        objectName: "staffCame"
        width: parent.width
        key: "calling.came"
        focus: true
        onActed: staff.end(true)
    }
    Big {
        objectName: "takeBack"
        width: parent.width
        ghost: true
        key: "calling.take_back"
        onActed: staff.end(false)
    }
    Big {
        objectName: "writeInstead"
        visible: staff.nobody
        width: parent.width
        ghost: true
        icon: "pen"
        key: "home.message"
        onActed: { staff.end(false); kiosk.message() }
    }
    Where { width: parent.width }
}
