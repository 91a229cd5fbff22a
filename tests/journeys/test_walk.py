from __future__ import annotations

import json
from dataclasses import replace

import pytest

from stationkiosk.domain.application import Consent, SignatureKind
from stationkiosk.domain.errors import Problem
from stationkiosk.journeys.filing import ELSEWHERE, claimed, filing, resume, start
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import AGENT, EXHIBIT, PERSON, REFERENCE, SIGNED, TRADEMARK, to_check


@pytest.fixture
def walk() -> Walk:
    return start(TRADEMARK, HeldClock())


@pytest.fixture
def checked(walk: Walk) -> Walk:
    to_check(walk, PERSON)
    return walk


def to(walk: Walk, page: str) -> Walk:
    while walk.page.id != page:
        assert walk.accept(PERSON[walk.page.id]) == ()
    return walk


def keys(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.key for problem in problems]


def test_a_page_with_problems_stays_and_keeps_what_was_typed(walk: Walk) -> None:
    to(walk, "who")
    own = {"applicant_kind": "person", "acting": "self"}
    problems = walk.accept(own | {"applicant_name": "", "applicant_id": "123", "applicant_phone": "12"})
    assert keys(problems) == ["missing.applicant_name", "id_length", "phone_incomplete"]
    assert walk.problems == problems
    assert walk.page.id == "who"
    assert walk.state.typed["applicant_id"] == "123"
    assert "applicant_id" not in walk.state.answers


def test_nobody_goes_on_without_saying_what_it_is_about(walk: Walk) -> None:
    for raw in ({}, {"about": ""}, {"about": None}):
        assert keys(walk.accept(raw)) == ["kind_none"]
    assert walk.first


def test_another_kind_of_dispute_lands_on_a_page_with_a_way_forward(walk: Walk) -> None:
    assert walk.accept({"about": "patent"}) == ()
    assert walk.page.id == ELSEWHERE
    walk.back()
    assert walk.page.id == "about"
    walk.accept({"about": "trademark"})
    assert walk.page.id == "who"


def test_a_question_hangs_on_the_answer_just_before_it_on_the_same_page(walk: Walk) -> None:
    to(walk, "wishes")
    assert [q.id for q in walk.questions({"claims": ("stop",)})] == ["claims", "mediator_note"]
    assert [q.id for q in walk.questions({"claims": ("damages",)})] == [
        *("claims", "amount", "mediator_note")
    ]
    assert keys(walk.accept({"claims": ("damages",), "amount": ""})) == ["missing.amount"]
    assert walk.accept({"claims": ("damages",), "amount": None}) == ()
    assert walk.answers()["amount"] is None
    assert claimed(walk) is None


def test_the_sum_asked_for_is_known_once_it_is_given(checked: Walk) -> None:
    assert claimed(checked) == 50000


def test_back_goes_the_way_that_was_come_and_loses_nothing(checked: Walk) -> None:
    way = []
    while not checked.first:
        checked.back()
        way.append(checked.page.id)
    assert way == [
        *("routes", "proof", "wishes", "acts", "respondent", "right", "who", "about"),
    ]
    checked.back()
    assert checked.first
    assert checked.state.exhibits == (EXHIBIT,)
    for page in ("about", "who"):
        assert checked.page.id == page
        assert checked.accept({}) == () or page == "about"
        if page == "about":
            checked.accept({"about": "trademark"})


def test_a_change_leads_straight_back_to_the_check_page(checked: Walk) -> None:
    checked.change("right")
    assert checked.changing
    assert checked.accept({"mark_name": "新样本"}) == ()
    assert checked.page.kind == "check"
    assert not checked.changing
    assert checked.answers()["mark_name"] == "新样本"


def test_back_from_a_change_leads_to_the_check_page_and_changes_nothing(checked: Walk) -> None:
    checked.change("right")
    checked.back()
    assert checked.page.kind == "check"
    assert checked.answers()["mark_name"] == "山城样本"


def test_a_change_that_asks_for_more_goes_there_first(checked: Walk) -> None:
    checked.change("who")
    asked = {"applicant_kind": "organisation", "acting": "agent"}
    assert {problem.question for problem in checked.accept(asked)} == {
        *("organisation_name", "credit_code", "representative"),
    }
    checked.accept(AGENT["who"])
    assert checked.page.id == "agent"
    checked.accept(AGENT["agent"])
    assert checked.page.kind == "check"
    assert "applicant_name" not in checked.answers()


