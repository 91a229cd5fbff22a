"""Who has to sign, in which order, and why somebody cannot."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.mediation import MEDIATOR, SEAL, MediationRule, Signatures, missing, why_not_sign
from tests.journeys.samples import REFERENCE

DAY = date(2026, 11, 23)
SIDES = (1, 2)
HANDS = ["1", "2", MEDIATOR, SEAL]


def way(name: str) -> MediationRule:
    return REFERENCE.way(name, DAY)


def test_every_way_that_can_be_chosen_has_its_rule() -> None:
    chosen = {row.option for row in REFERENCE.choices("mediation.way", DAY)}
    assert chosen == {row.id for row in REFERENCE.mediation.all_on(DAY)}
    assert REFERENCE.mediation.on("commercial", date(2026, 4, 30)) is None


@pytest.mark.parametrize("name", ["administrative", "people", "commercial"])
def test_with_the_last_signature_of_all_it_takes_effect(name: str) -> None:
    rule = way(name)
    assert missing(rule, SIDES, Signatures()) == ("1", "2", MEDIATOR, SEAL)
    for who in ("1", "2"):
        assert why_not_sign(rule, SIDES, Signatures(), who) == ""
    both = Signatures(frozenset(SIDES), mediator=True)
    assert missing(rule, SIDES, both) == (SEAL,)
    assert why_not_sign(rule, SIDES, both, SEAL) == ""
    assert missing(rule, SIDES, Signatures(frozenset(SIDES), mediator=True, seal=True)) == ()


@pytest.mark.parametrize("name", ["administrative", "people", "commercial", "court"])
def test_the_mediator_signs_after_the_sides_and_the_seal_comes_last(name: str) -> None:
    rule = way(name)
    one, both = Signatures(frozenset({1})), Signatures(frozenset(SIDES))
    assert why_not_sign(rule, SIDES, one, MEDIATOR) == "others_first"
    assert why_not_sign(rule, SIDES, one, SEAL) == "others_first"
    assert why_not_sign(rule, SIDES, both, SEAL) == "others_first"
    assert why_not_sign(rule, SIDES, both, MEDIATOR) == ""


def test_nobody_signs_twice_and_no_stranger_signs() -> None:
    signed = Signatures(frozenset({1}), mediator=True)
    assert why_not_sign(way("people"), SIDES, signed, "1") == "signed_already"
    assert why_not_sign(way("people"), SIDES, signed, MEDIATOR) == "signed_already"
    assert why_not_sign(way("people"), SIDES, signed, "3") == "no_signer"


@given(st.sampled_from(["administrative", "people", "commercial", "court"]), st.permutations(HANDS * 4))
def test_in_whatever_order_hands_come_the_sides_sign_before_the_mediator_and_the_seal_is_last(
    name: str, tries: list[str]
) -> None:
    rule, made, order = way(name), Signatures(), []
    for who in tries:
        if why_not_sign(rule, SIDES, made, who):
            continue
        order.append(who)
        sides = {int(one) for one in order if one.isdecimal()}
        made = Signatures(frozenset(sides), MEDIATOR in order, SEAL in order)
    assert len(set(order)) == len(order)
    assert order[2:] == [MEDIATOR, SEAL][: len(order) - 2]
    assert (missing(rule, SIDES, made) == ()) == (len(order) == len(HANDS))
