"""Calls for staff: somebody at a kiosk needs a person, and the station's other windows hear of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, func, select

from stationkiosk.casework.record import Record
from stationkiosk.casework.staff import check_member
from stationkiosk.casework.station import Station
from stationkiosk.casework.views import Called
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.opening import opening
from stationkiosk.store import tables

CALL = tables.StaffCall.__table__


class CallEnd(StrEnum):
    """How a call ended."""

    CAME = "came"
    """Staff were there, says the person."""
    TAKEN_BACK = "taken_back"
    """The person needs nobody any more."""
    LEFT = "left"
    """The session ended with the call still open."""
    ANSWERED = "answered"
    """A member of staff answered it at the desk and is on the way."""


def call_staff(station: Station, page: str) -> Called:
    """Enter a call from a page of this kiosk; one that is still open stands, and is not made twice."""
    with station.store.write() as unit:
        now = station.clock.now()
        row = _open_at(unit.connection, station.device)
        if row is None:
            last = unit.connection.execute(select(func.max(CALL.c.n))).scalar() or 0
            unit.insert(
                tables.StaffCall,
                n=last + 1,
                device=station.device,
                page=page,
                called_at=now,
                ended="",
                ended_at=None,
            )
            unit.journal(None, station.public(), "call_staff", now, {"page": page})
            return _called(station, last + 1, now)
    return _called(station, row.n, row.called_at)


def end_call(station: Station, how: CallEnd) -> None:
    """End the call that is open at this kiosk, if there is one."""
    with station.store.read() as connection:
        if _open_at(connection, station.device) is None:
            return
    with station.store.write() as unit:
        now = station.clock.now()
        row = _open_at(unit.connection, station.device)
        if row is not None:
            unit.update(tables.StaffCall, {"n": row.n}, ended=how.value, ended_at=now)
            unit.journal(None, station.public(), "end_call", now, {"how": how.value})


def answer_call(station: Station, actor: Actor, n: int) -> None:
    """Note that a member of staff answers a call; the kiosk hears of it and says so.

    Closed ``call_gone`` where no such call is open any more: somebody came, or it was taken back.
    """
    with station.store.write() as unit:
        now = station.clock.now()
        check_member(unit.connection, actor)
        waits = select(CALL.c.n).where(CALL.c.n == n, CALL.c.ended == "")
        if unit.connection.execute(waits).first() is None:
            raise Closed("call_gone")
        unit.update(tables.StaffCall, {"n": n}, ended=CallEnd.ANSWERED.value, ended_at=now)
        unit.journal(None, actor, "answer_call", now, {"call": n})


def call_waits(station: Station, n: int) -> bool:
    """Tell whether a call still waits for somebody."""
    with station.store.read() as connection:
        return (
            connection.execute(select(CALL.c.n).where(CALL.c.n == n, CALL.c.ended == "")).first()
            is not None
        )


def open_calls(station: Station) -> tuple[Record, ...]:
    """Return the calls that nobody answered yet, oldest first: number, device, page, moment."""
    with station.store.read() as connection:
        return tuple(connection.execute(select(CALL).where(CALL.c.ended == "").order_by(CALL.c.n)))


def _open_at(connection: Connection, device: str) -> Record | None:
    return connection.execute(select(CALL).where(CALL.c.device == device, CALL.c.ended == "")).first()


def _called(station: Station, n: int, at: datetime) -> Called:
    now = opening(station.site.opening, station.reference.calendar, station.clock.now())
    return Called(n, at, now)
