"""Days: rest days by the State Council's notices, months, and the station's own day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

STATION_TIME = timezone(timedelta(hours=8), "CST")
"""China's one time zone; it has no summer time."""

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def station_day(moment: datetime) -> date:
    """Return the day it is in the station at an aware moment."""
    return moment.astimezone(STATION_TIME).date()


def add_months(day: date, months: int) -> date:
    """Return the same day some months on (or back), or the month's end where there is none (CC 202)."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weekends, less the weekends worked, plus the holidays; known for ``years`` only.

    In a year without a notice weekends and fixed holidays alone count, and what is reckoned
    is provisional.
    """

    holidays: frozenset[date]
    workdays: frozenset[date]
    years: frozenset[int]

    def rests(self, day: date) -> bool:
        """Tell whether a day is a statutory rest day."""
        if day in self.workdays:
            return False
        return day in self.holidays or day.weekday() >= _SATURDAY

    def known(self, day: date) -> bool:
        """Tell whether the State Council's notice for the day's year is here."""
        return day.year in self.years

    def add_working_days(self, start: date, count: int) -> date:
        """Return the ``count``-th working day after ``start``, which is not itself counted."""
        day = start
        while count > 0:
            day += _ONE_DAY
            count -= not self.rests(day)
        return day

    def roll(self, day: date) -> date:
        """Return the day, or the first working day after it if it is a rest day (CC 203)."""
        while self.rests(day):
            day += _ONE_DAY
        return day
