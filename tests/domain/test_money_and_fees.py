from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.money import plain, show, to_fen, to_yuan, yuan
from tests.journeys.samples import REFERENCE

FEE = REFERENCE.case_fee.on("case_fee", date(2026, 11, 22))


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("50000", "50000"),
        ("5万", "50000"),
        ("５万元", "50000"),
        ("1.5万", "15000"),
        ("￥50,000", "50000"),
        ("50，000 元整", "50000"),
        ("1200.5", "1200.50"),
        ("3千", "3000"),
        ("1亿", "100000000"),
        (".5", "0.50"),
        ("007", "7"),
    ],
)
def test_a_sum_is_taken_however_it_is_written(typed: str, digits: str) -> None:
    assert yuan(typed) == (digits, None)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("很多", "money_unreadable"),
        ("-5", "money_unreadable"),
        ("0", "money_nothing"),
        ("10000亿", "money_too_large"),
        ("1.005", "money_decimals"),
    ],
)
def test_a_wrong_sum_is_told_why(typed: str, key: str) -> None:
    problem = yuan(typed, "amount")[1]
    assert problem is not None
    assert (problem.question, problem.key) == ("amount", key)


@given(st.integers(0, 10**14))
def test_fen_and_yuan_turn_into_each_other(fen: int) -> None:
    assert to_fen(to_yuan(fen)) == fen
    assert Decimal(plain(to_yuan(fen))) * 100 == fen


def test_a_part_of_a_fen_is_refused() -> None:
    with pytest.raises(ValueError, match=r"0\.001"):
        to_fen(Decimal("0.001"))


def test_sums_are_shown_in_groups() -> None:
    assert show(Decimal(1329000)) == "1,329,000"
    assert show(Decimal("1200.5")) == "1,200.50"


@pytest.mark.parametrize(
    ("claim", "fee"),
    [
        ("1", "50"),
        ("10000", "50"),
        ("30000", "550"),
        ("50000", "1050"),
        ("100000", "2300"),
        ("200000", "4300"),
        ("300000", "5800"),
        ("500000", "8800"),
        ("1000000", "13800"),
        ("1329000", "16761"),
        ("2000000", "22800"),
        ("5000000", "46800"),
        ("10000000", "81800"),
        ("20000000", "141800"),
        ("30000000", "191800"),
    ],
)
def test_the_case_fee_is_that_of_the_table(claim: str, fee: str) -> None:
    assert FEE is not None
    assert FEE.of(Decimal(claim)) == Decimal(fee)


@given(st.integers(1, 10**11), st.integers(0, 10**9))
def test_a_larger_claim_never_costs_less(fen: int, more: int) -> None:
    assert FEE is not None
    assert FEE.of(to_yuan(fen)) <= FEE.of(to_yuan(fen + more))
