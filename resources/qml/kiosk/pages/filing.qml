import QtQuick
import "../../controls"
import ".."

Frame {
    title: words.say("signing.filing", words.language)
    lead: words.say("signing.filing_lead", words.language)
    showBack: false
    inSession: false
    Dots {}
}
