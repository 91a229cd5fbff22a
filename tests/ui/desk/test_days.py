"""Days and moments as they are typed at a desk."""

from __future__ import annotations

from datetime import date

import pytest

from stationkiosk.ui.desk.days import read_day, read_moment
from tests.ui.desk.case_samples import NOW

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-30", date(2026, 11, 30)),
        ("２０２６年１１月３０日", date(2026, 11, 30)),
        ("20261130", date(2026, 11, 30)),
        ("11/30", date(2026, 11, 30)),
        ("1130", date(2026, 11, 30)),
        ("30", date(2026, 11, 30)),
        ("今天", TODAY),
        ("Yesterday", date(2026, 11, 21)),
        ("+3", date(2026, 11, 25)),
        ("-1天", date(2026, 11, 21)),
        ("1131", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("14:30", "2026-11-22T14:30:00+08:00"),
        ("1121 9:05", "2026-11-21T09:05:00+08:00"),
        ("2026-11-22T14:30:00+08:00", "2026-11-22T14:30:00+08:00"),
        ("25:00", None),
        ("xx 14:30", None),
        ("1430", None),
    ],
)
def test_a_moment_is_read_as_it_is_typed(typed: str, told: str | None) -> None:
    moment = read_moment(typed, NOW)
    assert (moment.isoformat() if moment else None) == told
