"""The rules beside their floors: loading them all, and reckoning last days with their traces."""

from __future__ import annotations

import time
import tomllib
from datetime import date, timedelta

from stationkiosk.domain.rules import Unit
from stationkiosk.reference.load import load
from stationkiosk.reference.paths import resources
from tests.benchmarks.figures import Figure, interleaved, median, timed

CASES = 100_000
ROUNDS = 12
MOST_MS = 150.0
FIRST = date(2026, 1, 5)
DAYS = 330
ONE_DAY = timedelta(days=1)
SATURDAY = 5


def rules_load_ms() -> Figure:
    """Reading every resource, checked and typed, against parsing the same files and no more."""
    files = sorted(resources().rglob("*.toml"))

    def ours() -> None:
        load(resources())

    def floor() -> None:
        for path in files:
            tomllib.loads(path.read_text("utf-8"))

    mine, bare = interleaved((ours, floor), ROUNDS)
    begun = time.process_time()
    ours()
    cost = (time.process_time() - begun) * 1000
    kept = "within" if cost <= MOST_MS else "OVER"
    return Figure(
        "rules_load_ms",
        median(mine),
        "ms",
        median(bare),
        2.0,
        "parsing the same files and no more",
        remark=f"{cost:.0f} ms of processor time, {kept} the {MOST_MS:.0f} ms it may take",
    )


def deadlines_per_second() -> Figure:
    """Last days with traces over 100,000 cases, against walking the same days one by one."""
    reference = load(resources())
    days = [FIRST + ONE_DAY * n for n in range(DAYS)]
    counted = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)
    rows = [row for row in reference.periods.all_on(FIRST) if row.unit in counted]
    cases = [(rows[n % len(rows)], days[n % DAYS]) for n in range(CASES)]
    holidays, workdays = reference.calendar.holidays, reference.calendar.workdays

    def rests(day: date) -> bool:
        return day in holidays or (day.weekday() >= SATURDAY and day not in workdays)

    def ours() -> None:
        for row, start in cases:
            reference.deadline(row.id, start)

    def floor() -> None:
        for row, start in cases:
            day, left = start, row.value
            while left:
                day += ONE_DAY
                left -= row.unit is Unit.CALENDAR_DAYS or not rests(day)
            while rests(day):
                day += ONE_DAY

    seconds, bare = timed(ours) / 1000, timed(floor) / 1000
    return Figure(
        "deadlines_per_second",
        CASES / seconds,
        "/s",
        CASES / bare,
        0.05,
        "walking the same days one by one, without a word of why",
        more=True,
    )
