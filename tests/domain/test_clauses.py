"""A clause takes values of its kinds only, and says them in both languages."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.capitals import capitals
from stationkiosk.domain.clauses import Account, Clause, SlotKind, Value, draft, fill
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.text import Text
from tests.domain.agreements import CLAUSES, HOLDER, LATER, PARTS, SHOP, part, values_of

LEAST_CLAUSES = 24


def said(clause: str, **changed: Value) -> Text:
    words = fill(CLAUSES[clause], values_of(CLAUSES[clause], **changed))
    assert isinstance(words, Text)
    return words


def problems(clause: str, **changed: Value) -> tuple[Problem, ...]:
    found = fill(CLAUSES[clause], values_of(CLAUSES[clause], **changed))
    assert isinstance(found, tuple)
    return found


def test_there_are_clauses_enough_and_every_kind_of_slot_is_used() -> None:
    assert len(CLAUSES) >= LEAST_CLAUSES
    assert {slot.kind for clause in CLAUSES.values() for slot in clause.slots} == set(SlotKind)


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=lambda c: c.id)
def test_every_clause_is_said_whole_in_both_languages(clause: Clause) -> None:
    words = fill(clause, values_of(clause))
    assert isinstance(words, Text)
    assert not set("{}") & set(words.zh + words.en)
    assert words.zh.endswith("。")
    assert words.en.endswith(".")
    assert draft(clause, values_of(clause)) == words


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=lambda c: c.id)
def test_every_blank_left_open_is_told_by_its_slot(clause: Clause) -> None:
    found = fill(clause, {})
    if clause.slots:
        assert found == tuple(Problem(slot.id, "slot_missing") for slot in clause.slots)
        assert "＿＿＿＿" in draft(clause, {}).zh
    else:
        assert found == clause.words


def test_sums_are_said_in_figures_and_capitals_and_days_in_full() -> None:
    words = said("pay_by_day")
    assert words.zh == (
        f"{SHOP}应不晚于2026年12月18日一次付给{HOLDER}人民币18,000元（大写：壹万捌仟元整），"
        f"汇入账户：户名{HOLDER}，开户行样本银行样本支行，账号620000000000。"
    )
    assert words.en.startswith(f"By 18 December 2026 {SHOP} shall pay {HOLDER} 18,000 yuan (RMB, in formal")


def test_instalments_are_numbered_with_day_and_sum() -> None:
    assert (
        "第1期，不晚于2026年12月10日付人民币8,000元（大写：捌仟元整）；第2期" in said("pay_instalments").zh
    )
    assert "no. 2, by 11 January 2027, 10,000 yuan" in said("pay_instalments").en


def test_lists_and_choices_are_said_in_each_language() -> None:
    assert "火锅底料 20 箱、包装袋 300 个" in said("stop").zh
    assert "火锅底料 20 箱; 包装袋 300 个" in said("stop").en
    assert "in a letter" in said("apology").en
    assert "以书面信函向" in said("apology").zh


def test_words_may_be_given_in_both_languages() -> None:
    words = said("disputes", court=Text("样本法院", "the Sample Court"))
    assert words.en.endswith("the Sample Court.")
    assert words.zh.endswith("样本法院。")


WRONG: list[tuple[str, dict[str, Value], str]] = [
    ("pay_by_day", {"amount": 18000}, "slot_wrong_kind"),
    ("pay_by_day", {"amount": Decimal(0)}, "slot_sum"),
    ("pay_by_day", {"amount": Decimal("0.001")}, "slot_sum"),
    ("pay_by_day", {"amount": Decimal("NaN")}, "slot_sum"),
    ("pay_by_day", {"amount": Decimal("1e13")}, "slot_sum"),
    ("pay_by_day", {"payer": Decimal(1)}, "slot_wrong_kind"),
    ("pay_by_day", {"payer": "  "}, "slot_missing"),
    ("pay_by_day", {"day": "2026-12-18"}, "slot_wrong_kind"),
    ("pay_by_day", {"day": datetime(2026, 12, 18, tzinfo=STATION_TIME)}, "slot_wrong_kind"),
    ("pay_by_day", {"account": "6200"}, "slot_wrong_kind"),
    ("pay_by_day", {"account": Account(HOLDER, "", "6200")}, "slot_account"),
    ("pay_at_once", {"how": "gold"}, "slot_choice"),
    ("take_down", {"count": 0}, "slot_count"),
    ("take_down", {"count": True}, "slot_wrong_kind"),
    ("take_down", {"links": "one"}, "slot_wrong_kind"),
    ("take_down", {"links": ("one", " ")}, "slot_missing"),
    ("take_down", {"links": PARTS}, "slot_wrong_kind"),
    ("take_down", {"links": ()}, "slot_missing"),
    ("pay_instalments", {"parts": "two"}, "slot_wrong_kind"),
    ("pay_instalments", {"parts": ("8000", "10000")}, "slot_wrong_kind"),
    ("pay_instalments", {"parts": (part(1, Decimal(-1), LATER),)}, "slot_sum"),
]


@pytest.mark.parametrize(("clause", "changed", "key"), WRONG)
def test_a_value_that_does_not_fit_is_told(clause: str, changed: dict[str, Value], key: str) -> None:
    assert [(p.question, p.key) for p in problems(clause, **changed)] == [(next(iter(changed)), key)]


def test_a_value_for_no_slot_is_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        fill(CLAUSES["no_fee"], {"amount": Decimal(1)})


@given(
    st.decimals(min_value="0.01", max_value="999999999", places=2),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)),
)
def test_any_sum_and_day_are_said(amount: Decimal, day: date) -> None:
    words = said("pay_by_day", amount=amount, day=day)
    assert f"{day.year}年{day.month}月{day.day}日" in words.zh
    assert capitals(amount) in words.zh
    assert f"{day.day} " in words.en
