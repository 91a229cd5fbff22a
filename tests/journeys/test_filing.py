from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from stationkiosk.domain.application import Claim, PartyKind, PartyRole
from stationkiosk.domain.text import Language
from stationkiosk.journeys.filing import application, filing, start
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import AGENT, EXHIBIT, PERSON, REFERENCE, SIGNED, TRADEMARK, to_check

CASE = UUID("01920000-0000-7000-8000-000000000001")


@pytest.fixture
def walk() -> Walk:
    return start(TRADEMARK, HeldClock())


def test_a_person_walks_from_the_kind_of_dispute_to_the_signature(walk: Walk) -> None:
    assert to_check(walk, PERSON) == [
        *("about", "who", "right", "respondent", "acts", "wishes", "proof", "routes"),
    ]
    assert len(walk.journey.path(walk.state)) == 9
    assert walk.sign(SIGNED) == ()
    assert walk.done


def test_an_agent_is_asked_about_themselves_too(walk: Walk) -> None:
    assert "agent" in to_check(walk, AGENT)


def test_the_rail_has_six_steps_at_most() -> None:
    sections = filing(TRADEMARK).sections()
    assert sections == ("who", "right", "other", "acts", "proof", "check")
    assert all(REFERENCE.words.has(f"section.{section}") for section in sections)


def test_what_was_said_becomes_the_application(walk: Walk) -> None:
    to_check(walk, PERSON)
    walk.sign(SIGNED)
    filed = application(walk, CASE, Language.ZH)
    applicant, respondent = filed.parties
    assert (applicant.role, applicant.kind) == (PartyRole.APPLICANT, PartyKind.PERSON)
    assert (applicant.name, applicant.id_number) == ("陈样本", "11010519491231002X")
    assert applicant.phone == "+8613800138000"
    assert (respondent.kind, respondent.name) == (PartyKind.UNKNOWN, "")
    assert (filed.right.number, filed.right.classes) == ("3333018", (30,))
    assert filed.right.expires == date(2031, 1, 20)
    assert filed.claims == (Claim("stop"), Claim("damages", Decimal(50000)))
    assert filed.exhibits == (EXHIBIT,)
    assert {fact.question for fact in filed.facts} == {
        *("acting", "applicant_paper", "acts", "since", "ongoing"),
    }
