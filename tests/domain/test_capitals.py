"""Sums in capitals, written and read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.capitals import capitals, from_capitals
from stationkiosk.domain.money import MOST, to_yuan

SUMS = [
    ("0", "零元整"),
    ("0.05", "伍分"),
    ("0.5", "伍角整"),
    ("0.56", "伍角陆分"),
    ("1", "壹元整"),
    ("10", "壹拾元整"),
    ("100.05", "壹佰元零伍分"),
    ("100.5", "壹佰元伍角整"),
    ("105", "壹佰零伍元整"),
    ("1005", "壹仟零伍元整"),
    ("1050.07", "壹仟零伍拾元零柒分"),
    ("18000", "壹万捌仟元整"),
    ("10500", "壹万零伍佰元整"),
    ("100001", "壹拾万零壹元整"),
    ("105000", "壹拾万伍仟元整"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("107000.53", "壹拾万柒仟元伍角叁分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("13290000", "壹仟叁佰贰拾玖万元整"),
    ("100000000", "壹亿元整"),
    ("100000001", "壹亿零壹元整"),
    ("100010000", "壹亿零壹万元整"),
    ("110000000", "壹亿壹仟万元整"),
    ("1000100000", "壹拾亿零壹拾万元整"),
    ("999999999999", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整"),
]


@pytest.mark.parametrize(("amount", "words"), SUMS)
def test_a_sum_is_written_in_capitals(amount: str, words: str) -> None:
    assert capitals(Decimal(amount)) == words


@pytest.mark.parametrize(("amount", "words"), SUMS)
def test_capitals_are_read_back(amount: str, words: str) -> None:
    assert from_capitals(words) == (Decimal(amount), None)


@given(st.integers(0, int(MOST) * 100 + 99))
def test_every_sum_comes_back_as_it_was(fen: int) -> None:
    assert from_capitals(capitals(to_yuan(fen))) == (to_yuan(fen), None)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("人民币壹万捌仟圆整", "18000"),
        ("人民币 壹万捌仟 元正", "18000"),
        ("一万八千元", "18000"),
        ("壹萬捌仟圓整", "18000"),
        ("拾万零伍仟元整", "105000"),
        ("二十五万元", "250000"),
        ("两千零五元", "2005"),
        ("壹佰元零伍角整", "100.50"),
        ("壹佰元零角伍分", "100.05"),
        ("壹佰元零角零分", "100"),
    ],
)
def test_other_ways_of_writing_are_read(typed: str, amount: str) -> None:
    assert from_capitals(typed) == (Decimal(amount), None)


@pytest.mark.parametrize(
    "typed",
    [
        "", "元整", "整", "壹万捌仟", "捌仟壹万元", "壹壹元", "壹佰贰佰元", "壹万五元", "一百五元",
        "壹万壹亿元", "壹角壹元", "壹分壹角", "abc元", "壹万亿元", "壹仟仟元", "零万元", "壹元贰拾角",
    ],
)  # fmt: skip
def test_what_does_not_write_one_sum_is_refused(typed: str) -> None:
    _, problem = from_capitals(typed, "amount")
    assert problem is not None
    assert (problem.question, problem.key) == ("amount", "money_unreadable")


@pytest.mark.parametrize("amount", ["-1", "1000000000000", "0.001"])
def test_a_sum_that_cannot_be_written_is_our_own_mistake(amount: str) -> None:
    with pytest.raises(ValueError, match=amount):
        capitals(Decimal(amount))
