"""The counter's hours: open, closed at noon, on holidays and on weekends that are worked."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from stationkiosk.domain.calendar import STATION_TIME, Calendar
from stationkiosk.domain.opening import Opening, opening, parse_hours

CALENDAR = Calendar(
    holidays=frozenset({date(2026, 10, day) for day in range(1, 8)}),
    workdays=frozenset({date(2026, 10, 10)}),
    years=frozenset({2026}),
)
HOURS = tuple(map(parse_hours, ("1-5 13:30-17:00", "1-5 09:00-12:00")))


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=STATION_TIME)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (at(11, 23, 9), Opening(True, at(11, 23, 12))),
        (at(11, 23, 8, 59), Opening(False, at(11, 23, 9))),
        (at(11, 23, 12), Opening(False, at(11, 23, 13, 30))),
        (at(11, 20, 17), Opening(False, at(11, 23, 9))),
        (at(11, 22, 10), Opening(False, at(11, 23, 9))),
        (at(9, 30, 18), Opening(False, at(10, 8, 9))),
        (at(10, 10, 10), Opening(True, at(10, 10, 12))),
    ],
    ids=["open", "early", "noon", "Friday night", "Sunday", "before the holiday", "worked Saturday"],
)
def test_the_counter_is_open_by_its_hours_and_the_calendar(now: datetime, told: Opening) -> None:
    assert opening(HOURS, CALENDAR, now) == told


def test_a_station_that_writes_no_hours_says_nothing() -> None:
    assert opening((), CALENDAR, at(11, 23, 9)) is None


def test_a_counter_that_never_opens_names_no_day() -> None:
    always = Calendar(
        frozenset(date.fromordinal(n) for n in range(739000, 741000)), frozenset(), frozenset()
    )
    assert opening(HOURS, always, at(11, 23, 9)) == Opening(False, None)


@pytest.mark.parametrize("row", ["", "8 09:00-17:00", "5-1 09:00-17:00", "1 17:00-09:00", "1 25:00-26:00"])
def test_hours_that_make_no_sense_are_refused(row: str) -> None:
    with pytest.raises(ValueError, match="hour"):
        parse_hours(row)


def test_one_day_alone_may_have_hours() -> None:
    assert parse_hours("6 09:00-12:00").days == {6}
