from __future__ import annotations

from dataclasses import replace

import pytest

from stationkiosk.domain.application import Application, PartyKind, PartyRole
from stationkiosk.domain.filing import assemble, lacking
from stationkiosk.domain.forms import Answers
from stationkiosk.domain.text import Language
from stationkiosk.journeys.filing import application, start
from tests.domain.fakes import HeldClock
from tests.journeys.samples import AGENT, EXHIBIT, SIGNED, TRADEMARK, to_check
from tests.journeys.test_filing import CASE


def filed() -> Application:
    walk = start(TRADEMARK, HeldClock())
    to_check(walk, AGENT)
    walk.sign(SIGNED)
    return application(walk, CASE, Language.EN)


def test_an_agents_application_names_three_parties() -> None:
    applicant, agent, respondent = filed().parties
    assert (applicant.kind, applicant.name) == (PartyKind.ORGANISATION, "重庆样本食品有限公司")
    assert (applicant.id_number, applicant.representative) == ("91330100799655058B", "样本一")
    assert (agent.role, agent.kind, agent.authority) == (PartyRole.AGENT, PartyKind.PERSON, "special")
    assert (agent.id_number, agent.phone) == ("", "+862367570000")
    assert respondent.address == "样本路 1 号"


def test_a_sealed_answer_and_personal_facts_are_marked() -> None:
    application = filed()
    assert application.sealed == {}
    assert all(not fact.personal for fact in application.facts)
    assert application.language is Language.EN


def complete() -> dict[str, object]:
    walk = start(TRADEMARK, HeldClock())
    to_check(walk, AGENT)
    return dict(walk.answers())


def test_what_the_first_visit_needs_is_named() -> None:
    answers: Answers = complete()  # type: ignore[assignment]
    assert lacking(TRADEMARK, answers, exhibits=(EXHIBIT,), proof_later=False, routes=("report",)) == ()
    assert lacking(TRADEMARK, answers, exhibits=(), proof_later=True, routes=("report",)) == ()
    found = lacking(TRADEMARK, {**answers, "claims": ()}, exhibits=(), proof_later=False, routes=())
    assert [problem.key for problem in found] == ["proof_none", "routes_none"]
    del answers["claims"]  # type: ignore[attr-defined]
    found = lacking(TRADEMARK, answers, exhibits=(EXHIBIT,), proof_later=False, routes=("report",))
    assert [problem.key for problem in found] == ["missing.claims"]


def test_an_application_that_lacks_something_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="cannot be filed yet"):
        assemble(
            TRADEMARK,
            {},
            case_id=CASE,
            language=Language.ZH,
            routes=(),
            consents=(),
            exhibits=(),
            signature=replace(SIGNED),
        )


def test_answers_to_dropped_questions_are_left_out() -> None:
    answers = complete() | {"acting": "self", "applicant_phone": "+8613800138000"}
    application = assemble(
        TRADEMARK,
        answers,  # type: ignore[arg-type]
        case_id=CASE,
        language=Language.ZH,
        routes=("mediation",),
        consents=(),
        exhibits=(EXHIBIT,),
        signature=SIGNED,
        sealed={"mediator_note": b"box"},
    )
    assert [party.role for party in application.parties] == [PartyRole.APPLICANT, PartyRole.RESPONDENT]
    assert application.sealed == {"mediator_note": b"box"}
