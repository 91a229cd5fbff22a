from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.calendar import add_months, station_day
from stationkiosk.domain.deadlines import Deadline, reckon
from stationkiosk.domain.rules import Confidence, Period, Unit
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text
from tests.journeys.samples import REFERENCE

CALENDAR = REFERENCE.calendar
KNOWN_DAYS = st.dates(date(2025, 1, 1), date(2026, 8, 31))
LENGTHS = st.integers(1, 60)
UNITS = st.sampled_from([Unit.WORKING_DAYS, Unit.CALENDAR_DAYS])


def period(value: int, unit: Unit, *, roll: bool = True) -> Period:
    words = Text("从{day}起算。", "Counted from {day}.")
    return Period(
        id="sample", valid_from=date(2020, 1, 1), valid_to=None, source="made up",
        confidence=Confidence.INFERRED, label=words, value=value, unit=unit, article=Text("甲", "A"),
        start=words, roll=roll,
    )  # fmt: skip


def due(value: int, unit: str, start: date) -> date:
    return reckon(period(value, Unit(unit)), start, CALENDAR).due


VECTORS = [
    (7, "wd", date(2025, 9, 26), date(2025, 10, 13)),
    (7, "wd", date(2026, 2, 9), date(2026, 2, 25)),
    (45, "wd", date(2025, 8, 20), date(2025, 10, 28)),
    (60, "cd", date(2026, 8, 3), date(2026, 10, 8)),
    (30, "cd", date(2026, 1, 20), date(2026, 2, 24)),
    (30, "cd", date(2025, 9, 5), date(2025, 10, 9)),
    (15, "wd", date(2026, 4, 20), date(2026, 5, 13)),
    (15, "wd", date(2026, 5, 13), date(2026, 6, 3)),
    (5, "wd", date(2026, 9, 24), date(2026, 10, 9)),
    (7, "wd", date(2026, 4, 29), date(2026, 5, 12)),
    (15, "cd", date(2026, 9, 18), date(2026, 10, 8)),
    (120, "cd", date(2026, 3, 2), date(2026, 6, 30)),
]
"""The vectors of the domain notes, section 6."""


@pytest.mark.parametrize(("value", "unit", "start", "last"), VECTORS)
def test_last_days_are_those_of_the_notes(value: int, unit: str, start: date, last: date) -> None:
    assert due(value, unit, start) == last


def test_a_period_that_does_not_roll_ends_on_its_own_day() -> None:
    sunday = reckon(period(90, Unit.CALENDAR_DAYS, roll=False), date(2026, 3, 2), CALENDAR)
    assert sunday.due == date(2026, 5, 31)


def slow(value: int, unit: Unit, start: date) -> date:
    """Reckon on fingers: a list of all days, each marked, counted off one by one."""
    days = [start + timedelta(days=n) for n in range(1, 400)]
    works = [d in CALENDAR.workdays or (d.isoweekday() < 6 and d not in CALENDAR.holidays) for d in days]
    if unit is Unit.WORKING_DAYS:
        return [d for d, w in zip(days, works, strict=True) if w][value - 1]
    return next(d for d, w in zip(days, works, strict=True) if w and (d - start).days >= value)


@given(LENGTHS, UNITS, KNOWN_DAYS)
def test_a_slow_reckoning_finds_the_same_day(value: int, unit: Unit, start: date) -> None:
    assert due(value, unit, start) == slow(value, unit, start)


@given(LENGTHS, UNITS, KNOWN_DAYS)
def test_a_last_day_is_a_working_day_after_the_event(value: int, unit: Unit, start: date) -> None:
    last = due(value, unit, start)
    assert last > start
    assert not CALENDAR.rests(last)


@given(LENGTHS, UNITS, KNOWN_DAYS, st.integers(0, 40))
def test_a_later_event_never_ends_earlier(value: int, unit: Unit, start: date, later: int) -> None:
    assert due(value, unit, start) <= due(value, unit, start + timedelta(days=later))


@given(LENGTHS, UNITS, KNOWN_DAYS)
def test_a_longer_period_never_ends_earlier(value: int, unit: Unit, start: date) -> None:
    assert due(value, unit, start) <= due(value + 1, unit, start)


@given(LENGTHS, KNOWN_DAYS)
def test_working_days_are_never_shorter_than_days(value: int, start: date) -> None:
    assert due(value, "wd", start) >= start + timedelta(days=value)


def said(deadline: Deadline) -> str:
    return "".join(text.zh for text in deadline.trace)


def test_the_trace_tells_the_start_the_length_the_basis_and_the_day() -> None:
    found = reckon(period(7, Unit.WORKING_DAYS), date(2026, 4, 29), CALENDAR)
    assert found.trace == (
        Text("从2026年4月29日起算。", "Counted from 29 April 2026."),
        Text("期限 7 个工作日，当天不算。", "7 working days; the day itself is not counted."),
        Text("甲", "A"),
        Text(
            "中间 6 天是周末或节假日，不计算。", "6 days between are weekend or holiday and are left out."
        ),
        Text("最后一天是2026年5月12日。", "The last day is 12 May 2026."),
    )


def test_the_trace_tells_a_roll() -> None:
    assert "2026年10月2日是休息日，顺延到2026年10月8日。" in said(
        reckon(period(60, Unit.CALENDAR_DAYS), date(2026, 8, 3), CALENDAR)
    )


def test_a_last_day_in_a_year_without_a_notice_is_provisional() -> None:
    found = reckon(period(30, Unit.WORKING_DAYS), date(2026, 12, 1), CALENDAR)
    assert found.provisional
    assert "2027年的放假安排还没有公布" in said(found)
    assert not reckon(period(1, Unit.WORKING_DAYS), date(2026, 12, 1), CALENDAR).provisional


def test_no_rest_day_between_is_not_spoken_of() -> None:
    assert "周末" not in said(reckon(period(2, Unit.WORKING_DAYS), date(2026, 11, 23), CALENDAR))


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_months_end(day: date, months: int, found: date) -> None:
    assert add_months(day, months) == found


def test_the_stations_day_begins_at_sixteen_hours_utc() -> None:
    assert station_day(datetime(2026, 11, 21, 15, 59, tzinfo=UTC)) == date(2026, 11, 21)
    assert station_day(datetime(2026, 11, 21, 16, 0, tzinfo=UTC)) == date(2026, 11, 22)


def test_days_are_written_as_each_language_writes_them() -> None:
    assert day_text(date(2026, 12, 1)) == Text("2026年12月1日", "1 December 2026")


def test_the_holiday_notices_have_as_many_entries_as_they_should() -> None:
    for year, entries in ((2025, 33), (2026, 39)):
        days = CALENDAR.holidays | CALENDAR.workdays
        assert sum(day.year == year for day in days) == entries
