"""Counting days: forward or back, over rest days and over days that stand still.

CC 201-203: the day of the event is not counted; months and years end on the same day of the
month, or on its last day; a last day at rest is followed by the next working day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stationkiosk.domain.calendar import Calendar, add_months
from stationkiosk.domain.rules import Unit

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StandStill:
    """Days on which a clock stands still: stretches in order, apart from each other, ends included."""

    stretches: tuple[tuple[date, date], ...] = ()

    @classmethod
    def of(cls, stretches: Iterable[tuple[date, date]]) -> StandStill:
        """Put stretches in order and join those that touch or overlap."""
        joined: list[tuple[date, date]] = []
        for since, until in sorted(stretches):
            if joined and since <= joined[-1][1] + ONE_DAY:
                joined[-1] = joined[-1][0], max(joined[-1][1], until)
            else:
                joined.append((since, until))
        return cls(tuple(joined))

    def holds(self, day: date) -> bool:
        """Tell whether the clock stands still on a day."""
        return any(since <= day <= until for since, until in self.stretches)

    def days(self, after: date, until: date) -> int:
        """Return how many days after one day and up to another stand still."""
        spans = ((max(a, after + ONE_DAY), min(b, until)) for a, b in self.stretches)
        return sum((b - a).days + 1 for a, b in spans if a <= b)


RUNNING = StandStill()
"""A clock that never stands still."""


def count(start: date, value: int, unit: Unit, calendar: Calendar, still: StandStill = RUNNING) -> date:
    """Return the day on which ``value`` units after ``start`` are full, before any roll."""
    if unit is Unit.WORKING_DAYS:
        return _working(start, value, calendar, still)
    return _days(start, (_plain_end(start, value, unit) - start).days, still)


def count_back(event: date, value: int, unit: Unit, calendar: Calendar) -> date:
    """Return the day from which ``value`` units run up to an event, whose own day is not counted."""
    if unit is not Unit.WORKING_DAYS:
        return _plain_end(event, -value, unit)
    day = event
    while value > 0:
        day -= ONE_DAY
        value -= not calendar.rests(day)
    return day


def roll(day: date, calendar: Calendar, still: StandStill = RUNNING) -> date:
    """Return the day, or the first one after it that is neither at rest nor standing still."""
    while calendar.rests(day) or still.holds(day):
        day += ONE_DAY
    return day


def roll_back(day: date, calendar: Calendar) -> date:
    """Return the day, or the last working day before it."""
    while calendar.rests(day):
        day -= ONE_DAY
    return day


def _working(start: date, value: int, calendar: Calendar, still: StandStill) -> date:
    if not still.stretches:
        return calendar.add_working_days(start, value)
    day = start
    while value > 0:
        day += ONE_DAY
        value -= not (calendar.rests(day) or still.holds(day))
    return day


def _days(start: date, length: int, still: StandStill) -> date:
    """Return the day on which so many days are full, each stretch on the way put on top."""
    end = start + timedelta(days=length)
    for since, until in still.stretches:
        first = max(since, start + ONE_DAY)
        if first <= min(end, until):
            end += until - first + ONE_DAY
    return end


def _plain_end(start: date, value: int, unit: Unit) -> date:
    if unit is Unit.CALENDAR_DAYS:
        return start + timedelta(days=value)
    if unit is Unit.HOURS:
        raise ValueError(unit)
    return add_months(start, value if unit is Unit.MONTHS else value * 12)