def test_a_change_can_be_taken_back_before_what_it_asks_for_is_given(checked: Walk) -> None:
    checked.change("who")
    checked.accept({"acting": "agent"})
    assert checked.page.id == "agent"
    checked.back()
    assert (checked.page.id, checked.changing) == ("who", True)
    checked.accept({"acting": "self"})
    assert checked.page.kind == "check"
    assert "agent_name" not in checked.answers()


def test_a_change_of_proof_and_of_routes_leads_back_too(checked: Walk) -> None:
    checked.change("proof")
    checked.drop(EXHIBIT.sha256)
    assert keys(checked.accept_proof(later=False)) == ["proof_none"]
    assert checked.accept_proof(later=True) == ()
    assert checked.page.kind == "check"
    checked.change("routes")
    assert keys(checked.accept_routes((), {})) == ["routes_none"]
    assert checked.accept_routes(("report",), {}) == ()
    assert (checked.page.kind, checked.state.routes) == ("check", ("report",))


def test_a_consent_not_answered_is_asked_about_and_never_taken_for_a_no(checked: Walk) -> None:
    checked.change("routes")
    before = checked.state.consents
    problems = checked.accept_routes((), {"tell_other_side": None, "publish": False})
    assert keys(problems) == ["routes_none", "consent_none"]
    assert problems[1].question == "tell_other_side"
    assert checked.page.id == "routes"
    assert checked.state.consents == before
    assert checked.accept_routes(("mediation",), {"tell_other_side": True, "publish": False}) == ()
    assert checked.state.consents == (Consent("tell_other_side", True), Consent("publish", False))


def test_what_is_sealed_can_be_put_in_without_going_on(walk: Walk) -> None:
    to(walk, "wishes")
    walk.put_sealed({"mediator_note": b"box"})
    assert (walk.page.id, walk.state.sealed) == ("wishes", {"mediator_note": b"box"})


def test_proof_taken_out_in_a_change_is_asked_for_again(checked: Walk) -> None:
    checked.change("proof")
    checked.drop(EXHIBIT.sha256)
    checked.back()
    assert checked.page.id == "wishes"
    assert checked.accept({}) == ()
    assert checked.page.id == "proof"


def test_the_same_bytes_are_kept_once(walk: Walk) -> None:
    walk.keep(EXHIBIT)
    walk.keep(replace(EXHIBIT, name="again.jpg"))
    assert walk.state.exhibits == (EXHIBIT,)


def test_a_card_fills_name_and_number_and_typing_over_it_is_known(walk: Walk) -> None:
    to(walk, "who")
    walk.hold({"applicant_kind": "person", "acting": "self"})
    walk.card("陈样本", "11010519491231002X")
    assert walk.state.by_card == {"applicant"}
    assert walk.accept({"applicant_name": "陈样本", "applicant_phone": "13800138000"}) == ()
    assert walk.answers()["applicant_id"] == "11010519491231002X"
    assert walk.state.by_card == {"applicant"}
    walk.hold({"applicant_name": "别人"})
    assert walk.state.by_card == frozenset()


def test_a_card_names_who_heads_a_company(walk: Walk) -> None:
    walk.accept({"about": "trademark"})
    walk.hold({"applicant_kind": "organisation", "acting": "self"})
    walk.card("陈样本", "11010519491231002X")
    assert walk.state.by_card == frozenset()
    assert "organisation_name" not in walk.state.typed
    assert walk.state.typed["representative"] == "陈样本"


def test_what_is_sealed_is_never_held_in_the_open(walk: Walk) -> None:
    to(walk, "wishes")
    with pytest.raises(ValueError, match="mediator_note"):
        walk.accept({"mediator_note": "底线"})
    assert walk.accept(PERSON["wishes"], {"mediator_note": b"box"}) == ()
    assert walk.state.sealed == {"mediator_note": b"box"}
    walk.back()
    assert walk.accept({}) == ()
    assert walk.state.sealed == {"mediator_note": b"box"}
    walk.back()
    walk.accept({}, {"mediator_note": b""})
    assert walk.state.sealed == {}


