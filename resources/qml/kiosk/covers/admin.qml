import QtQuick
import "../../controls"

Cover {
    id: cover
    icon: "lock"
    title: words.say("cover.admin", words.language)
    text: words.say("cover.admin_text", words.language)
    Keys.onPressed: (event) => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            admin.press(event.text)
        else if (event.key === Qt.Key_Backspace)
            admin.erase()
        else if (event.key === Qt.Key_Escape)
            admin.close()
        else
            return
        event.accepted = true
    }
    Rectangle {
        width: parent.width
        height: Theme.d(88)
        radius: Theme.d(12)
        color: Theme.card
        border.width: Theme.hair
        border.color: Theme.edge
        T { objectName: "pin"; anchors.centerIn: parent; text: admin.dots }
    }
    T {
        objectName: "pinWrong"
        visible: admin.wrong
        width: parent.width
        text: admin.trouble
        color: Theme.seal
        font.weight: Font.Bold
    }
    Grid {
        id: keys
        width: parent.width
        columns: 3
        spacing: Theme.d(16)
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter"]
            Big {
                objectName: "pin_" + modelData
                width: (keys.width - 2 * keys.spacing) / 3
                ghost: modelData !== "enter"
                repeats: true
                focus: modelData === "enter"
                text: modelData === "erase" ? words.say("cover.erase", words.language)
                    : modelData === "enter" ? words.say("cover.enter", words.language) : modelData
                onActed: modelData === "erase" ? admin.erase() : modelData === "enter" ? admin.enter()
                                                                                       : admin.press(modelData)
            }
        }
    }
    Big {
        objectName: "pinClose"
        width: parent.width
        ghost: true
        key: "cover.back_to_page"
        onActed: admin.close()
    }
}
