from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.rights import RightKind, international
from stationkiosk.domain.rules import Book
from stationkiosk.domain.terms import RightSeen, Term, Warned, expires, last_day, warnings
from stationkiosk.domain.trace import day_text
from tests.journeys.samples import REFERENCE

TERMS = REFERENCE.terms
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("kind", "began", "last"),
    [
        (RightKind.TRADEMARK, date(2016, 1, 21), date(2026, 1, 20)),
        (RightKind.INVENTION, date(2006, 11, 23), date(2026, 11, 22)),
        (RightKind.UTILITY, date(2016, 2, 29), date(2026, 2, 27)),
        (RightKind.DESIGN, date(2021, 5, 31), date(2031, 5, 30)),
        (RightKind.DESIGN, date(2021, 6, 1), date(2036, 5, 31)),
        (RightKind.WORK, date(1976, 3, 5), None),
        (RightKind.WORK, date(1995, 3, 5), date(2045, 12, 31)),
        (RightKind.SOFTWARE, date(2010, 12, 31), date(2060, 12, 31)),
    ],
)
def test_a_term_runs_from_the_day_it_began(kind: RightKind, began: date, last: date | None) -> None:
    assert expires(TERMS, RightSeen(kind, began=began)) == last


def test_a_persons_work_lasts_fifty_years_after_his_death() -> None:
    seen = RightSeen(RightKind.WORK, began=date(1976, 3, 5), personal=True)
    assert expires(TERMS, seen) == date(2026, 12, 31)


def test_the_printed_day_goes_before_the_reckoned_one() -> None:
    printed = RightSeen(RightKind.TRADEMARK, began=date(2016, 1, 21), expires=date(2030, 1, 1))
    assert expires(TERMS, printed) == date(2030, 1, 1)
    assert expires(TERMS, RightSeen(RightKind.TRADE_SECRET, began=TODAY)) is None


@given(st.sampled_from(["trademark.term", "invention.term", "design.term"]), st.dates(date(1993, 7, 1)))
def test_a_term_never_ends_before_it_begins_and_later_ones_end_no_sooner(name: str, began: date) -> None:
    began = min(began, date(2099, 1, 1))
    end, next_end = last_day(TERMS, name, began), last_day(TERMS, name, began + timedelta(days=1))
    assert end is not None
    assert next_end is not None
    assert began < end <= next_end


def keys(seen: RightSeen, on: date = TODAY) -> list[str]:
    return [warned.key for warned in warnings(TERMS, seen, on)]


@pytest.mark.parametrize(
    ("on", "key"),
    [
        (date(2025, 1, 19), []),
        (date(2025, 1, 20), ["mark_renew_soon"]),
        (date(2026, 1, 21), ["mark_in_grace"]),
        (date(2026, 7, 20), ["mark_in_grace"]),
        (date(2026, 7, 21), ["mark_lapsed"]),
    ],
)
def test_the_end_of_a_mark_is_warned_of(on: date, key: list[str]) -> None:
    assert keys(RightSeen(RightKind.TRADEMARK, expires=date(2026, 1, 20)), on) == key


def test_a_warning_of_a_mark_says_the_days() -> None:
    seen = RightSeen(RightKind.GEOGRAPHICAL, expires=date(2026, 6, 1))
    assert warnings(TERMS, seen, TODAY) == (
        Warned("mark_in_grace", {"day": day_text(date(2026, 6, 1)), "until": day_text(date(2026, 12, 1))}),
    )


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (RightKind.GEOGRAPHICAL, "no_term_geographical"),
        (RightKind.TRADE_SECRET, "no_term_secret"),
        (RightKind.TECHNOLOGY_CONTRACT, "no_term_contract"),
        (RightKind.SOFTWARE, "end_unknown"),
    ],
)
def test_a_right_without_a_known_end_says_so(kind: RightKind, key: str) -> None:
    assert keys(RightSeen(kind)) == [key]


def test_a_patent_that_has_ended_is_told() -> None:
    seen = RightSeen(RightKind.INVENTION, began=date(2006, 11, 22))
    assert keys(seen, date(2026, 11, 21)) == []
    assert warnings(TERMS, seen, TODAY) == (Warned("ended", {"day": day_text(date(2026, 11, 21))}),)


@pytest.mark.parametrize(
    ("on", "key"),
    [
        (date(2026, 5, 10), []),
        (date(2026, 5, 11), ["fee_late"]),
        (date(2026, 11, 10), ["fee_late"]),
        (date(2026, 11, 11), ["fee_lapsed"]),
    ],
)
def test_a_late_annual_fee_is_warned_of(on: date, key: list[str]) -> None:
    seen = RightSeen(RightKind.INVENTION, began=date(2020, 5, 11), fee_paid_until=date(2026, 5, 10))
    assert keys(seen, on) == key


def test_utility_models_and_designs_may_need_a_report() -> None:
    seen = RightSeen(RightKind.DESIGN, began=date(2022, 1, 1))
    assert keys(seen) == ["evaluation_report"]
    assert keys(RightSeen(RightKind.UTILITY, began=date(2022, 1, 1), evaluated=True)) == []


def test_a_number_of_another_kind_or_year_is_told() -> None:
    seen = RightSeen(RightKind.UTILITY, "202110954529.7", date(2020, 8, 1), evaluated=True)
    assert keys(seen) == ["number_is_invention", "filed_another_year"]
    assert keys(RightSeen(RightKind.INVENTION, "202110954529.7", date(2021, 8, 19))) == []
    assert keys(RightSeen(RightKind.INVENTION, "202110954529.7", expires=date(2041, 8, 18))) == []


def test_rows_that_do_not_reach_back_leave_the_end_unknown() -> None:
    none: Book[Term] = Book.of(
        row for name in ("trademark.renewal", "trademark.grace") for row in TERMS.rows[name]
    )
    old = date(1990, 1, 1)
    assert last_day(TERMS, "trademark.term", old) is None
    assert [w.key for w in warnings(none, RightSeen(RightKind.TRADEMARK, expires=old), TODAY)] == [
        "mark_lapsed"
    ]


def test_every_warning_has_its_words() -> None:
    every = [RightSeen(kind, "202110954529.7", date(2000, 1, 1), fee_paid_until=date(2001, 1, 1))
             for kind in RightKind]  # fmt: skip
    for seen in every:
        for warned in warnings(TERMS, seen, TODAY):
            assert REFERENCE.words.text(f"right.{warned.key}").put(**warned.values).zh


def test_marks_of_the_madrid_system_begin_with_g() -> None:
    assert international("G1234567")
    assert not international("3333018")
