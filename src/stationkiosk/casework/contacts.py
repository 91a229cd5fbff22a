"""Attempts to reach a party: which way, what came of it, with which paper, by whom; and service.

A paper counts as served by the first way that took effect (CPL 95; OLR 31). What then runs for
the party follows from the kind of paper that was served.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, FromClause, select

from stationkiosk.casework.rows import next_n
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.deadlines import Deadline
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.serving import Attempt, Mode, Served, served
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

CONTACT = tables.Contact.__table__
MATTER = tables.Matter.__table__
PAPER = tables.Paper.__table__
PARTY = tables.Party.__table__

WAYS = ("told_way", "service_way", "contact_way")
"""The lists that a way of reaching somebody comes from."""

AT_ONCE = timedelta(seconds=5)
"""How soon the same thing asked for again is the same press of a key."""

RESULTS = "contact_result"
SERVED = "served"
PUBLICATION = "service.publication"

RUNS_FROM_SERVICE = {"complaint_refusal": ("review.apply", "suit.apply")}
"""What runs for a party from the day a paper of a kind was served on it."""


@dataclass(frozen=True, slots=True)
class Attempted:
    """An attempt to be noted: whom, which way, what came of it, with which paper.

    ``day`` is the day that decides for a service: signed, dated, arrived, left or published.
    """

    party_n: int
    way: str
    result: str
    paper_n: int | None = None
    matter_n: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """When a paper counts as served on a party, and what runs for it from then."""

    served: Served
    runs: tuple[Deadline, ...]


def log_contact(station: Station, case_id: UUID, actor: Actor, attempted: Attempted) -> int:
    """Note an attempt in a transaction of its own and return its number.

    The same attempt by the same hand within ``AT_ONCE`` is one: the key was pressed twice.
    Raises Closed ``no_such_party``, ``no_such_paper``, ``no_such_way`` where what it names is not
    there, ``service_day_missing``, ``service_day_ahead`` and ``service_day_early`` for a
    service without its day, before it, or of a paper that was not issued yet; what
    ``staff.check_member`` raises.
    """
    with station.store.write() as unit:
        check_member(unit.connection, actor)
        station = station.at_one_moment()
        matter_n = _check(station, unit.connection, case_id, attempted)
        just = _just_noted(station, unit.connection, case_id, actor, attempted)
        if just is not None:
            return just
        n = note_contact(
            station,
            unit,
            case_id,
            matter_n,
            attempted.party_n,
            actor,
            attempted.way,
            attempted.result,
            paper_n=attempted.paper_n,
            served_on=_served_on(attempted),
        )
        detail = {"contact": n, "way": attempted.way, "result": attempted.result}
        unit.journal(case_id, actor, "contact", station.clock.now(), detail)
    return n


def _just_noted(
    station: Station, connection: Connection, case_id: UUID, actor: Actor, attempted: Attempted
) -> int | None:
    """Return the number of the case's last attempt where it is this one, noted a moment ago."""
    query = select(CONTACT).where(CONTACT.c.case_id == case_id).order_by(CONTACT.c.n.desc()).limit(1)
    last = connection.execute(query).first()
    if last is None or abs(station.clock.now() - last.made_at) > AT_ONCE:
        return None
    asked = (attempted.party_n, attempted.paper_n, attempted.way, attempted.result, _served_on(attempted))
    known = (last.party_n, last.paper_n, last.way, last.result, last.served_on)
    return int(last.n) if (asked, actor.name) == (known, last.made_by) else None


def note_contact(
    station: Station,
    unit: Unit,
    case_id: UUID,
    matter_n: int,
    party_n: int,
    actor: Actor,
    way: str,
    result: str | None = None,
    *,
    paper_n: int | None = None,
    served_on: date | None = None,
) -> int:
    """Enter an attempt within ``unit`` and return its number; the caller journals it."""
    n = next_n(unit, tables.Contact, case_id)
    unit.insert(
        tables.Contact,
        case_id=case_id,
        n=n,
        matter_n=matter_n,
        party_n=party_n,
        paper_n=paper_n,
        way=way,
        made_by=actor.name,
        made_at=station.clock.now(),
        result=result,
        served_on=served_on,
    )
    return n


