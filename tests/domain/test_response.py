"""Four honest answers of somebody who was complained about, each with what it needs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from stationkiosk.domain.application import PartyKind, PartyRole, Signature, SignatureKind
from stationkiosk.domain.forms import Answer, Answers, Form
from stationkiosk.domain.response import Mediate, Position, Response
from stationkiosk.domain.response import respond as respond_to
from stationkiosk.domain.text import Language
from tests.journeys.samples import REFERENCE

FORM = REFERENCE.forms["answer"]

SELF: dict[str, Answer] = {
    "answerer_kind": "organisation",
    "answerer_name": "样本商行",
    "answerer_head": "样本一",
    "acting": "self",
    "answerer_phone": "+8613800138000",
    "mediate": "yes",
}

DRAFT = UUID("01935b1e-7e00-7000-8000-000000000001")
SIGNED = Signature(SignatureKind.WITNESSED, "样本二", "0" * 64, witness="样本三")


def respond(form: Form, answers: Answers, **given: object) -> Response:
    return respond_to(
        form,
        answers,
        draft_id=DRAFT,
        language=Language.ZH,
        exhibits=(),
        signature=SIGNED,
        **given,  # type: ignore[arg-type]
    )


def test_somebody_may_agree_in_part() -> None:
    response = respond(FORM, SELF | {"positions": ("agree_in_part",), "agreed": ("stop", "talk")})
    assert response.positions == (Position.AGREE_IN_PART,)
    assert response.agreed == ("stop", "talk")
    assert (response.id, response.language, response.signature) == (DRAFT, Language.ZH, SIGNED)
    assert response.mediate is Mediate.YES
    (party,) = response.parties
    assert (party.role, party.kind, party.name) == (
        PartyRole.RESPONDENT,
        PartyKind.ORGANISATION,
        "样本商行",
    )


def test_a_lawful_source_names_supplier_channel_and_price() -> None:
    response = respond(
        FORM,
        SELF
        | {
            "positions": ("lawful_source",),
            "supplier": "样本批发部",
            "supplied_on": "2026-03",
            "fair_price": "usual",
            "source_papers": ("invoice",),
        },
    )
    assert (response.supplier, response.supplied_on) == ("样本批发部", "2026-03")
    facts = {fact.question: fact.value for fact in response.facts}
    assert facts == {"acting": "self", "fair_price": "usual", "source_papers": ("invoice",)}


def test_somebody_may_contest_the_right_and_ask_for_time_through_an_agent() -> None:
    answers = SELF | {
        "acting": "agent",
        "agent_name": "样本二",
        "agent_paper": "none",
        "agent_phone": "+8613800138001",
        "authority": "general",
        "positions": ("contest_right", "need_time"),
        "grounds": ("earlier",),
        "until": "2026-12-05",
        "mediate": "tell_more",
    }
    response = respond(FORM, answers, by_card=frozenset({"agent"}))
    agent, respondent = response.parties
    assert (agent.name, agent.authority, agent.by_card) == ("样本二", "general", True)
    assert respondent.phone == ""
    assert response.grounds == ("earlier",)
    assert response.until == date(2026, 12, 5)
    assert response.mediate is Mediate.TELL_MORE


def test_the_statement_stays_sealed() -> None:
    answers = SELF | {"positions": ("need_time",), "until": "2026-12-05"}
    response = respond(FORM, answers, sealed={"statement": b"box"})
    assert response.sealed == {"statement": b"box"}
    assert FORM.question("statement").sealed
    assert "statement" not in {fact.question for fact in response.facts}


def test_what_is_no_longer_asked_is_left_out() -> None:
    answers = SELF | {"positions": ("need_time",), "until": "2026-12-05", "supplier": "样本批发部"}
    assert respond(FORM, answers).supplier == ""


def test_a_response_that_lacks_something_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="until"):
        respond(FORM, SELF | {"positions": ("need_time",)})
