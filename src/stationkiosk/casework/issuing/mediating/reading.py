"""The rows of a mediation, read as the plain facts that its papers are made from."""

from __future__ import annotations

from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.mediating.facts import (
    Course,
    Mediated,
    Meeting,
    Promise,
    Settled,
    Signed,
)
from stationkiosk.casework.mediating.attendants import attendants
from stationkiosk.casework.mediating.shown import Attendant
from stationkiosk.casework.mediating.way import body_of, label_of, rule_of
from stationkiosk.casework.record import Record
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.money import to_yuan
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import moment_text
from stationkiosk.store import tables
from stationkiosk.store.base import Base

AGREEMENT = "agreement"
NO_TIES = frozenset({"无", "没有", "none", "no", "None", "No"})
"""How it is written that a mediator has no tie to anybody."""


def mediated(brief: Brief) -> Mediated | None:
    """Return how the matter is mediated, None while no mediator was named."""
    own = next((row for row in brief.rows(tables.Mediation) if row.n == brief.matter.n), None)
    if own is None:
        return None
    rule = rule_of(brief.station, own)
    return Mediated(
        way=label_of(brief.station, own),
        body=body_of(brief.station, own),
        mediator=brief.member(own.mediator),
        disclosed="" if own.disclosed.strip(" 。.") in NO_TIES else own.disclosed,
        rule=rule.id,
        entrusted=rule.entrusts,
    )


def of_matter(brief: Brief, table: type[Base]) -> tuple[Record, ...]:
    """Return the matter's own rows of a table."""
    return tuple(row for row in brief.rows(table) if row.matter_n == brief.matter.n)


def people(brief: Brief) -> tuple[Attendant, ...]:
    """Return who may come for each side."""
    return attendants(brief.station.reference.words, brief.parties)


def session(brief: Brief) -> Record:
    """Return the row of the session that is named, else the last. Closed ``no_such_session``."""
    named, rows = brief.given("session"), of_matter(brief, tables.Session)
    row = next((row for row in reversed(rows) if not named or str(row.n) == named), None)
    if row is None:
        raise Closed("no_such_session")
    return row


def meeting(brief: Brief, row: Record) -> Meeting:
    """Return a session as papers tell of it, each who came under the side they came for."""
    return Meeting(
        room=row.room,
        starts_at=row.starts_at,
        minutes=row.minutes,
        private_with=row.private_with,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        outcome=_outcome(brief, row) if row.outcome else None,
        present=tuple(
            f"{one.side}：{one.name}（{one.role.zh}）" for one in people(brief) if one.n in row.present
        ),
        checked=bool(row.present),
    )


def informed(brief: Brief) -> Signed | None:
    """Return how the party that is named signed for having been told, None where it did not yet."""
    mine = [row for row in of_matter(brief, tables.Informed) if str(row.party_n) == brief.given("party")]
    signed = mine[-1].signature_n if mine else None
    made = next((row for row in brief.rows(tables.Signature) if row.n == signed), None)
    if made is None:
        return None
    strokes = tuple(tuple((x, y) for x, y, *_ in line) for line in made.strokes)
    return Signed(moment_text(made.signed_at), strokes, "" if strokes else made.signer)


def undisputed(brief: Brief) -> tuple[str, ...]:
    """Return the facts that no side disputes, as they were written down."""
    return tuple(row.text for row in of_matter(brief, tables.Undisputed))


def course(brief: Brief) -> Course:
    """Return how the mediation went: since when, in how many sessions that were held."""
    held = [row for row in of_matter(brief, tables.Session) if row.opened_at is not None]
    accepted = [row.start for row in brief.rows(tables.Deadline) if _of_mediating(brief, row)]
    return Course(
        accepted_on=min(accepted, default=station_day(brief.matter.opened_at)),
        sessions=len(held),
        undisputed=bool(undisputed(brief)),
    )


def settled(brief: Brief) -> Settled | None:
    """Return what was agreed and how it stands, None where no agreement took effect."""
    made = [row for row in of_matter(brief, tables.Agreement) if row.effective_at is not None]
    if not made:
        return None
    paper = _agreement_paper(brief)
    return Settled(
        number=paper.number if paper is not None else brief.matter.number,
        effective_at=made[-1].effective_at,
        promises=tuple(_promise(brief, row) for row in of_matter(brief, tables.Duty)),
        wishes_confirmation=paper is not None and bool(paper.data["fields"].get("wishes_confirmation")),
        apply_by=brief.running("confirmation.apply"),
    )


def _of_mediating(brief: Brief, row: Record) -> bool:
    return row.matter_n == brief.matter.n and row.rule in ("mediation.mediate", "mediation.before_suit")


def _outcome(brief: Brief, row: Record) -> Text:
    day = station_day(brief.matter.opened_at)
    return brief.station.reference.choice("mediation.outcome", row.outcome, day)


def _agreement_paper(brief: Brief) -> Record | None:
    papers = [row for row in brief.rows(tables.Paper) if row.kind == AGREEMENT]
    mine = [row for row in papers if row.data["matter_n"] == brief.matter.n]
    return mine[-1] if mine else None


def _promise(brief: Brief, row: Record) -> Promise:
    exhibit = next((one for one in brief.rows(tables.Exhibit) if one.n == row.exhibit_n), None)
    return Promise(
        who=next(one.side for one in people(brief) if one.side_n == row.party_n),
        what=Text(row.what_zh, row.what_en),
        due=row.due,
        amount=to_yuan(row.amount_fen) if row.amount_fen else None,
        state=row.state,
        done_on=row.done_on,
        proof=exhibit.name if exhibit is not None else "",
        note=row.note,
    )
