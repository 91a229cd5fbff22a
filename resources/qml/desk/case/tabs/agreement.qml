import QtQuick
import "../../drafting"

// The agreement: how it stands. The sheet on which it is written lies over the page.
Tab {}
