"""Which rooms and mediators are taken when: of all cases, as each may see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, select

from stationkiosk.casework.desk.seeing import sees
from stationkiosk.casework.mediating.shown import Booked
from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station, local
from stationkiosk.domain.booking import LONGEST, SHORTEST, Booking, clash, fits
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.tracks.mediation import MEDIATION
from stationkiosk.store import tables

CASE = tables.Case.__table__
MATTER = tables.Matter.__table__
SESSION = tables.Session.__table__

_STANDS = ("mediating", "recusal", "suspended", "signing")
"""States of a matter in which its sessions still take place."""

_AROUND = timedelta(days=1)


def booked(station: Station, who: SignedIn, day: date) -> tuple[Booked, ...]:
    """Return what is taken on a day to whoever sees mediations; the cases of others have no number.

    Closed ``part_not_yours``.
    """
    with station.store.read() as connection:
        if MEDIATION.id not in sees(connection, who).tracks:
            raise Closed("part_not_yours")
        return tuple(_booked(connection, who, row) for row in sessions_on(connection, day))


def _booked(connection: Connection, who: SignedIn, row: Record) -> Booked:
    try:
        known = MEDIATION.id in sees(connection, who, row.case_id).tracks
    except Closed:
        known = False
    return Booked(
        room=row.room,
        mediator=row.mediator,
        starts_at=row.starts_at,
        minutes=row.minutes,
        number=row.number if known else "",
        case_id=row.case_id if known else None,
    )


def check_free(
    station: Station, connection: Connection, wanted: Booking, besides: Record | None = None
) -> None:
    """Refuse a session that cannot be: ``besides`` is the one that is moved.

    Closed ``room_unknown``, ``session_length``, ``session_hours``, ``room_taken``, ``mediator_taken``.
    """
    rooms = station.site.rooms
    if wanted.room not in rooms:
        raise Closed("room_unknown", rooms_zh="、".join(rooms), rooms_en=", ".join(rooms))
    if not SHORTEST <= wanted.minutes <= LONGEST:
        raise Closed("session_length", least=str(SHORTEST), most=str(LONGEST))
    if not fits(wanted, station.site.opening, station.reference.calendar):
        raise Closed("session_hours")
    found = clash(wanted, _taken(connection, wanted, besides))
    if found:
        what, by = found
        begins, ends = (f"{local(moment):%H:%M}" for moment in (by.starts_at, by.ends_at))
        raise Closed(what, begins=begins, ends=ends)


def _taken(connection: Connection, wanted: Booking, besides: Record | None) -> Iterator[Booking]:
    for row in sessions_between(connection, wanted.starts_at - _AROUND, wanted.ends_at):
        if besides is None or (row.case_id, row.n) != (besides.case_id, besides.n):
            yield Booking(row.room, row.mediator, row.starts_at, row.minutes)


def sessions_on(connection: Connection, day: date) -> tuple[Record, ...]:
    """Return the sessions of a day of the station, by their hours, with the number of the case."""
    begins = datetime.combine(day, time(), STATION_TIME).astimezone(UTC)
    return sessions_between(connection, begins, begins + timedelta(days=1))


def sessions_between(connection: Connection, since: datetime, until: datetime) -> tuple[Record, ...]:
    """Return the sessions that start from ``since`` until before ``until`` and are not over."""
    query = (
        select(SESSION, CASE.c.number)
        .join(CASE, CASE.c.id == SESSION.c.case_id)
        .join(MATTER, (MATTER.c.case_id == SESSION.c.case_id) & (MATTER.c.n == SESSION.c.matter_n))
        .where(SESSION.c.starts_at >= since, SESSION.c.starts_at < until, SESSION.c.closed_at.is_(None))
        .where(MATTER.c.state.in_(_STANDS))
        .order_by(SESSION.c.starts_at, SESSION.c.room)
    )
    return tuple(connection.execute(query).all())
