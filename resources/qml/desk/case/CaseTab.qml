import QtQuick

// The tab that shows.
Loader {
    objectName: "caseTab"
    source: "tabs/" + case_.tab + ".qml"
}
