"""Guessing is slowed: each wrong code makes its device wait longer, each wrong tail shuts its case sooner.

A right code forgives nothing, since whoever guesses may own one. What was guessed wrong fades
with time instead, by ``Terms.guess_fade`` and ``Terms.tail_fade``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select

from stationkiosk.casework.station import Station
from stationkiosk.domain.errors import Closed
from stationkiosk.store.tables import Guess
from stationkiosk.store.unit import Unit

FREE_TRIES = 3
LONGEST_WAIT = timedelta(minutes=5)
MOST = 12
"""Failures that are counted at a device: with these it waits the longest already."""

NUMBER_DOOR = "number"
"""The name under which guesses at the numbers of cases are counted."""


def wait_after(failures: int) -> timedelta:
    """Return how long a device waits after this many wrong codes: 2, 4, 8 … seconds."""
    if failures < FREE_TRIES:
        return timedelta(0)
    return min(timedelta(seconds=2 ** (failures - FREE_TRIES + 1)), LONGEST_WAIT)


def check_patience(station: Station, door: str) -> None:
    """Raise ``Closed("slow_down")`` while this device has to wait before it tries ``door`` again."""
    now, fade = station.clock.now(), station.terms.guess_fade
    with station.store.read() as connection:
        tried = tries_of(connection, f"{station.device}/{door}")
    left = tried.left(now, wait_after(tried.faded(now, fade)))
    if left > timedelta(0):
        raise Closed("slow_down", seconds=str(math.ceil(left.total_seconds())))


def note_failure(station: Station, door: str) -> None:
    """Count one wrong code at this device and write it into the station's journal."""
    with station.store.write() as unit:
        _note_at_device(station, unit, door)


def check_rest(station: Station, number: str) -> None:
    """Raise ``Closed("number_rests")`` while too many wrong tails were tried with a case number.

    It is the same for a number of no case, and at every device of the station.
    """
    now, terms = station.clock.now(), station.terms
    with station.store.read() as connection:
        tried = tries_of(connection, f"{NUMBER_DOOR}/{number}")
    if tried.failures < terms.tail_tries:
        return
    left = tried.left(now, terms.tail_fade)
    if left > timedelta(0):
        raise Closed("number_rests", hours=str(math.ceil(left / timedelta(hours=1))))


def note_wrong_tail(station: Station, number: str) -> None:
    """Count a wrong tail at this device and against its case number; the journal tells when that rests."""
    terms = station.terms
    with station.store.write() as unit:
        _note_at_device(station, unit, NUMBER_DOOR)
        failures = count_failure(
            station, unit, f"{NUMBER_DOOR}/{number}", terms.tail_fade, terms.tail_tries
        )
        if failures == terms.tail_tries:
            detail = {"number": number, "failures": failures}
            unit.journal(None, station.public(), "rest_number", station.clock.now(), detail)


@dataclass(frozen=True, slots=True)
class Tried:
    """How often somebody guessed wrong, and when for the last time; None: never."""

    failures: int
    last_at: datetime | None

    def faded(self, now: datetime, fade: timedelta) -> int:
        """Return the failures that still count: one less for every ``fade`` since the last."""
        if self.last_at is None:
            return 0
        return max(self.failures - max((now - self.last_at) // fade, 0), 0)

    def left(self, now: datetime, wait: timedelta) -> timedelta:
        """Return what is left of a wait since the last failure.

        A clock set back must not shut the door for the years between: then the next wrong
        code makes it wait.
        """
        if self.last_at is None or now < self.last_at:
            return timedelta(0)
        return self.last_at + wait - now


def _note_at_device(station: Station, unit: Unit, door: str) -> None:
    failures = count_failure(station, unit, f"{station.device}/{door}", station.terms.guess_fade, MOST)
    detail = {"door": door, "failures": failures}
    unit.journal(None, station.public(), "wrong_code", station.clock.now(), detail)


def count_failure(station: Station, unit: Unit, whose: str, fade: timedelta, most: int) -> int:
    """Count one failure, drop what has faded for good, and return the failures that count now."""
    now, terms = station.clock.now(), station.terms
    longest = max(
        terms.guess_fade * MOST,
        terms.tail_fade * terms.tail_tries,
        terms.sign_in_rest * terms.sign_in_tries,
    )
    failures = min(tries_of(unit.connection, whose).faded(now, fade) + 1, most)
    gone = (Guess.last_at < now - longest) | (Guess.device == whose)
    unit.connection.execute(delete(Guess).where(gone))
    unit.insert(Guess, device=whose, failures=failures, last_at=now)
    return failures


def tries_of(connection: Connection, whose: str) -> Tried:
    """Return how often somebody guessed wrong."""
    row = connection.execute(select(Guess.failures, Guess.last_at).where(Guess.device == whose)).first()
    return Tried(row.failures, row.last_at) if row else Tried(0, None)
