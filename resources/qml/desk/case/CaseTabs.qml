import QtQuick
import "../controls"

// The tabs of a case.
DTabs {
    objectName: "caseTabs"
    tabs: case_.tabs
    at: case_.tab
    onChosen: (id) => case_.turn(id)
}
