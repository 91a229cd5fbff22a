"""What an act is told is checked by its kind, its list and its day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.needs import (
    LONGEST,
    MOST,
    Asked,
    Must,
    Need,
    NeedKind,
    read_day,
    read_moment,
    tidy,
    wrong,
)

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
ASKED = Asked(NOW, "officer-1", {"list": ("one", "two")})
LABEL = Text("样品", "Sample")


def why(kind: NeedKind, given: str, must: Must = Must.ANYTHING, *, required: bool = True) -> str:
    need = Need("it", kind, LABEL, required, options="list", must=must)
    found = wrong((need,), {"it": given}, ASKED)
    assert found is None or found[1] is need
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("kind", "given", "must", "told"),
    [
        (NeedKind.TEXT, "样品", Must.ANYTHING, ""),
        (NeedKind.TEXT, "  ", Must.ANYTHING, "input_missing"),
        (NeedKind.TEXT, "样" * LONGEST, Must.ANYTHING, ""),
        (NeedKind.TEXT, "样" * (LONGEST + 1), Must.ANYTHING, "input_long"),
        (NeedKind.DAY, "9999-12-31", Must.AHEAD, "input_unreadable"),
        (NeedKind.CHOICE, "one", Must.ANYTHING, ""),
        (NeedKind.CHOICE, "one,two", Must.ANYTHING, "input_unreadable"),
        (NeedKind.CHOICES, "one,two", Must.ANYTHING, ""),
        (NeedKind.CHOICES, "one,three", Must.ANYTHING, "input_unreadable"),
        (NeedKind.PARTY, "3", Must.ANYTHING, ""),
        (NeedKind.PARTY, "三方", Must.ANYTHING, "input_unreadable"),
        (NeedKind.PARTIES, "1,3", Must.ANYTHING, ""),
        (NeedKind.PARTIES, "1,", Must.ANYTHING, "input_unreadable"),
        (NeedKind.NUMBER, "90", Must.ANYTHING, ""),
        (NeedKind.NUMBER, "-1", Must.ANYTHING, "input_unreadable"),
        (NeedKind.SEALED, "0a" * LONGEST, Must.ANYTHING, ""),
        (NeedKind.SEALED, "样品", Must.ANYTHING, "input_unreadable"),
        (NeedKind.SEALED, "0a" * MOST[NeedKind.SEALED], Must.ANYTHING, "input_long"),
        (NeedKind.STROKES, "[" + "0," * LONGEST + "0]", Must.ANYTHING, ""),
        (NeedKind.HASH, "0f" * 32, Must.ANYTHING, ""),
        (NeedKind.HASH, "0F" * 32, Must.ANYTHING, "input_unreadable"),
        (NeedKind.STAFF, "officer-1", Must.ANYTHING, ""),
        (NeedKind.STAFF, "officer-1", Must.ANOTHER, "input_not_another"),
        (NeedKind.STAFF, "officer-2", Must.ANOTHER, ""),
        (NeedKind.DAY, "2026-11-23", Must.ANYTHING, ""),
        (NeedKind.DAY, "soon", Must.ANYTHING, "input_unreadable"),
        (NeedKind.DAY, "2026-11-23", Must.PAST, ""),
        (NeedKind.DAY, "2026-11-24", Must.PAST, "input_not_past"),
        (NeedKind.DAY, "2026-11-24", Must.AHEAD, ""),
        (NeedKind.DAY, "2026-11-23", Must.AHEAD, "input_not_ahead"),
        (NeedKind.MOMENT, "2026-11-24T09:00+08:00", Must.ANYTHING, ""),
        (NeedKind.MOMENT, "2026-11-23T09:00+08:00", Must.ANYTHING, "input_not_ahead"),
        (NeedKind.MOMENT, "2026-11-23T09:00+08:00", Must.TODAY, ""),
        (NeedKind.MOMENT, "2026-11-22T23:00+08:00", Must.TODAY, "input_not_ahead"),
        (NeedKind.MOMENT, "2026-11-24T09:00", Must.ANYTHING, "input_unreadable"),
        (NeedKind.MOMENT, "tomorrow", Must.ANYTHING, "input_unreadable"),
    ],
)
def test_an_input_is_right_or_says_why(kind: NeedKind, given: str, must: Must, told: str) -> None:
    assert why(kind, given, must) == told


def test_what_need_not_be_given_may_be_left_out() -> None:
    assert why(NeedKind.DAY, "", required=False) == ""


def test_days_and_moments_are_read() -> None:
    assert read_day("2026-11-23") == date(2026, 11, 23)
    assert read_moment("2026-11-23T09:30+08:00") == NOW


def test_inputs_are_kept_without_what_nobody_sees() -> None:
    assert tidy({"a": " 一\0\ud800 \u200b", "b": "甲 \r\n乙"}) == {"a": "一", "b": "甲\n乙"}
