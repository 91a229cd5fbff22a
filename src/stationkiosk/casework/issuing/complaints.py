"""Letters on a complaint: taken up or not, who must show who they are, where it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.domain.text import Text

REFUSAL = "complaint_refusal"


def acceptance(brief: Brief) -> Iterator[Content]:
    """投诉受理决定书, to whoever complained."""
    issuer, kind = parts.bureau(brief), "complaint_acceptance"
    blocks = [
        content.to(brief.names(brief.filers)),
        content.text(_received(brief)),
        content.text(brief.say(f"{kind}.decided", article=brief.article("complaint.rules"))),
    ]
    if due := brief.running("complaint.mediate"):
        blocks.append(content.text(brief.say(f"{kind}.until", due=due)))
    blocks += [content.text(brief.say(f"{kind}.willing")), parts.sealed(brief, issuer)]
    yield Content([*blocks, parts.who_to_ask(brief)], issuer, brief.filers[0])


def refusal(brief: Brief) -> Iterator[Content]:
    """投诉不予受理决定书, to whoever complained, with the ground's number and the other routes."""
    issuer, ground = parts.bureau(brief), parts.ground(brief, REFUSAL)
    article = parts.article_of(brief, ground)
    blocks = [
        content.to(brief.names(brief.filers)),
        content.text(_received(brief)),
        content.strong(brief.say("complaint_refusal.decided", article=article)),
        *parts.grounded(brief, ground),
        *parts.other_routes(brief),
        parts.sealed(brief, issuer),
        parts.who_to_ask(brief),
    ]
    yield Content(blocks, issuer, brief.filers[0], {"ground": ground.id})


def _received(brief: Brief) -> Text:
    return brief.say(
        "received_complaint",
        day=brief.filed,
        respondent=brief.names(brief.others),
        subject=brief.subject,
        number=brief.case.number,
    )
