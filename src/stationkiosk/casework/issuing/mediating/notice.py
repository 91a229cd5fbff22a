"""调解通知书: whom a session calls, when, where, before whom, what to bring, how to object."""

from __future__ import annotations

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.issuing.mediating.facts import Mediated, Meeting
from stationkiosk.casework.issuing.mediating.saying import plain, sides
from stationkiosk.casework.record import Record
from stationkiosk.domain.application import PartyKind
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import moment_text

KIND = "mediation_notice"


def called(brief: Brief, party: Record, mediated: Mediated, meeting: Meeting) -> Content:
    """Return the notice that calls one party to a session."""
    place = brief.say(f"{KIND}.room", room=meeting.room, address=brief.station.site.address)
    joint = meeting.private_with is None
    who = "organisation" if party.kind == PartyKind.ORGANISATION.value else "person"
    bring = [f"identity_request.of_{who}", "identity_request.of_agent", "complaint_mediation_notice.proof"]
    begins = moment_text(meeting.starts_at)
    when = brief.say(f"{KIND}.minutes_of", when=begins, minutes=meeting.minutes)
    blocks = [
        content.to(brief.name(party)),
        content.text(brief.say("mediated.about", **sides(brief))),
        content.text(brief.say(f"{KIND}.{'joint' if joint else 'alone'}"), held=True),
        content.grid(
            [content.cell(brief.say(f"{KIND}.when"), when)],
            [content.cell(brief.say(f"{KIND}.where"), place)],
            [
                content.cell(brief.say("mediated.mediator"), plain(mediated.mediator)),
                content.cell(brief.say("mediated.way"), mediated.way),
            ],
            [content.cell(brief.say("mediated.disclosed"), declared(brief, mediated))],
            [content.cell(brief.say(f"{KIND}.bring"), *(parts.ended(brief.say(one)) for one in bring))],
        ),
        content.text(brief.say(f"{KIND}.recusal")),
        content.text(brief.say(f"{KIND}.absent")),
        content.text(brief.say(f"{KIND}.kept")),
        *parts.closing(brief, mediated.body),
    ]
    return Content(blocks, mediated.body, party, fields={"starts_at": meeting.starts_at.isoformat()})


def declared(brief: Brief, mediated: Mediated) -> Text:
    """Return what the mediator declared of ties to the sides and the dispute."""
    return brief.typed(mediated.disclosed) if mediated.disclosed else brief.say("mediated.no_ties")
