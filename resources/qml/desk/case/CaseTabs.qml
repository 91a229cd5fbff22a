import QtQuick
import "../../controls"
import "../controls"

// The tabs of a case.
DTabs {
    objectName: "caseTabs"
    tight: width < Theme.d(Theme.large ? 800 : 600)
    tabs: case_.tabs
    at: case_.tab
    onChosen: (id) => case_.turn(id)
}
