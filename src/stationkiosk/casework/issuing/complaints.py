"""Letters on a complaint: taken up or not, who must show who they are, how the mediation ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Block, Content
from stationkiosk.casework.record import Record
from stationkiosk.domain.application import PartyKind
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import moment_text

REFUSAL = "complaint.refusal"
TERMINATION = "complaint.termination"


def acceptance(brief: Brief) -> Iterator[Content]:
    """投诉受理决定书, to whoever complained."""
    issuer = parts.bureau(brief)
    blocks = [
        content.to(brief.names(brief.filers)),
        content.text(received(brief)),
        content.text(brief.say("complaint_acceptance.decided", article=brief.article("complaint.accept"))),
    ]
    if due := brief.running("complaint.mediate"):
        blocks.append(content.text(brief.say("complaint_acceptance.until", due=due)))
    blocks.append(content.text(brief.say("complaint_acceptance.willing")))
    yield Content([*blocks, *parts.closing(brief, issuer)], issuer, brief.filers[0])


def refusal(brief: Brief) -> Iterator[Content]:
    """投诉不予受理决定书, to whoever complained, with the ground's number and the other routes."""
    issuer, ground = parts.bureau(brief), parts.ground(brief, REFUSAL)
    item = parts.item_of(brief, REFUSAL, ground)
    blocks = [
        content.to(brief.names(brief.filers)),
        content.text(received(brief)),
        content.strong(brief.say("complaint_refusal.decided", article=item)),
        *parts.grounded(brief, ground),
        *parts.consumer_routes(brief),
        *parts.closing(brief, issuer),
    ]
    yield Content(blocks, issuer, brief.filers[0], fields={"ground": ground.id})


def identity(brief: Brief) -> Iterator[Content]:
    """限期提供身份证明材料通知书, to whoever complained: what to show, and by when."""
    issuer, kind = parts.bureau(brief), "identity_request"
    due, what = brief.day("until"), brief.given("what")
    asked = brief.say(
        f"{kind}.asked", article=brief.article("complaint.identity"), due=due or _blank(brief)
    )
    listed = [Text(what, what)] if what else [brief.say(f"{kind}.{one}") for one in _papers(brief.filers)]
    blocks = [
        content.to(brief.names(brief.filers)),
        content.text(received(brief)),
        content.strong(asked),
        content.items(parts.ended(one) for one in listed),
        content.text(brief.say(f"{kind}.else")),
        content.text(brief.say(f"{kind}.how", address=brief.station.site.address)),
        *parts.closing(brief, issuer),
    ]
    yield Content(blocks, issuer, brief.filers[0], fields={"due": brief.given("until")})


def mediation_notice(brief: Brief) -> Iterator[Content]:
    """投诉调解通知书, one to each party: when, where, before whom, what to bring."""
    for party in (*brief.filers, *brief.others):
        yield _called(brief, party)


def termination(brief: Brief) -> Iterator[Content]:
    """投诉终止调解决定书, to both sides, with the ground's number and the other routes."""
    issuer, ground = parts.bureau(brief), parts.ground(brief, TERMINATION)
    both = (*brief.filers, *brief.others)
    said = brief.say("complaint_termination.about", **sides(brief), number=brief.case.number)
    item = parts.item_of(brief, TERMINATION, ground)
    blocks = [
        content.to(brief.names(both)),
        content.text(said),
        content.strong(brief.say("complaint_termination.decided", article=item)),
        *parts.grounded(brief, ground),
        *parts.consumer_routes(brief, "complaint_termination.routes"),
        *parts.closing(brief, issuer),
    ]
    yield Content(blocks, issuer, filer=True, fields={"ground": ground.id})


def received(brief: Brief) -> Text:
    """Return the sentence that says what was complained of, about whom, and when it came."""
    return brief.say("received_complaint", day=brief.filed, **sides(brief), number=brief.case.number)


def sides(brief: Brief) -> dict[str, object]:
    """Return what a letter says of both sides: names and the subject, nothing else of anyone."""
    return {
        "filer": brief.names(brief.filers),
        "respondent": brief.names(brief.others),
        "subject": brief.subject,
    }


def _called(brief: Brief, party: Record) -> Content:
    issuer, kind = parts.bureau(brief), "complaint_mediation_notice"
    moment, place = brief.given("moment"), brief.given("place")
    when = (moment_text(datetime.fromisoformat(moment)),) if moment else ()
    mediator = brief.given("mediator")
    who = brief.member(mediator) if mediator else ""
    rows = content.grid(
        [content.cell(brief.say(f"{kind}.when"), *when)],
        [content.cell(brief.say(f"{kind}.where"), *([Text(place, place)] if place else []))],
        [content.cell(brief.say(f"{kind}.mediator"), *([Text(who, who)] if who else []))],
    )
    bring = brief.given("bring")
    listed = [brief.say(f"identity_request.{one}") for one in _papers([party])]
    listed += [brief.say(f"{kind}.proof"), *([Text(bring, bring)] if bring else [])]
    blocks: list[Block] = [
        content.to(brief.name(party)),
        content.text(brief.say(f"{kind}.about", **sides(brief), number=brief.case.number)),
        rows,
        content.text(brief.say(f"{kind}.bring")),
        content.items(parts.ended(one) for one in listed),
        content.text(brief.say(f"{kind}.recusal", article=brief.article("complaint.recusal"))),
        content.text(brief.say(f"{kind}.absent")),
        *parts.closing(brief, issuer),
    ]
    return Content(blocks, issuer, party, fields={"moment": moment, "place": place, "mediator": who})


def _papers(parties: tuple[Record, ...] | list[Record]) -> list[str]:
    """Return what shows who the parties are, and who acts for them."""
    kinds = dict.fromkeys(party.kind for party in parties)
    shown = ["of_organisation" if kind == PartyKind.ORGANISATION.value else "of_person" for kind in kinds]
    return [*shown, "of_agent"]


def _blank(brief: Brief) -> Text:
    return brief.say("blank_day")
