"""Fees and their halves, what lateness adds, parts that come to the whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.counting import StandStill
from stationkiosk.domain.fees import CaseFee, Share, reduced
from stationkiosk.domain.instalments import check_sum, plan, split
from stationkiosk.domain.interest import Rate, days_late, pay_in_order
from stationkiosk.domain.money import to_yuan
from stationkiosk.domain.text import Text
from tests.journeys.samples import REFERENCE

TODAY = date(2026, 11, 22)


def fee(rule: str) -> CaseFee:
    row = REFERENCE.case_fee.on(rule, TODAY)
    assert row is not None
    return row


def share(ground: str) -> Share:
    row = REFERENCE.shares.on(ground, TODAY)
    assert row is not None
    return row


def rate(rule: str) -> Rate:
    row = REFERENCE.rates.on(rule, TODAY)
    assert row is not None
    return row


@pytest.mark.parametrize(
    ("rule", "claim", "asked"),
    [
        ("enforcement_fee", "1", "50"),
        ("enforcement_fee", "10000", "50"),
        ("enforcement_fee", "500000", "7400"),
        ("enforcement_fee", "5000000", "52400"),
        ("enforcement_fee", "10000000", "77400"),
        ("enforcement_fee", "20000000", "87400"),
        ("preservation_fee", "1000", "30"),
        ("preservation_fee", "100000", "1020"),
        ("preservation_fee", "895800", "4999"),
        ("preservation_fee", "896000", "5000"),
        ("preservation_fee", "90000000", "5000"),
        ("patent_trademark_suit_fee", "0", "100"),
        ("administrative_suit_fee", "0", "50"),
        ("confirmation_fee", "5000000", "0"),
        ("peoples_mediation_fee", "5000000", "0"),
        ("hearing_fee", "0", "0"),
    ],
)
def test_the_other_fees_are_those_of_the_tables(rule: str, claim: str, asked: str) -> None:
    assert fee(rule).of(Decimal(claim)) == Decimal(asked)


@pytest.mark.parametrize(
    ("rule", "least", "most"),
    [
        ("case_fee", 500, 1000),
        ("enforcement_fee", 50, 500),
        ("preservation_fee", 30, 30),
        ("jurisdiction_objection_fee", 50, 100),
    ],
)
def test_without_a_sum_a_fee_lies_in_its_range(rule: str, least: int, most: int) -> None:
    assert fee(rule).without_amount == (least, most)


@pytest.mark.parametrize("rule", list(REFERENCE.case_fee.rows))
@given(st.integers(1, 10**11), st.integers(0, 10**9))
def test_no_fee_falls_when_the_sum_rises(rule: str, fen: int, more: int) -> None:
    assert fee(rule).of(to_yuan(fen)) <= fee(rule).of(to_yuan(fen + more))


def test_a_fee_is_halved_once_however_many_grounds_there_are() -> None:
    halves = [share("half.mediated"), share("half.simple"), share("half.counterclaim")]
    assert reduced(Decimal(5800), halves) == Decimal(2900)
    assert reduced(Decimal(5800), halves[:1]) == Decimal(2900)
    assert reduced(Decimal(5800), []) == Decimal(5800)


def test_a_station_may_let_halves_add_up() -> None:
    half = share("half.mediated")
    stacking = Share(
        id="x", valid_from=half.valid_from, valid_to=None, source="made up", confidence=half.confidence,
        label=Text("甲", "A"), part=1, whole=2, stacks=True,
    )  # fmt: skip
    assert reduced(Decimal(1000), [half, stacking, stacking]) == Decimal(125)


def test_shares_come_to_the_fen() -> None:
    assert share("payment_order").of(Decimal(550)) == Decimal("183.33")
    assert share("half.withdrawn").of(Decimal("50.01")) == Decimal("25.01")
    assert share("relief.cut").of(Decimal(1000)) == Decimal(700)
    assert share("relief.waiver").of(Decimal(1000)) == 0


def test_the_surcharge_grows_by_three_in_a_hundred_and_stops_at_the_fine() -> None:
    late = rate("penalty.surcharge")
    fine = Decimal(10000)
    assert late.on(fine, 0) == 0
    assert late.on(fine, 1) == 300
    assert late.on(fine, 33) == 9900
    assert late.on(fine, 34) == fine
    assert late.on(fine, 400) == fine


def test_the_surcharge_is_told() -> None:
    late = rate("penalty.surcharge")
    assert late.told(Decimal(10000), 2) == Text(
        "10,000 元 × 每天 3% × 2 天 = 600 元。", "10,000 yuan × 3% a day × 2 days = 600 yuan."
    )
    assert late.told(Decimal(10000), 34).zh.endswith("最多 10,000 元。")
    assert late.told(Decimal(10000), 34).en.endswith(" It is never more than 10,000 yuan.")


def test_the_doubled_part_of_interest_is_that_of_the_notes() -> None:
    double = rate("enforcement.double")
    assert double.on(Decimal(100000), 365) == Decimal("6387.50")
    assert "0.0175%" in double.told(Decimal(100000), 365).en


def test_lateness_begins_the_day_after_and_stands_still_for_a_review() -> None:
    due = date(2026, 10, 8)
    assert days_late(due, due) == 0
    assert days_late(due, date(2026, 10, 1)) == 0
    assert days_late(due, date(2026, 10, 9)) == 1
    review = StandStill.of([(date(2026, 10, 7), date(2026, 10, 20))])
    assert days_late(due, date(2026, 10, 19), review) == 0
    assert days_late(due, date(2026, 10, 21), review) == 1


def test_a_payment_goes_to_the_principal_first() -> None:
    owed = (Decimal(1000), Decimal(50))
    assert pay_in_order(Decimal(400), owed) == (600, 50)
    assert pay_in_order(Decimal(1020), owed) == (0, 30)
    assert pay_in_order(Decimal(2000), owed) == (0, 0)


@given(st.integers(1, 36), st.integers(36, 10**12))
def test_parts_come_to_the_whole_to_the_fen(parts: int, fen: int) -> None:
    found = split(to_yuan(fen), parts)
    assert sum(found) == to_yuan(fen)
    assert len(found) == parts
    assert len(set(found[:-1])) <= 1
    assert all(0 <= found[-1] - amount < Decimal("0.36") for amount in found)
    assert check_sum(to_yuan(fen), found) is None


@pytest.mark.parametrize(("total", "parts"), [("100", 0), ("0.02", 3)])
def test_a_sum_that_cannot_be_parted_is_our_own_mistake(total: str, parts: int) -> None:
    with pytest.raises(ValueError, match=str(parts)):
        split(Decimal(total), parts)


def test_parts_fall_due_on_the_same_day_of_the_month_or_its_end() -> None:
    found = plan(split(Decimal(18000), 4), date(2025, 12, 31), REFERENCE.calendar)
    assert [part.n for part in found] == [1, 2, 3, 4]
    assert {part.amount for part in found} == {Decimal(4500)}
    assert [part.agreed for part in found] == [
        date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)
    ]  # fmt: skip
    assert [part.due for part in found] == [
        date(2025, 12, 31), date(2026, 2, 2), date(2026, 2, 28), date(2026, 3, 31)
    ]  # fmt: skip
    assert found[0].told() == (
        Text(
            "第 1 期 4,500 元，约定2025年12月31日付。", "Part 1, 4,500 yuan, agreed for 31 December 2025."
        ),
    )
    assert found[1].told()[1].zh == "2026年1月31日是休息日，顺延到2026年2月2日。"
    quarters = plan([Decimal(1), Decimal(2)], date(2026, 1, 15), REFERENCE.calendar, every_months=3)
    assert [part.agreed for part in quarters] == [date(2026, 1, 15), date(2026, 4, 15)]


@pytest.mark.parametrize(
    ("amounts", "key", "values"),
    [
        (("60", "30"), "instalments_short", {"missing": "10"}),
        (("60", "50"), "instalments_over", {"over": "10"}),
        (("100", "0"), "instalment_empty", {}),
    ],
)
def test_parts_that_do_not_come_to_the_whole_are_told(
    amounts: tuple[str, ...], key: str, values: dict[str, str]
) -> None:
    problem = check_sum(Decimal(100), [Decimal(amount) for amount in amounts], "parts")
    assert problem is not None
    assert (problem.question, problem.key, problem.values) == ("parts", key, values)
    assert REFERENCE.words.problem(problem).zh


@pytest.mark.parametrize(
    ("rule", "amount", "met"),
    [
        ("hearing.person", 9999, False),
        ("hearing.person", 10000, True),
        ("hearing.unit", 100000, True),
        ("summary.person", 200, True),
        ("summary.person", 201, False),
        ("summary.unit", 3000, True),
        ("collect_on_spot", 101, False),
    ],
)
def test_the_procedure_changes_at_the_sum_of_the_law(rule: str, amount: int, met: bool) -> None:
    row = REFERENCE.thresholds.on(rule, TODAY)
    assert row is not None
    assert row.met(Decimal(amount)) is met
