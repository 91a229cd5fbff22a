"""A mediation as one person may see it: what is sealed opens to its mediator, to others it is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from stationkiosk.casework.desk.seeing import Sees, sees
from stationkiosk.casework.mediating import talks
from stationkiosk.casework.mediating.attendants import attendants
from stationkiosk.casework.mediating.circumstances import SITTING, mediator_gone
from stationkiosk.casework.mediating.ground import ground
from stationkiosk.casework.mediating.known import clauses_now, ready_values
from stationkiosk.casework.mediating.sealed_papers import SEALED_KINDS
from stationkiosk.casework.mediating.sealing import is_mediator, mediation_of
from stationkiosk.casework.mediating.shown import DutyShown, DutyState, MediationShown, SessionShown, Way
from stationkiosk.casework.mediating.version import draft_shown
from stationkiosk.casework.mediating.way import body_of, rule_of
from stationkiosk.casework.mediating.written_before import written_before
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.access import PAPERS_SEEN
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.money import to_yuan
from stationkiosk.domain.text import Text
from stationkiosk.store import tables
from stationkiosk.store.base import Base
from stationkiosk.store.unit import Unit

CASE = tables.Case.__table__
EXHIBIT = tables.Exhibit.__table__
MATTER = tables.Matter.__table__
PAPER = tables.Paper.__table__
STAFF = tables.Staff.__table__

TRACK = "mediation"


@dataclass(frozen=True, slots=True)
class Mediated:
    """The rows of one mediation, but what is sealed; ``mine``: whoever asks is its mediator."""

    case: Record
    matter: Record
    parties: tuple[Record, ...]
    mediation: Record | None
    mediator_name: str
    mine: bool
    seen: Sees


def mediated(connection: Connection, who: SignedIn, case_id: UUID, matter_n: int) -> Mediated:
    """Return what everything about a mediation is read from, to whoever sees mediations.

    Closed ``case_not_yours``, ``part_not_yours``, ``no_such_matter``.
    """
    seen = sees(connection, who, case_id)
    if TRACK not in seen.tracks:
        raise Closed("part_not_yours")
    query = select(MATTER).where(MATTER.c.case_id == case_id, MATTER.c.n == matter_n)
    matter = connection.execute(query.where(MATTER.c.track == TRACK)).first()
    if matter is None:
        raise Closed("no_such_matter")
    found = mediation_of(connection, case_id, matter_n)
    named = select(STAFF.c.name).where(STAFF.c.login == (found.mediator if found is not None else ""))
    return Mediated(
        case=connection.execute(select(CASE).where(CASE.c.id == case_id)).one(),
        matter=matter,
        parties=_rows(connection, tables.Party, case_id),
        mediation=found,
        mediator_name=connection.execute(named).scalar() or "",
        mine=is_mediator(found, who.login, seen.roles),
        seen=seen,
    )


def mediation(station: Station, who: SignedIn, case_id: UUID, matter_n: int) -> MediationShown:
    """Return a mediation as ``who`` may see it. Closed as ``mediated``; KnownError ``seal_closed``."""
    with station.store.read() as connection:
        found = mediated(connection, who, case_id, matter_n)
        return _shown(station, connection, found)


def _shown(station: Station, connection: Connection, found: Mediated) -> MediationShown:
    words, case_id, n = station.reference.words, found.case.id, found.matter.n
    own = found.mediation

    def of_matter(table: type[Base]) -> tuple[Record, ...]:
        return tuple(row for row in _rows(connection, table, case_id) if row.matter_n == n)

    said, kept_back = None, 0
    if own is not None and found.mine:
        before = written_before(station, connection, found.case, found.parties)
        rows = talks.rows_of(connection, case_id, n)
        said = (*before, *talks.shown(station, rows, own.mediator))
        kept_back = talks.kept_back(station, rows, own.mediator)
    known = ground(station, Unit(connection, station.random), found.matter) if found.mine else None
    informed = {row.party_n for row in of_matter(tables.Informed)}
    who_comes = attendants(words, found.parties, informed)
    coming = {one.n: one.name for one in who_comes}
    return MediationShown(
        case_id=case_id,
        matter_n=n,
        stage=found.matter.state,
        mine=found.mine,
        way=_way(station, own) if own is not None else None,
        body=body_of(station, own) if own is not None else station.reference.issuer(station.today()).label,
        mediator=own.mediator if own is not None else "",
        mediator_name=found.mediator_name,
        disclosed=own.disclosed if own is not None else "",
        attendants=who_comes,
        sessions=tuple(_session(station, found, coming, row) for row in of_matter(tables.Session)),
        undisputed=tuple(row.text for row in of_matter(tables.Undisputed)),
        talks=said,
        draft=draft_shown(known) if known is not None else None,
        duties=tuple(_duty(connection, found, row) for row in of_matter(tables.Duty)),
        rooms=station.site.rooms,
        clauses=clauses_now(known) if known is not None else (),
        ready=ready_values(known) if known is not None else None,
        papers=_papers(connection, found),
        case_version=found.case.version,
        matter_version=found.matter.version,
        mediator_gone=found.matter.state in SITTING and mediator_gone(connection, found.matter),
        kept_back=kept_back,
    )


def _way(station: Station, own: Record) -> Way:
    rule = rule_of(station, own)
    return Way(rule.id, rule.label, rule.consent, rule.takes_effect, rule.signs)


def _rows(connection: Connection, table: type[Base], case_id: UUID) -> tuple[Record, ...]:
    of = table.__table__.c
    query = select(table.__table__).where(of.case_id == case_id).order_by(of.n)
    return tuple(connection.execute(query).all())


def _name(parties: Sequence[Record], n: int) -> str:
    party = next((party for party in parties if party.n == n), None)
    return str(party.name) if party is not None else ""


def _session(station: Station, found: Mediated, coming: Mapping[int, str], row: Record) -> SessionShown:
    listed = station.reference.choices("mediation.outcome", station.today())
    return SessionShown(
        n=row.n,
        private=row.private_with is not None,
        with_n=row.private_with,
        room=row.room,
        starts_at=row.starts_at,
        minutes=row.minutes,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        outcome=next((one.label for one in listed if one.option == row.outcome), None),
        present=tuple(coming.get(n) or _name(found.parties, n) for n in row.present),
    )


def _duty(connection: Connection, found: Mediated, row: Record) -> DutyShown:
    proof = select(EXHIBIT.c.name).where(EXHIBIT.c.case_id == row.case_id, EXHIBIT.c.n == row.exhibit_n)
    return DutyShown(
        n=row.n,
        term=row.term,
        who=_name(found.parties, row.party_n),
        what=Text(row.what_zh, row.what_en),
        due=row.due,
        amount=None if row.amount_fen is None else to_yuan(row.amount_fen),
        state=DutyState(row.state),
        done_on=row.done_on,
        proof=connection.execute(proof).scalar() or "",
        note=row.note,
    )


def _papers(connection: Connection, found: Mediated) -> tuple[PaperRef, ...]:
    """Return the papers of mediations that this person sees."""
    query = select(PAPER.c.n, PAPER.c.kind).where(PAPER.c.case_id == found.case.id).order_by(PAPER.c.n)
    return tuple(
        PaperRef(found.case.id, row.n)
        for row in connection.execute(query)
        if row.kind in PAPERS_SEEN[TRACK] and found.seen.paper(row.kind)
        if found.mine or row.kind not in SEALED_KINDS
    )