def service_of(station: Station, case_id: UUID, paper_n: int, party_n: int) -> Service | None:
    """Return when a paper was served on a party, by the first way that took effect; None if none did."""
    with station.store.read() as connection:
        contacts = connection.execute(
            select(CONTACT.c.way, CONTACT.c.served_on)
            .where(CONTACT.c.case_id == case_id, CONTACT.c.paper_n == paper_n)
            .where(CONTACT.c.party_n == party_n, CONTACT.c.served_on.is_not(None))
        ).all()
        kind = connection.execute(
            select(PAPER.c.kind).where(PAPER.c.case_id == case_id, PAPER.c.n == paper_n)
        ).scalar_one_or_none()
    attempts = (Attempt(Mode(row.way), row.served_on) for row in contacts)
    period = station.reference.period(PUBLICATION, station.today())
    found = served(attempts, period, station.reference.calendar)
    if found is None:
        return None
    rules = RUNS_FROM_SERVICE.get(str(kind), ())
    return Service(found, tuple(station.reference.deadline(rule, found.day) for rule in rules))


def way_text(station: Station, way: str) -> Text:
    """Return a way of reaching somebody in words, as it was noted where the lists know it no more."""
    lists = (station.reference.choices(name, station.today()) for name in WAYS)
    return next((row.label for rows in lists for row in rows if row.option == way), Text(way, way))


def result_text(station: Station, result: str | None) -> Text | None:
    """Return what came of an attempt in words, None where nothing was noted."""
    return station.reference.choice(RESULTS, result, station.today()) if result else None


def _check(station: Station, connection: Connection, case_id: UUID, attempted: Attempted) -> int:
    if not _there(connection, PARTY, case_id, attempted.party_n):
        raise Closed("no_such_party")
    if attempted.paper_n is not None and not _there(connection, PAPER, case_id, attempted.paper_n):
        raise Closed("no_such_paper")
    ways = {row.option for name in WAYS for row in station.reference.choices(name, station.today())}
    results = {row.option for row in station.reference.choices(RESULTS, station.today())}
    if attempted.way not in ways or attempted.result not in results:
        raise Closed("no_such_way")
    if attempted.result == SERVED:
        _check_service(station, attempted, _issued(connection, case_id, attempted.paper_n))
    return attempted.matter_n or _matter(connection, case_id)


def _check_service(station: Station, attempted: Attempted, issued: date | None) -> None:
    if attempted.way not in set(Mode) or attempted.paper_n is None or attempted.day is None:
        raise Closed("service_day_missing")
    if attempted.day > station.today():
        raise Closed("service_day_ahead")
    if issued is not None and attempted.day < issued:
        raise Closed("service_day_early")


def _issued(connection: Connection, case_id: UUID, paper_n: int | None) -> date | None:
    query = select(PAPER.c.issued_at).where(PAPER.c.case_id == case_id, PAPER.c.n == paper_n)
    at = connection.execute(query).scalar()
    return None if at is None else station_day(at)


def _served_on(attempted: Attempted) -> date | None:
    return attempted.day if attempted.result == SERVED else None


def _there(connection: Connection, table: FromClause, case_id: UUID, n: int) -> bool:
    query = select(table.c.n).where(table.c.case_id == case_id, table.c.n == n)
    return connection.execute(query).first() is not None


def _matter(connection: Connection, case_id: UUID) -> int:
    """Return the first matter that is still open, or the first there is."""
    matters = connection.execute(
        select(MATTER.c.n, MATTER.c.track, MATTER.c.state)
        .where(MATTER.c.case_id == case_id)
        .order_by(MATTER.c.n)
    ).all()
    live = (row.n for row in matters if not TRACKS[row.track].state(row.state).end)
    return int(next(live, matters[0].n))
