"""What an agreement binds to, what changed between its versions, and what is kept of what was filled in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.agreement import Term
from stationkiosk.domain.clauses import Facet, Ready, SlotKind, Value, ready
from stationkiosk.domain.duties import duties
from stationkiosk.domain.filled import read_values, written
from stationkiosk.domain.text import Text
from stationkiosk.domain.versions import Change, differences
from tests.domain.agreements import CLAUSES, HOLDER, LATER, PARTS, SHOP, TODAY, own, term

ANY_TERM = st.sampled_from(sorted(CLAUSES)).map(term)
SOME_TERMS = st.lists(ANY_TERM, max_size=6)


@pytest.mark.parametrize("clause", sorted(CLAUSES))
def test_what_was_filled_in_is_read_again_as_it_was(clause: str) -> None:
    values = term(clause).values
    kept = json.loads(json.dumps(written(values)))
    assert read_values(CLAUSES[clause], kept) == values


def test_what_was_typed_and_cannot_be_read_comes_back_as_it_was_typed() -> None:
    typed: dict[str, Value] = {"amount": "约一万", "day": "月底", "account": "工行", "payer": SHOP}
    assert read_values(CLAUSES["pay_by_day"], written(typed)) == typed
    assert read_values(CLAUSES["stop"], written({"acts": "卖"})) == {"acts": "卖"}
    assert read_values(CLAUSES["pay_instalments"], written({"parts": "三期"})) == {"parts": "三期"}


def test_a_value_in_both_languages_is_kept_and_one_for_a_slot_that_is_gone_is_left_out() -> None:
    values: dict[str, Value] = {"what": Text("样品", "a sample"), "party": SHOP}
    kept = written(values) | {"dropped": "样品"}
    assert read_values(CLAUSES["own_words"], kept) == values


def test_a_sum_in_parts_is_a_duty_a_part_and_a_sum_for_breach_is_none_yet() -> None:
    found = duties((term("stop"), term("pay_instalments"), term("breach_sum"), term("liability_stays")))
    assert [(one.term, one.who, one.due, one.amount) for one in found] == [
        (1, SHOP, LATER, None),
        (2, SHOP, PARTS[0].due, Decimal(8000)),
        (2, SHOP, PARTS[1].due, Decimal(10000)),
    ]
    assert "第2期（共2期）" in found[2].what.zh
    assert found[0].what == term("stop").words()


def test_a_licence_binds_to_pay_its_fee_and_a_party_may_be_named_in_both_languages() -> None:
    licence = term("licence")
    (fee,) = duties((licence,))
    assert (fee.who, fee.amount) == (SHOP, licence.values["fee"])
    (named,) = duties((term("stop", party=Text(SHOP, "Chen Sample")),))
    assert named.who == SHOP


def test_what_begins_on_a_day_or_is_allowed_until_one_is_not_to_be_done_by_it() -> None:
    assert duties((term("undertaking"), term("free_licence"))) == ()


@pytest.mark.parametrize("payee", [HOLDER, Text(HOLDER, "Ouyang Sample")])
def test_each_part_says_to_whom_it_is_paid(payee: Value) -> None:
    first, _second = duties((term("pay_instalments", payee=payee),))
    assert first.what.zh == f"分期付款，付给{HOLDER}，第1期（共2期）"
    assert f"to {payee.en if isinstance(payee, Text) else payee}, part 1 of 2" in first.what.en


@given(SOME_TERMS)
def test_every_duty_says_who_what_and_by_when(terms: list[Term]) -> None:
    for duty in duties(terms):
        assert duty.who in (SHOP, HOLDER)
        assert duty.what.zh
        assert isinstance(duty.due, date)
        assert terms[duty.term - 1].clause.duty[Facet.WHO]


def test_what_changed_between_versions_is_shown_term_by_term() -> None:
    before = (term("stop"), term("pay_by_day"), own("停用包装"), term("no_fee"))
    paid = replace(before[1], values={**before[1].values, "amount": Decimal(12000)})
    found = differences(before, (term("apology"), paid, before[0], before[2]))
    assert [one.change for one in found.terms] == [Change.NEW, Change.CHANGED, Change.SAME, Change.SAME]
    assert found.terms[1].before == before[1].words()
    assert found.gone == (before[3].words(),)


@given(SOME_TERMS, SOME_TERMS)
def test_nothing_of_a_version_is_lost_in_what_is_shown_of_the_change(
    before: list[Term], now: list[Term]
) -> None:
    found = differences(before, now)
    assert len(found.terms) == len(now)
    stood = [one.before for one in found.terms if one.before is not None]
    said = sorted(one.words().zh for one in before)
    assert sorted([*(text.zh for text in stood), *(text.zh for text in found.gone)]) == said
    same = differences(now, now)
    assert {one.change for one in same.terms} <= {Change.SAME}
    assert same.gone == ()


def test_what_the_record_knows_stands_in_the_blanks_that_ask_for_it() -> None:
    known: dict[Ready, Value] = {Ready.FILER: HOLDER, Ready.OTHER: SHOP, Ready.TODAY: TODAY}
    assert ready(CLAUSES["pay_at_once"], known) == {"payer": SHOP, "payee": HOLDER, "day": TODAY}
    assert ready(CLAUSES["no_fee"], known) == {}


def test_what_may_stand_ready_is_of_its_blanks_kind() -> None:
    fits = {
        SlotKind.PARTY: {Ready.FILER, Ready.OTHER},
        SlotKind.SUM: {Ready.CLAIMED, Ready.COSTS},
        SlotKind.DAY: {Ready.TODAY, Ready.APPLY_BY},
        SlotKind.LIST: {Ready.ACTS, Ready.GOODS, Ready.FACTS},
        SlotKind.PLACE: {Ready.FILER_ADDRESS, Ready.OTHER_ADDRESS},
        SlotKind.TEXT: {
            Ready.SCOPE,
            Ready.RIGHT,
            Ready.SUBJECT,
            Ready.COURT,
            Ready.FILER_PHONE,
            Ready.FILER,
        },
        SlotKind.COUNT: {Ready.COPIES},
        SlotKind.ACCOUNT: {Ready.ACCOUNT},
    }
    for clause in CLAUSES.values():
        for slot in clause.slots:
            assert slot.ready is Ready.NOTHING or slot.ready in fits[slot.kind], (clause.id, slot.id)
