from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.laws import Basis, Days, LawVersion, Severity, for_penalty, governing
from stationkiosk.domain.trace import day_text
from tests.journeys.samples import REFERENCE

LAWS = REFERENCE.laws
NOW = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("name", "act", "title"),
    [
        ("trademark_law", date(2026, 12, 31), "Trademark Law (2019)"),
        ("trademark_law", date(2027, 1, 1), "Trademark Law (2026)"),
        ("competition_law", date(2025, 10, 14), "Anti-Unfair Competition Law (2019)"),
        ("competition_law", date(2025, 10, 15), "Anti-Unfair Competition Law (2025)"),
    ],
)
def test_the_law_of_the_acts_day_governs(name: str, act: date, title: str) -> None:
    found = governing(LAWS, name, Days(NOW, act=act))
    assert found.law is not None
    assert (found.law.title.en, found.key, found.values) == (title, "by_act", {"day": day_text(act)})


@pytest.mark.parametrize(
    ("opened", "number"), [(date(2026, 4, 14), "令20"), (date(2026, 4, 15), "令121"), (None, "令121")]
)
def test_a_case_keeps_the_rules_it_was_opened_under(opened: date | None, number: str) -> None:
    found = governing(LAWS, "complaint_rules", Days(NOW, opened=opened))
    assert found.law is not None
    assert found.law.number == number
    assert found.key == ("by_opened" if opened else "day_unknown")


def test_a_step_follows_the_rules_of_its_day() -> None:
    found = governing(LAWS, "civil_procedure", Days(NOW))
    assert found.law is not None
    assert (found.key, found.law.basis) == ("by_now", Basis.NOW)


def test_a_day_before_every_row_is_told() -> None:
    early = date(1980, 1, 1)
    assert governing(LAWS, "trademark_law", Days(NOW, act=early)).key == "no_row"
    assert governing(LAWS, "trademark_law", Days(early, act=early)).law is None
    assert for_penalty(LAWS, "trademark_law", Days(NOW, act=early), fixed({})).key == "no_row"
    assert for_penalty(LAWS, "trademark_law", Days(early, act=NOW), fixed({})).key == "by_act"


def test_an_act_across_a_change_takes_its_last_day_and_says_so() -> None:
    days = Days(NOW, began=date(2026, 12, 1), act=date(2027, 1, 5))
    found = governing(LAWS, "trademark_law", days)
    assert found.law is not None
    assert (found.law.title.en, found.straddles) == ("Trademark Law (2026)", True)
    assert not governing(LAWS, "trademark_law", Days(NOW, act=days.act, began=days.act)).straddles
    assert not governing(LAWS, "complaint_rules", Days(NOW, opened=days.began)).straddles


def fixed(severities: dict[str, Severity]):  # type: ignore[no-untyped-def]  # noqa: ANN201
    def of(law: LawVersion) -> Severity:
        return severities[law.title.en]

    return of


HARD, SOFT = Severity(True, Decimal(250_000)), Severity(True, Decimal(100_000))


@pytest.mark.parametrize(
    ("then", "now", "title", "key"),
    [
        (SOFT, HARD, "Trademark Law (2019)", "by_act"),
        (HARD, HARD, "Trademark Law (2019)", "by_act"),
        (HARD, SOFT, "Trademark Law (2026)", "lighter_now"),
        (HARD, Severity(False), "Trademark Law (2026)", "punished_no_more"),
        (Severity(True, Decimal(9), Decimal(3)), Severity(True, Decimal(9)), "Trademark Law (2026)",
         "lighter_now"),
    ],
)  # fmt: skip
def test_a_penalty_takes_the_lighter_law(then: Severity, now: Severity, title: str, key: str) -> None:
    severity = fixed({"Trademark Law (2019)": then, "Trademark Law (2026)": now})
    found = for_penalty(LAWS, "trademark_law", Days(NOW, act=date(2026, 6, 1)), severity)
    assert found.law is not None
    assert (found.law.title.en, found.key) == (title, key)


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.lists(st.integers(0, 3), min_size=2, max_size=2),
)
def test_the_governing_law_is_never_the_harder_of_the_two(act: date, now: date, most: list[int]) -> None:
    of = {"Trademark Law (2019)": Severity(True, Decimal(most[0])),
          "Trademark Law (2026)": Severity(True, Decimal(most[1]))}  # fmt: skip
    found = for_penalty(LAWS, "trademark_law", Days(now, act=act), fixed(of))
    versions = [LAWS.on("trademark_law", day) for day in (act, now)]
    assert found.law is not None
    assert of[found.law.title.en] == min(of[version.title.en] for version in versions if version)


def test_every_reason_has_its_words_and_every_law_holds_today() -> None:
    for key in (
        "by_act",
        "by_opened",
        "by_now",
        "day_unknown",
        "lighter_now",
        "punished_no_more",
        "no_row",
    ):
        assert "{day}" in REFERENCE.words.text(f"governing.{key}").en
    assert len(LAWS.all_on(date(2026, 11, 22))) == len(LAWS.rows)


@pytest.mark.parametrize(
    ("name", "eve", "before", "after"),
    [
        ("trademark.penalty", date(2026, 12, 31), 60, 74),
        ("trademark.suspension", date(2026, 12, 31), 62, 76),
        ("trademark.damages", date(2026, 12, 31), 63, 77),
        ("trademark.no_damages", date(2026, 12, 31), 64, 78),
        ("competition.confusion", date(2025, 10, 14), 6, 7),
        ("competition.secret", date(2025, 10, 14), 9, 10),
        ("competition.confusion_penalty", date(2025, 10, 14), 18, 23),
        ("competition.secret_penalty", date(2025, 10, 14), 21, 26),
        ("competition.secret_burden", date(2025, 10, 14), 32, 39),
        ("complaint.refusal", date(2026, 4, 14), 15, 16),
        ("complaint.termination", date(2026, 4, 14), 21, 23),
    ],
)
def test_an_article_is_renumbered_on_the_day_its_law_changes(
    name: str, eve: date, before: int, after: int
) -> None:
    assert REFERENCE.article(name, eve).en.endswith(f"article {before}")
    assert REFERENCE.article(name, eve + timedelta(days=1)).en.endswith(f"article {after}")
