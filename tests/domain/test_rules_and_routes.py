from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.disputes import Dispute
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.routes import Gate, RouteOffer, at_the_kiosk, opened
from stationkiosk.domain.rules import Article, Book, Confidence, lay_over
from stationkiosk.domain.text import Text
from tests.journeys.samples import REFERENCE

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)


def row(start: date, end: date | None, row_id: str = "a") -> Article:
    return Article(
        id=row_id, valid_from=start, valid_to=end, source="made up", confidence=Confidence.INFERRED,
        label=Text("甲", "A"),
    )  # fmt: skip


def flaw(*rows: Article) -> str:
    found = Book.of(rows).flaw()
    return found[1] if found else ""


def test_a_row_holds_from_its_first_day_to_its_last() -> None:
    book = Book.of([row(AFTER, None), row(date(2020, 1, 1), BEFORE)])
    first, second = book.rows["a"]
    assert book.on("a", date(2019, 12, 31)) is None
    assert book.on("a", BEFORE) is first
    assert book.on("a", AFTER) is second
    assert book.all_on(AFTER) == (second,)


def test_rows_that_follow_on_have_no_flaw() -> None:
    assert flaw(row(date(2020, 1, 1), BEFORE), row(AFTER, None), row(AFTER, None, "b")) == ""


def test_overlaps_gaps_and_ends_before_the_beginning_are_found() -> None:
    assert flaw(row(date(2020, 1, 1), AFTER), row(AFTER, None)) == "overlap"
    assert flaw(row(date(2020, 1, 1), None), row(AFTER, None)) == "overlap"
    assert flaw(row(date(2020, 1, 1), date(2026, 12, 30)), row(AFTER, None)) == "gap"
    assert flaw(row(AFTER, BEFORE)) == "ends_before_it_begins"


DAYS = st.integers(0, 60).map(lambda n: date(2026, 1, 1) + timedelta(days=n))


@st.composite
def spans(draw: st.DrawFn) -> Article:
    start = draw(DAYS)
    end = draw(st.one_of(st.none(), st.integers(0, 30).map(lambda n: start + timedelta(days=n))))
    return row(start, end, draw(st.sampled_from("ab")))


@given(st.lists(spans(), max_size=3), spans(), DAYS)
def test_a_correction_holds_on_its_days_and_the_shipped_rows_on_all_others(
    shipped: list[Article], correction: Article, day: date
) -> None:
    mended = replace(correction, corrected=True)
    laid = lay_over(shipped, [mended])
    before = [r for r in shipped if r.holds(day) and not (r.id == mended.id and mended.holds(day))]
    after = [r for r in laid if r.holds(day)]
    assert [r.corrected for r in after].count(True) == mended.holds(day)
    assert len(after) == len(before) + mended.holds(day)


def offers(day: date, claimed: Decimal | None = None) -> dict[str, RouteOffer]:
    return {
        offer.track: offer
        for offer in at_the_kiosk(REFERENCE.ways(Dispute("trademark", claimed=claimed), day))
    }


def test_a_trademark_dispute_may_be_mediated_and_reported() -> None:
    gates = {track: offer.gate for track, offer in offers(BEFORE).items()}
    assert gates == {
        "mediation": Gate.OPEN,
        "report": Gate.OPEN,
        "preservation": Gate.BY_ITSELF,
        "confirmation": Gate.LATER,
        "court": Gate.LATER,
    }
    assert [t for t, o in offers(BEFORE).items() if o.open] == ["mediation", "report"]
    assert offers(BEFORE)["preservation"].by_itself
    assert offers(BEFORE)["mediation"].suggested


def test_the_article_of_a_penalty_changes_with_the_law() -> None:
    assert offers(BEFORE)["report"].article.zh == "《商标法》第六十条"
    assert offers(AFTER)["report"].article.zh == "《商标法》第七十四条"


def test_mediation_and_confirmation_cost_nothing_and_the_court_its_fee() -> None:
    assert offers(BEFORE)["mediation"].cost.zh == "0 元"
    assert offers(BEFORE)["confirmation"].cost.en == "free"
    assert "1,050 元" in offers(BEFORE, Decimal(50000))["court"].cost.zh
    assert "500 to 1,000 yuan" in offers(BEFORE)["court"].cost.en


def test_a_filing_opens_what_was_chosen_and_what_opens_by_itself() -> None:
    every = tuple(offers(BEFORE).values())
    assert opened(every, ("report",)) == ("report", "preservation")
    assert opened(every, ("preservation", "report", "mediation")) == ("mediation", "report", "preservation")


@pytest.mark.parametrize("track", ["court", "confirmation", "nowhere"])
def test_a_way_that_is_not_open_cannot_be_filed(track: str) -> None:
    with pytest.raises(KnownError, match="route_not_open"):
        opened(tuple(offers(BEFORE).values()), (track,))


def test_every_way_and_every_period_holds_today_and_next_year() -> None:
    for day in (date(2026, 11, 22), BEFORE, AFTER):
        assert len(offers(day)) == 5
        assert len(REFERENCE.periods.all_on(day)) == len(REFERENCE.periods.rows)


def test_an_act_is_named_by_the_law_of_its_day() -> None:
    assert REFERENCE.article("trademark.same_mark", BEFORE).en == "Trademark Law, article 57(1)"
    assert REFERENCE.article("trademark.same_mark", AFTER).en == "Trademark Law, article 72"


@pytest.mark.parametrize(
    ("rule", "start", "due"),
    [
        ("mediation.decide", date(2026, 11, 22), date(2026, 11, 27)),
        ("report.check", date(2026, 11, 22), date(2026, 12, 11)),
        ("report.tell", date(2026, 9, 24), date(2026, 10, 9)),
        ("proof.later", date(2026, 11, 22), date(2026, 12, 4)),
        ("draft.keep", date(2026, 11, 22), date(2026, 11, 29)),
    ],
)
def test_the_periods_of_today_end_when_they_should(rule: str, start: date, due: date) -> None:
    assert REFERENCE.deadline(rule, start).due == due


def test_a_fault_in_a_book_is_told_by_its_row() -> None:
    base = row(date(2020, 1, 1), None)
    found = Book.of([base, replace(base, valid_from=AFTER)]).flaw()
    assert found is not None
    assert found[0].valid_from == AFTER
