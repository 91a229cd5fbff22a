from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.patents import check_digit, parse_patent, patent_number
from stationkiosk.domain.rights import RightKind


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("ZL202110954529.7", "ZL202110954529.7"),
        ("zl 2023 1 0431602.1", "ZL202310431602.1"),
        ("专利号：ZL 202011421461.8", "ZL202011421461.8"),
        ("2003101023445", "ZL200310102344.5"),
        ("２０２１１０９５４５２９．７", "ZL202110954529.7"),
        ("CN202110954529.7号", "ZL202110954529.7"),
    ],
)
def test_a_patent_number_is_taken_however_it_is_written(typed: str, number: str) -> None:
    assert patent_number(typed) == (number, None)


@pytest.mark.parametrize(
    ("typed", "kind", "year", "pct"),
    [
        ("202110954529", RightKind.INVENTION, 2021, False),
        ("202120954529", RightKind.UTILITY, 2021, False),
        ("202130954529", RightKind.DESIGN, 2021, False),
        ("202180954529", RightKind.INVENTION, 2021, True),
        ("202190954529", RightKind.UTILITY, 2021, True),
        ("98123456", RightKind.INVENTION, 1998, False),
        ("03312345", RightKind.DESIGN, 2003, False),
    ],
)
def test_a_patent_number_tells_its_kind_and_year(typed: str, kind: RightKind, year: int, pct: bool) -> None:
    found = parse_patent(f"{typed}.{check_digit(typed)}")
    assert found is not None
    assert (found.kind, found.year, found.by_pct) == (kind, year, pct)
    assert str(found) == f"ZL{typed}.{check_digit(typed)}"


@pytest.mark.parametrize(
    ("typed", "key", "values"),
    [
        ("CN113657118B", "patent_publication", {}),
        ("2021109545", "patent_length", {"count": "10"}),
        ("ABC", "patent_length", {"count": "3"}),
        ("202140954529.7", "patent_kind", {"place": "5", "character": "4"}),
        ("00712345.1", "patent_kind", {"place": "3", "character": "7"}),
        ("199910954529.7", "patent_year", {"digits": "1999"}),
        ("20312345.1", "patent_year", {"digits": "20"}),
        ("202110954529", "patent_check_missing", {"check": "7"}),
        ("202110954529.8", "patent_check", {}),
    ],
)
def test_a_wrong_patent_number_is_told_why_and_where(typed: str, key: str, values: dict[str, str]) -> None:
    assert patent_number(typed, "right")[1] == Problem("right", key, values)
    assert parse_patent(typed) is None


@given(st.integers(2003, 2099), st.sampled_from("12389"), st.integers(0, 9_999_999), st.data())
def test_no_single_wrong_digit_gets_through(year: int, kind: str, count: int, data: st.DataObject) -> None:
    digits = f"{year}{kind}{count:07d}"
    right = f"{digits}.{check_digit(digits)}"
    at = data.draw(st.sampled_from([*range(12), 13]))
    other = data.draw(st.sampled_from([d for d in "0123456789X" if d != right[at]]))
    assert patent_number(right) == (f"ZL{right}", None)
    assert patent_number(right[:at] + other + right[at + 1 :])[1] is not None


def test_a_check_digit_of_ten_is_x() -> None:
    digits = next(d for n in range(99) if check_digit(d := f"2021109545{n:02d}") == "X")
    assert patent_number(f"{digits}x") == (f"ZL{digits}.X", None)
