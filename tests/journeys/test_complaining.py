"""A complaint taken down at the desk: its pages in order, no way to choose."""

from __future__ import annotations

from uuid import UUID

import pytest

from stationkiosk.domain.application import Consent
from stationkiosk.domain.text import Language
from stationkiosk.journeys.complaining import application, complaining
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import EXHIBIT, PERSON, REFERENCE, SIGNED

FORM = REFERENCE.forms["complaint"]
CASE = UUID(int=7)
BOUGHT = {
    "bought_for": "daily_life",
    "bought_what": "样品茶叶",
    "bought_on": "2026-10",
    "bought_sum": "100",
    "harm_known": None,
}
DISPUTE = {"what_happened": "样品：茶叶发霉", "remedies": ("refund", "damages"), "amount": "300"}


def to_proof() -> Walk:
    walk = Walk(complaining(FORM), HeldClock())
    for page in (BOUGHT, PERSON["who"], PERSON["respondent"], DISPUTE):
        assert walk.accept(page) == (), page
    assert walk.page.kind == "proof"
    return walk


def test_it_walks_to_the_signature_without_a_way_to_choose() -> None:
    walk = to_proof()
    walk.keep(EXHIBIT)
    assert "routes" not in {page.kind for page in walk.journey.pages}
    walk.sign(SIGNED)
    filed = application(walk, CASE, Language.ZH)
    assert filed.routes == ()
    assert [claim.id for claim in filed.claims] == ["refund", "damages"]
    assert {fact.question: fact.value for fact in filed.facts}["bought_for"] == "daily_life"
    assert filed.right.goods == "样品茶叶"
    assert filed.consents == () or isinstance(filed.consents[0], Consent)


def test_what_is_not_signed_is_not_handed_in() -> None:
    with pytest.raises(ValueError, match="signed"):
        application(to_proof(), CASE, Language.ZH)
