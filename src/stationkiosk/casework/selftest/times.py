"""Whether the days and hours are right: the clock, the calendar, the dated rules, the last self-test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta

from stationkiosk import __version__
from stationkiosk.casework import startup
from stationkiosk.casework.selftest.look import Look
from stationkiosk.casework.selftest.shown import CheckShown
from stationkiosk.casework.station import local
from stationkiosk.devices.clock import TOLERANCE
from stationkiosk.devices.machine import boot_id
from stationkiosk.domain.rules import Book
from stationkiosk.domain.text import Text
from stationkiosk.reference.reference import Reference

AHEAD = 30
"""So many working days ahead the calendar and the rules have to be known: most periods end within."""

TESTED_OLD = timedelta(days=7)


def clock(look: Look) -> Iterator[CheckShown]:
    """Hold the clock against the last filing, and against the machine's own counting of seconds."""
    station = look.station
    now = f"{local(station.clock.now()):%Y-%m-%d %H:%M:%S}"
    if startup.clock_behind(station):
        yield look.found("clock", "bad", "clock_behind", now=now)
        return
    jumped = _jumped(look)
    if abs(jumped) > TOLERANCE:
        minutes = round(abs(jumped).total_seconds() / 60)
        key = "clock_leapt" if jumped > timedelta() else "clock_fell"
        yield look.found("clock", "warn", key, now=now, minutes=minutes)
        return
    yield look.found("clock", "good", "clock", now=now)


def _jumped(look: Look) -> timedelta:
    """Return how much further the clock went than the machine counted since the last self-test."""
    before, here = look.before, boot_id()
    if not here or before.get("boot") != here:
        return timedelta()
    told, counted = datetime.fromisoformat(str(before["at"])), int(str(before["seconds"]))
    passed = look.station.clock.now() - told
    return passed - timedelta(seconds=look.station.clock.monotonic() - counted)


def rules(look: Look) -> Iterator[CheckShown]:
    """Tell whether holidays and dated rules are known for today and the working days to come."""
    reference, today = look.station.reference, look.station.today()
    until = reference.calendar.add_working_days(today, AHEAD)
    ending = _ending(reference, today, until)
    if ending is not None:
        said = "rules_ended" if ending[1] < today else "rules_end"
        yield look.found("rules", "warn", said, rule=ending[0], day=ending[1].isoformat())
        return
    unknown = [day for day in (today, until) if not reference.calendar.known(day)]
    if unknown:
        yield look.found("rules", "warn", "holidays_unknown", year=unknown[0].year)
        return
    yield look.found("rules", "good", "rules", until=until.isoformat())


def _ending(reference: Reference, today: date, until: date) -> tuple[Text, date] | None:
    """Return the first rule that ends before ``until`` while nothing follows it, and its last day."""
    books = (getattr(reference, field.name) for field in fields(reference))
    for book in books:
        for rows in book.rows.values() if isinstance(book, Book) else ():
            last = rows[-1]
            if last.valid_to is not None and today - timedelta(days=1) <= last.valid_to < until:
                label = getattr(last, "label", None)
                return label if isinstance(label, Text) else Text(last.id, last.id), last.valid_to
    return None


def tested(look: Look) -> Iterator[CheckShown]:
    """Tell how long ago the last self-test was."""
    if "at" not in look.before:
        yield look.found("tested", "good", "tested_never")
        return
    last = datetime.fromisoformat(str(look.before["at"]))
    old = look.station.clock.now() - last > TESTED_OLD
    at = f"{local(last):%Y-%m-%d %H:%M}"
    yield look.found("tested", "warn" if old else "good", "tested_long_ago" if old else "tested", at=at)


def version(look: Look) -> Iterator[CheckShown]:
    """Tell the program's version."""
    yield look.found("version", "good", "version", version=__version__)
