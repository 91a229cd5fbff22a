"""Sessions: planned where room and mediator are free, opened once everybody is known, closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from stationkiosk.casework.matters import Doing
from stationkiosk.casework.mediating.informing import may_come
from stationkiosk.casework.mediating.room_calendar import check_free
from stationkiosk.casework.mediating.sealing import check_mediator, mediation_of
from stationkiosk.casework.mediating.shown import Attendant
from stationkiosk.casework.record import Record
from stationkiosk.casework.rows import next_n
from stationkiosk.casework.station import Station
from stationkiosk.domain.booking import Booking
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.tracks.needs import LIST_SEPARATOR, read_moment
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

PARTY = tables.Party.__table__
SESSION = tables.Session.__table__

ABSENT = "absent"
"""How a session ends that somebody did not come to: it need not have been opened."""


def plan(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Enter a session to come. Closed ``no_such_party`` and as ``room_calendar.check_free``."""
    private = doing.inputs.get("private", "")
    if private and int(private) not in {one.side_n for one in may_come(station, unit.connection, matter)}:
        raise Closed("no_such_party")
    found = mediation_of(unit.connection, matter.case_id, matter.n)
    assert found is not None
    wanted = Booking(
        doing.inputs["room"], found.mediator, _starts(doing.inputs["starts"]), int(doing.inputs["minutes"])
    )
    check_free(station, unit.connection, wanted)
    unit.insert(
        tables.Session,
        case_id=matter.case_id,
        n=next_n(unit, tables.Session, matter.case_id),
        matter_n=matter.n,
        private_with=int(private) if private else None,
        mediator=wanted.mediator,
        room=wanted.room,
        starts_at=wanted.starts_at,
        minutes=wanted.minutes,
        opened_at=None,
        closed_at=None,
        outcome="",
        present=[],
    )


def move(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Put a session elsewhere. Closed ``session_begun``, ``no_such_session``, as ``check_free``."""
    row = _session(unit, matter, doing)
    if row.opened_at or row.closed_at:
        raise Closed("session_begun")
    wanted = Booking(doing.inputs["room"], row.mediator, _starts(doing.inputs["starts"]), row.minutes)
    check_free(station, unit.connection, wanted, besides=row)
    _change(unit, row, room=wanted.room, starts_at=wanted.starts_at)


def begin(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Open a session with those who came, each known and told of rights and duties.

    Closed ``not_the_mediator``, ``no_such_session``, ``session_begun``, ``session_running``,
    ``no_such_party``, ``identity_unchecked``, ``side_absent``, ``private_only``, ``rights_untold``.
    """
    check_mediator(unit.connection, matter.case_id, matter.n, doing.actor.name)
    row = _session(unit, matter, doing)
    if row.opened_at or row.closed_at:
        raise Closed("session_begun")
    if _running(unit, matter):
        raise Closed("session_running")
    present, checked = _numbers(doing.inputs["present"]), _numbers(doing.inputs["checked"])
    listed = may_come(station, unit.connection, matter)
    _check_known(listed, present, checked)
    came = [one for one in listed if one.n in present]
    _check_sides(unit.connection, row, listed, came)
    _change(unit, row, opened_at=station.clock.now(), present=sorted(present))


def close(station: Station, unit: Unit, matter: Record, doing: Doing) -> None:
    """Close a session with what came of it. Closed ``not_the_mediator``, ``session_not_open``."""
    check_mediator(unit.connection, matter.case_id, matter.n, doing.actor.name)
    row, outcome = _session(unit, matter, doing), doing.inputs["outcome"]
    if row.closed_at or (row.opened_at is None and outcome != ABSENT):
        raise Closed("session_not_open")
    _change(unit, row, closed_at=station.clock.now(), outcome=outcome)


def _check_known(listed: Sequence[Attendant], present: frozenset[int], checked: frozenset[int]) -> None:
    """Refuse strangers, those whose identity nobody checked, and those who know nothing of their rights."""
    came = [one for one in listed if one.n in present]
    if len(came) < len(present):
        raise Closed("no_such_party")
    if unknown := [one.name for one in came if one.n not in checked]:
        raise Closed("identity_unchecked", name="、".join(unknown))
    told = {one.side_n for one in listed if one.informed}
    if untold := [one.name for one in came if one.side_n not in told]:
        raise Closed("rights_untold", name="、".join(untold))


def _check_sides(
    connection: Connection, row: Record, listed: Sequence[Attendant], came: Sequence[Attendant]
) -> None:
    """Refuse a joint session that a side did not come to, and a private one with others in the room."""
    sides = {one.side_n for one in came}
    if row.private_with is not None:
        if sides != {row.private_with}:
            raise Closed("private_only")
        return
    roles = select(PARTY.c.n, PARTY.c.role).where(PARTY.c.case_id == row.case_id)
    role = {party.n: party.role for party in connection.execute(roles)}
    here = {role[side] for side in sides}
    if away := [one.side for one in listed if role[one.side_n] not in here]:
        raise Closed("side_absent", name="、".join(dict.fromkeys(away)))


def sessions_of(connection: Connection, matter: Record) -> tuple[Record, ...]:
    """Return the sessions of a mediation in the order they were planned."""
    query = select(SESSION).where(SESSION.c.case_id == matter.case_id, SESSION.c.matter_n == matter.n)
    return tuple(connection.execute(query.order_by(SESSION.c.n)))


def _session(unit: Unit, matter: Record, doing: Doing) -> Record:
    query = select(SESSION).where(
        SESSION.c.case_id == matter.case_id,
        SESSION.c.matter_n == matter.n,
        SESSION.c.n == int(doing.inputs["session"]),
    )
    row = unit.connection.execute(query).first()
    if row is None:
        raise Closed("no_such_session")
    return row


def _running(unit: Unit, matter: Record) -> bool:
    query = select(SESSION.c.n).where(
        SESSION.c.case_id == matter.case_id,
        SESSION.c.matter_n == matter.n,
        SESSION.c.opened_at.is_not(None),
        SESSION.c.closed_at.is_(None),
    )
    return unit.connection.execute(query.limit(1)).first() is not None


def _change(unit: Unit, row: Record, **values: Any) -> None:  # noqa: ANN401
    unit.update(tables.Session, {"case_id": row.case_id, "n": row.n}, **values)


def _numbers(given: str) -> frozenset[int]:
    return frozenset(map(int, given.split(LIST_SEPARATOR)))


def _starts(given: str) -> datetime:
    moment = read_moment(given)
    assert moment is not None
    return moment
