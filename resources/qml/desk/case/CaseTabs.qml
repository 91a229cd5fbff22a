import QtQuick
import "../../controls"
import "../controls"

// The tabs of a case, and the way to give the one that shows the whole window.
Item {
    id: bar
    implicitHeight: tabs.implicitHeight
    DTabs {
        id: tabs
        objectName: "caseTabs"
        width: parent.width - (spread.visible ? spread.width + Theme.d(8) : 0)
        tight: width < Theme.d(Theme.large ? 900 : 680)
        tabs: case_.tabs
        at: case_.tab
        onChosen: (id) => case_.turn(id)
    }
    DButton {
        id: spread
        objectName: "caseSpread"
        visible: case_.spreads
        x: parent.width - width
        anchors.verticalCenter: parent.verticalCenter
        small: true
        bare: bar.width < Theme.d(Theme.large ? 1100 : 860)
        icon: case_.roomy ? "left" : "spread"
        text: words.say(case_.roomy ? "mediate.unspread" : "mediate.spread", words.language)
        keys: "F10"
        onActed: case_.spread()
    }
}
