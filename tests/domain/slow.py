"""An independent reckoning on fingers: one day after the other, each looked at and crossed off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from stationkiosk.domain.calendar import Calendar

ONE = timedelta(days=1)


def works(calendar: Calendar, day: date) -> bool:
    return day in calendar.workdays or (day.isoweekday() < 6 and day not in calendar.holidays)


def month_on(day: date) -> tuple[int, int]:
    return (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)


def months_on(start: date, months: int) -> date:
    """Turn the leaf month by month; where the day is not there, go back until one is."""
    leaf = start.replace(day=1)
    for _ in range(months):
        leaf = date(*month_on(leaf), 1)
    for number in range(start.day, 0, -1):
        try:
            return leaf.replace(day=number)
        except ValueError:
            continue
    raise AssertionError


def crossed_off(start: date, marks: int, counts: Callable[[date], bool]) -> date:
    day = start
    while marks:
        day += ONE
        if counts(day):
            marks -= 1
    return day


def slow_end(
    start: date,
    steps: Sequence[tuple[int, str]],
    calendar: Calendar,
    *,
    still: frozenset[date] = frozenset(),
    roll: bool = True,
) -> date:
    """Return the last day after each step in turn; ``still`` days are never crossed off."""
    day = start
    for value, unit in steps:
        if unit == "wd":
            day = crossed_off(day, value, lambda d: works(calendar, d) and d not in still)
        else:
            months = {"mo": value, "yr": value * 12}.get(unit)
            plain = value if months is None else (months_on(day, months) - day).days
            day = crossed_off(day, plain, lambda d: d not in still)
    while roll and (not works(calendar, day) or day in still):
        day += ONE
    return day


def slow_back(event: date, value: int, unit: str, calendar: Calendar) -> date:
    """Return the day from which so many days run up to an event, and never a rest day."""
    day = event
    while value:
        day -= ONE
        if unit == "cd" or works(calendar, day):
            value -= 1
    while not works(calendar, day):
        day -= ONE
    return day
