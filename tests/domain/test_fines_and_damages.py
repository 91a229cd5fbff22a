"""What may be fined and what may be asked, by law and day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain

import pytest

from stationkiosk.domain.damages import Basis, Damages
from stationkiosk.domain.fines import Breach, Fine, FineRange, fine_range
from stationkiosk.domain.rules import Book
from stationkiosk.reference.words import Words
from tests.journeys.samples import REFERENCE

TODAY = date(2026, 11, 22)
OLD, NEW = date(2025, 10, 14), date(2025, 10, 15)
WORDS: Words = REFERENCE.words


def found(rule: str, breach: Breach, acted: date = TODAY, decided: date = TODAY) -> FineRange:
    one = fine_range(REFERENCE.fines, rule, breach, acted=acted, decided=decided)
    assert one is not None
    return one


def span(rule: str, breach: Breach, day: date = TODAY) -> tuple[Decimal, Decimal]:
    one = found(rule, breach, day, day)
    return one.least, one.most


def of(came_to: int | None) -> Breach:
    return Breach(came_to=None if came_to is None else Decimal(came_to))


GRAVE = Breach(serious=True)


@pytest.mark.parametrize(
    ("rule", "breach", "day", "least", "most"),
    [
        ("trademark.infringement", of(50000), TODAY, 0, 250000),
        ("trademark.infringement", of(60000), TODAY, 0, 300000),
        ("trademark.infringement", of(49999), TODAY, 0, 250000),
        ("trademark.infringement", of(None), TODAY, 0, 250000),
        ("patent.passing_off", of(50000), TODAY, 0, 250000),
        ("patent.passing_off", of(50001), TODAY, 0, 250005),
        ("copyright.infringement", of(100000), TODAY, 100000, 500000),
        ("copyright.infringement", of(1), TODAY, 0, 250000),
        ("competition.confusion", of(100000), TODAY, 0, 500000),
        ("competition.false_advertising", Breach(), NEW, 0, 1000000),
        ("competition.false_advertising", Breach(), OLD, 200000, 1000000),
        ("competition.false_advertising", GRAVE, NEW, 1000000, 2000000),
        ("competition.secret", Breach(), NEW, 100000, 1000000),
        ("competition.secret", GRAVE, NEW, 1000000, 5000000),
        ("competition.secret", GRAVE, OLD, 500000, 5000000),
        ("competition.defamation", Breach(), NEW, 100000, 1000000),
        ("competition.defamation", Breach(), OLD, 100000, 500000),
        ("competition.network", GRAVE, OLD, 500000, 3000000),
        ("competition.prize_sale", GRAVE, NEW, 50000, 500000),
        ("competition.obstruction", Breach(unit=False), NEW, 0, 10000),
        ("competition.obstruction", Breach(), NEW, 0, 100000),
    ],
)
def test_a_range_is_that_of_the_notes(rule: str, breach: Breach, day: date, least: int, most: int) -> None:
    assert span(rule, breach, day) == (least, most)


def test_the_trademark_law_switches_at_the_turn_of_the_year() -> None:
    before, after = (found("trademark.infringement", of(1), d, d) for d in (TODAY, date(2027, 1, 1)))
    assert (before.rule.article.en, after.rule.article.en) == (
        "Trademark Law, article 60", "Trademark Law, article 74"
    )  # fmt: skip
    assert before.rule.innocent_free


def test_the_law_of_the_act_counts_unless_the_later_is_lighter() -> None:
    lighter = found("competition.false_advertising", Breach(), OLD, NEW)
    assert (lighter.least, lighter.rule.valid_from) == (0, NEW)
    assert "较轻" in lighter.trace[1].zh
    heavier = found("competition.defamation", Breach(), OLD, NEW)
    assert (heavier.most, heavier.rule.valid_to) == (500000, OLD)
    assert "不比旧规定轻" in heavier.trace[1].zh
    assert "同一规定" in found("competition.defamation", Breach(), NEW, NEW).trace[1].zh


def test_a_law_that_has_no_later_row_stays_the_law_of_the_act() -> None:
    ended = [row for row in REFERENCE.fines.rows["competition.secret"] if row.valid_to]
    book: Book[Fine] = Book.of(ended)
    one = fine_range(book, "competition.secret", Breach(), acted=OLD, decided=NEW)
    assert one is not None
    assert one.rule is ended[0]
    assert fine_range(book, "competition.secret", Breach(), acted=NEW, decided=NEW) is None


def test_the_fines_of_2019_do_not_reach_back_behind_their_law() -> None:
    law = min(row.valid_from for row in REFERENCE.laws.rows["competition_law"])
    firsts = {key: rows[0].valid_from for key, rows in REFERENCE.fines.rows.items() if "competition" in key}
    assert law == date(2019, 4, 23)
    assert all(first >= law for first in firsts.values()), firsts
    before = date(2019, 4, 22)
    assert fine_range(REFERENCE.fines, "competition.secret", GRAVE, acted=before, decided=OLD) is None


def test_a_range_is_told_in_both_languages() -> None:
    assert found("trademark.infringement", of(60000)).trace[2].zh == "罚款 300,000 元以下。"
    assert found("competition.secret", GRAVE).trace[2].en == "A fine from 1,000,000 to 5,000,000 yuan."


def test_copyright_is_fined_by_another_agency() -> None:
    assert found("copyright.infringement", of(1)).rule.agency.zh == "主管著作权的部门"


def damages(right: str, day: date = TODAY) -> Damages:
    row = REFERENCE.damages.on(right, day)
    assert row is not None
    return row


def test_the_bases_stand_in_their_order() -> None:
    old, new = damages("trademark"), damages("trademark", date(2027, 1, 1))
    none: frozenset[Basis] = frozenset()
    assert old.may_follow(Basis.LOSS, none)
    assert not old.may_follow(Basis.PROFIT, none)
    assert old.may_follow(Basis.PROFIT, frozenset({Basis.LOSS}))
    assert new.may_follow(Basis.PROFIT, none)
    assert not new.may_follow(Basis.STATUTORY, frozenset({Basis.LOSS, Basis.PROFIT}))
    assert new.may_follow(Basis.STATUTORY, frozenset({Basis.LOSS, Basis.PROFIT, Basis.LICENCE}))


def key(right: str, asked: int, costs: int = 0, day: date = TODAY) -> str:
    problem = damages(right, day).statutory(Decimal(asked), Decimal(costs))
    assert problem is None or WORDS.problem(problem).en
    return problem.key if problem else ""


def test_a_sum_without_proof_lies_in_the_range() -> None:
    assert key("trademark", 5000000) == ""
    assert key("trademark", 5000001) == "damages_too_high"
    assert key("patent", 29999) == "damages_too_low"
    assert key("patent", 30000) == ""
    assert key("copyright", 499) == "damages_too_low"
    assert key("competition", 5000001) == "damages_too_high"


def test_costs_come_on_top_from_the_new_trademark_law_on() -> None:
    assert key("trademark", 5000000, 10000) == "damages_too_high"
    assert key("trademark", 5000000, 10000, date(2027, 1, 1)) == ""
    assert key("patent", 5000000, 10000) == ""


def test_punitive_damages_are_the_base_and_its_multiple() -> None:
    assert damages("trademark").punitive(Decimal(100000), Decimal(2)) == (Decimal(300000), None)
    assert damages("trademark").punitive(Decimal(100000), Decimal("1.5"))[0] == Decimal(250000)
    for multiple in ("0.5", "5.1"):
        problem = damages("trademark").punitive(Decimal(100000), Decimal(multiple))[1]
        assert problem is not None
        assert WORDS.problem(problem).zh == "惩罚性赔偿是 1 倍到 5 倍。"


def test_every_fine_and_every_right_names_its_article() -> None:
    rows = (*chain(*REFERENCE.fines.rows.values()), *chain(*REFERENCE.damages.rows.values()))
    assert all(row.article.zh and row.label.en and row.source for row in rows)