def test_a_page_without_questions_accepts_no_answers(walk: Walk) -> None:
    to(walk, "proof")
    with pytest.raises(ValueError, match="proof asks no questions"):
        walk.accept({})


def test_nothing_is_signed_with_an_empty_box(checked: Walk) -> None:
    assert keys(checked.sign(replace(SIGNED, strokes=()))) == ["signature_none"]
    assert keys(checked.sign(replace(SIGNED, signer=" "))) == ["signature_none"]
    assert not checked.done
    witnessed = replace(SIGNED, kind=SignatureKind.WITNESSED, strokes=(), witness="样本三")
    assert checked.sign(witnessed) == ()
    assert checked.done


def test_any_change_takes_the_signature_away(checked: Walk) -> None:
    def sign() -> None:
        checked.change("check")
        checked.sign(SIGNED)
        assert checked.done

    for touch in (
        checked.back,
        lambda: checked.hold({"mark_name": "新"}),
        lambda: checked.keep(replace(EXHIBIT, sha256="d" * 64)),
        lambda: checked.drop(EXHIBIT.sha256),
        lambda: checked.change("right"),
    ):
        sign()
        touch()
        assert not checked.done


@pytest.mark.parametrize("typed", [PERSON, AGENT])
def test_a_draft_goes_on_where_it_was_left(typed: dict[str, dict[str, object]]) -> None:
    walk = start(TRADEMARK, HeldClock())
    steps = 0
    while walk.page.kind != "check":
        walk = resume(TRADEMARK, HeldClock(), json.loads(json.dumps(walk.to_json())))
        page = walk.page
        if page.kind == "proof":
            walk.keep(EXHIBIT)
            walk.accept_proof(later=False)
        elif page.kind == "routes":
            walk.accept_routes(("mediation",), {"publish": False})
        else:
            walk.accept(typed[page.id], {"mediator_note": b"box"} if page.id == "wishes" else {})  # type: ignore[arg-type]
        steps += 1
    straight = start(TRADEMARK, HeldClock())
    to_check(straight, typed)  # type: ignore[arg-type]
    assert walk.answers() == straight.answers()
    assert walk.state.exhibits == (EXHIBIT,)
    assert walk.state.sealed == {"mediator_note": b"box"}
    assert steps > 7


def test_a_draft_keeps_no_signature_and_a_change_in_hand(checked: Walk) -> None:
    checked.change("right")
    body = json.loads(json.dumps(checked.to_json()))
    assert "signature" not in body["state"]
    again = resume(TRADEMARK, HeldClock(), body)
    assert again.changing
    again.accept({})
    assert again.page.kind == "check"


def test_a_draft_of_a_page_that_is_gone_goes_on_from_the_first(checked: Walk) -> None:
    checked.change("right")
    again = resume(TRADEMARK, HeldClock(), checked.to_json() | {"page": "gone"})
    assert again.first
    assert not again.changing
    assert again.answers() == checked.answers()


def test_pages_are_patient_where_it_matters() -> None:
    idle = {page.id: page.idle for page in filing(TRADEMARK).pages}
    assert idle["about"] == idle[ELSEWHERE] == "plain"
    assert idle["check"] == "signature"
    assert {v for k, v in idle.items() if k not in ("about", ELSEWHERE, "check")} == {"personal"}


def test_another_journey_takes_along_what_it_asks_word_for_word() -> None:
    walk = start(TRADEMARK, HeldClock())
    to_check(walk, PERSON)
    turned = walk.turned(filing(REFERENCE.forms["patent"]))
    assert turned.first
    assert turned.state.answers["applicant_name"] == "陈样本"
    assert turned.state.typed["respondent_place"] == "样本路 1 号"
    assert not {"mark_name", "acts", "about"} & set(turned.state.answers)
    assert turned.state.exhibits == (EXHIBIT,)
    assert turned.state.routes is None
    assert turned.state.signature is None


def test_what_an_exhibit_shows_is_said_of_that_one_alone(checked: Walk) -> None:
    other = replace(EXHIBIT, sha256="1" * 64)
    checked.keep(other)
    checked.describe(other.sha256, "shop")
    assert [kept.purpose for kept in checked.state.exhibits] == [EXHIBIT.purpose, "shop"]
    checked.describe(other.sha256, "")
    assert checked.state.exhibits == (EXHIBIT, other)
