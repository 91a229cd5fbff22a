"""The answers to a form tell the gate matrix what the dispute is about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from stationkiosk.domain.disputes import Ask, Dispute
from stationkiosk.domain.forms import Answer, Answers
from stationkiosk.domain.identity_kinds import Tie
from stationkiosk.domain.told import claimed, dispute_of
from tests.journeys.samples import REFERENCE
from tests.reference.test_load import TODAY

SELF: dict[str, Answer] = {"applicant_kind": "person", "acting": "self"}


@pytest.mark.parametrize(
    ("form", "answers", "subject"),
    [
        ("patent", {"patent_type": "utility", "acts": ("make",)}, "utility"),
        ("patent", {"patent_type": "utility", "acts": ("make", "passing_off")}, "utility"),
        ("patent", {"patent_type": "invention", "acts": ("passing_off",)}, "passing_off"),
        ("patent", {"patent_type": None, "acts": ("sell",)}, ""),
        ("design", {"acts": ("passing_off",)}, "passing_off"),
        ("copyright", {"category": "software"}, "software"),
        ("copyright", {"category": "photo"}, "work"),
        ("trade_secret", {"secret_kind": "technical"}, "technical"),
        ("trade_secret", {"secret_kind": "business"}, "business"),
        ("trade_secret", {"secret_kind": None}, ""),
        ("competition", {"acts": ("look", "name")}, "confusion"),
        ("competition", {"acts": ("look", "slander")}, ""),
        ("trademark", {"acts": ("same_mark",)}, ""),
    ],
)
def test_what_the_dispute_is_about_is_told_by_what_was_ticked(
    form: str, answers: Answers, subject: str
) -> None:
    dispute = dispute_of(REFERENCE.forms[form], answers)
    assert (dispute.kind, dispute.subject) == (form, subject)


def test_what_is_asked_for_and_how_much() -> None:
    form = REFERENCE.forms["technology_contract"]
    answers: Answers = {"claims": ("pay", "damages"), "owed": "30000", "amount": "5000.50"}
    dispute = dispute_of(form, answers)
    assert dispute.asks == {Ask.DAMAGES}
    assert dispute.claimed == Decimal("35000.50")
    assert dispute_of(form, {"claims": ("pay",), "owed": None}).claimed is None


def test_a_sum_that_is_no_longer_asked_does_not_count() -> None:
    form = REFERENCE.forms["patent"]
    dispute = dispute_of(form, {"claims": ("stop",), "amount": "5000"})
    assert (dispute.asks, dispute.claimed) == ({Ask.STOP}, None)
    assert claimed(form, {"claims": ("damages",), "amount": "5000"}) == Decimal(5000)


@pytest.mark.parametrize(
    ("answers", "tie"),
    [
        ({}, Tie.MAINLAND),
        ({"abroad": "mainland"}, Tie.MAINLAND),
        ({"abroad": None}, Tie.MAINLAND),
        ({"abroad": "foreign"}, Tie.FOREIGN),
        ({"abroad": "hk_macao_taiwan"}, Tie.HK_MACAO_TAIWAN),
        ({"applicant_paper": "resident", "applicant_id": "810000199001010019"}, Tie.HK_MACAO_TAIWAN),
        ({"applicant_id": "11010519491231002X"}, Tie.MAINLAND),
        ({"applicant_id": None}, Tie.MAINLAND),
        ({"applicant_id": "810000199001010019", "abroad": "foreign"}, Tie.FOREIGN),
        ({"acting": "agent", "agent_id": "810000199001010019"}, Tie.MAINLAND),
    ],
)
def test_where_the_parties_belong(answers: dict[str, Answer], tie: Tie) -> None:
    assert dispute_of(REFERENCE.forms["design"], SELF | answers).tie is tie


def test_every_kind_of_dispute_has_its_ways() -> None:
    for form in REFERENCE.forms.values():
        if form.paper == "application":
            assert REFERENCE.ways(dispute_of(form, {}), TODAY)


def test_nothing_said_leaves_all_open() -> None:
    assert dispute_of(REFERENCE.forms["copyright"], {}) == Dispute("copyright")
