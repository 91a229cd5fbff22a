"""Guessing is slowed: each wrong code at a device makes the next try wait longer, and is journalled."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.store.tables import Guess

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=5)


def wait_after(failures: int) -> timedelta:
    """Return how long a device waits after this many wrong codes in a row: 2, 4, 8 … seconds."""
    if failures < FREE_TRIES:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(failures - FREE_TRIES + 1, 20)), LONGEST_WAIT)


def check_patience(station: Station, door: str) -> None:
    """Raise ``Closed("slow_down")`` while this device has to wait before it tries ``door`` again.

    A clock set back must not shut the door for the years between: then the next wrong code
    makes it wait.
    """
    with station.store.read() as connection:
        failures, last_at = _failures(connection, _device(station, door))
    now = station.clock.now()
    if last_at is None or now < last_at:
        return
    left = last_at + wait_after(failures) - now
    if left > timedelta(0):
        raise Closed("slow_down", seconds=str(math.ceil(left.total_seconds())))


def note_failure(station: Station, door: str) -> None:
    """Count one wrong code at this device and write it into the station's journal."""
    device, now = _device(station, door), station.clock.now()
    with station.store.write() as unit:
        failures = _failures(unit.connection, device)[0] + 1
        row = {"failures": failures, "last_at": now}
        unit.connection.execute(
            insert(Guess)
            .values(device=device, **row)
            .on_conflict_do_update(index_elements=["device"], set_=row)
        )
        unit.journal(None, station.public(), "wrong_code", now, {"door": door, "failures": failures})


def forgive(station: Station, door: str) -> None:
    """Forget the wrong codes of this device after a right one."""
    device = _device(station, door)
    with station.store.read() as connection:
        if not _failures(connection, device)[0]:
            return
    with station.store.write() as unit:
        unit.connection.execute(delete(Guess).where(Guess.device == device))


def _device(station: Station, door: str) -> str:
    return f"{station.device}/{door}"


def _failures(connection: Connection, device: str) -> tuple[int, datetime | None]:
    row = connection.execute(select(Guess.failures, Guess.last_at).where(Guess.device == device)).first()
    return (row.failures, row.last_at) if row else (0, None)
