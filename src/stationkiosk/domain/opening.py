"""When the counter is open: hours written by weekday, holidays closed, worked weekends like a Monday."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from stationkiosk.domain.calendar import STATION_TIME, Calendar

_PARTS = re.compile(r"([1-7])(?:-([1-7]))? (\d\d):(\d\d)-(\d\d):(\d\d)")
_MONDAY = 1
_FAR = 31
"""Days ahead that are looked through for the next opening; no holiday is as long."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The counter is open on these weekdays (1 is Monday) from ``opens`` until before ``closes``."""

    days: frozenset[int]
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether the counter is open, and the moment (station time) at which that changes, if one is known."""

    open: bool
    until: datetime | None


def parse_hours(row: str) -> Hours:
    """Return hours written like ``1-5 09:00-17:00``; 1 is Monday. Raises ValueError for any others."""
    found = _PARTS.fullmatch(row)
    if found is None:
        raise ValueError(f"hours {row!r}")
    first, last, *clock = (int(part or 0) for part in found.groups())
    opens, closes = time(clock[0], clock[1]), time(clock[2], clock[3])
    days = frozenset(range(first, (last or first) + 1))
    if not days or opens >= closes:
        raise ValueError(f"hours {row!r}")
    return Hours(days, opens, closes)


def opening(hours: Iterable[Hours], calendar: Calendar, moment: datetime) -> Opening | None:
    """Return whether the counter is open at an aware moment; None where no hours are written."""
    rows = sorted(hours, key=lambda row: row.opens)
    if not rows:
        return None
    now = moment.astimezone(STATION_TIME)
    for ahead in range(_FAR):
        day = now.date() + timedelta(days=ahead)
        for row in rows:
            if _weekday(calendar, day) not in row.days:
                continue
            opens, closes = (datetime.combine(day, at, STATION_TIME) for at in (row.opens, row.closes))
            if opens <= now < closes:
                return Opening(open=True, until=closes)
            if now < opens:
                return Opening(open=False, until=opens)
    return Opening(open=False, until=None)


def _weekday(calendar: Calendar, day: date) -> int:
    """Return the weekday whose hours hold: none on a holiday, Monday's on a weekend that is worked."""
    if day in calendar.workdays:
        return _MONDAY
    return 0 if day in calendar.holidays else day.isoweekday()
