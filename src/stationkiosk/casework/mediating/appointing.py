"""Naming the mediator, and another one where a side asked for it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from stationkiosk.casework.clocks import start_clocks, stop_clocks
from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.informing import may_come
from stationkiosk.casework.mediating.sealing import mediation_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import posts_on_case
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.staff import APART
from stationkiosk.ledger.journal import chain_name
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

MATTER = tables.Matter.__table__
SESSION = tables.Session.__table__
STAFF = tables.Staff.__table__

CLOCK = "mediation.mediate"
"""The clock that acceptance starts; a way with another takes its place."""

_CONSUMERS = "complaint"


def appoint(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter the way and the mediator, with the ties disclosed; the way's own clock starts.

    Closed ``entrusted_missing``, ``way_not_for_consumers``, ``roles_apart``, ``mediator_is_party``.
    """
    rule = station.reference.way(doing.inputs["way"], station.today())
    entrusted = doing.inputs.get("entrusted", "")
    if rule.entrusts and not entrusted:
        raise Closed("entrusted_missing")
    if not rule.consumers and _of_consumer(unit.connection, matter):
        raise Closed("way_not_for_consumers", way_zh=rule.label.zh, way_en=rule.label.en)
    mediator = doing.inputs["mediator"]
    _check_apart(station, unit.connection, matter, mediator)
    unit.insert(
        tables.Mediation,
        case_id=matter.case_id,
        n=matter.n,
        way=rule.id,
        mediator=mediator,
        disclosed=doing.inputs["disclosed"],
        entrusted=entrusted,
        appointed_at=station.clock.now(),
    )
    if rule.clock != CLOCK:
        stop_clocks(station, unit, matter.case_id, matter.n, (CLOCK,))
        start_clocks(station, unit, matter.case_id, matter.n, (rule.clock,))


def replace_mediator(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Put another mediator in the place of the one a side did not want.

    Closed ``same_mediator``, ``own_recusal``, ``roles_apart``, ``mediator_is_party``.
    """
    _check_decider(unit.connection, matter, doing)
    if doing.inputs["mediator"] == _mediator(unit.connection, matter):
        raise Closed("same_mediator")
    put_in_place(station, unit, matter, doing)


def put_in_place(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter another mediator, in the sessions to come too.

    Closed ``roles_apart``, ``mediator_is_party``.
    """
    mediator = doing.inputs["mediator"]
    _check_apart(station, unit.connection, matter, mediator)
    unit.update(
        tables.Mediation,
        {"case_id": matter.case_id, "n": matter.n},
        mediator=mediator,
        disclosed=doing.inputs["disclosed"],
        appointed_at=station.clock.now(),
    )
    waiting = select(SESSION.c.n).where(
        SESSION.c.case_id == matter.case_id, SESSION.c.matter_n == matter.n, SESSION.c.opened_at.is_(None)
    )
    for n in unit.connection.execute(waiting.where(SESSION.c.closed_at.is_(None))).scalars().all():
        unit.update(tables.Session, {"case_id": matter.case_id, "n": n}, mediator=mediator)


def ask_recusal(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Check that it is a side, or who speaks for one, that asks. Closed ``no_such_party``."""
    if int(doing.inputs["party"]) not in {one.n for one in may_come(station, unit.connection, matter)}:
        raise Closed("no_such_party")


def keep_mediator(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:  # noqa: ARG001
    """Check that nobody decides on their own recusal. Closed ``own_recusal``."""
    _check_decider(unit.connection, matter, doing)


def _check_decider(connection: Connection, matter: Record, doing: Doing) -> None:
    if doing.actor.name == _mediator(connection, matter):
        raise Closed("own_recusal")


def _mediator(connection: Connection, matter: Record) -> str:
    found = mediation_of(connection, matter.case_id, matter.n)
    return str(found.mediator) if found is not None else ""


def _check_apart(station: Station, connection: Connection, matter: Record, mediator: str) -> None:
    other = APART[Role.MEDIATOR]
    if other in posts_on_case(connection, chain_name(matter.case_id), mediator):
        raise Closed("roles_apart", role=Role.MEDIATOR.value, other=other.value)
    name = connection.execute(select(STAFF.c.name).where(STAFF.c.login == mediator)).scalar()
    if name in {one.name for one in may_come(station, connection, matter)}:
        raise Closed("mediator_is_party", name=str(name))


def _of_consumer(connection: Connection, matter: Record) -> bool:
    query = select(MATTER.c.track).where(MATTER.c.case_id == matter.case_id)
    return _CONSUMERS in set(connection.execute(query).scalars())
