"""Answering a complaint: the code first, four honest answers, and mediation told before it is refused."""

from __future__ import annotations

import pytest

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.response import Mediate, Position
from stationkiosk.domain.text import Language
from stationkiosk.journeys.answering import NAME, NOTICE, answering, code_of, found, response
from stationkiosk.journeys.check import check_rows
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import EXHIBIT, REFERENCE, SIGNED
from tests.journeys.test_filing import CASE

FORM = REFERENCE.forms["answer"]
CODE = "7HTW-9QKM-3XPA-R"

ANSWERS: dict[str, dict[str, Raw]] = {
    "agreed": {"agreed": ("stop", "talk")},
    "source": {
        "supplier": "样本批发市场",
        "supplied_on": None,
        "fair_price": "usual",
        "source_papers": ("invoice",),
    },
    "contest": {"grounds": ("different",)},
    "time": {"until": "2026-12-05"},
    "statement": {},
    "answerer": {
        "answerer_kind": "organisation",
        "acting": "self",
        "answerer_name": "乙商行（样本）",
        "answerer_head": "样本一",
        "answerer_phone": "13800138000",
    },
    "agent": {
        "agent_name": "样本二",
        "agent_paper": "none",
        "agent_phone": "13800138000",
        "authority": "general",
    },
}


def to_positions() -> Walk:
    walk = Walk(answering(FORM), HeldClock())
    assert walk.accept({NOTICE: CODE}) == ()
    walk.accept_check()
    return walk


def to_check(walk: Walk, mediate: str = "no", acting: str = "self") -> list[str]:
    seen = []
    while walk.page.kind != "check":
        page = walk.page
        seen.append(page.id)
        if page.kind == "proof":
            walk.keep(EXHIBIT)
            walk.accept_proof(later=False)
        elif page.id in ("mediate", "mediation"):
            assert walk.accept({"mediate": mediate}) == ()
            mediate = "yes"
        else:
            assert walk.accept(ANSWERS[page.id] | {"acting": acting}) == ()
        assert walk.page is not page
    return seen


def test_nothing_comes_before_the_code() -> None:
    walk = Walk(answering(FORM), HeldClock())
    assert (walk.page.id, code_of(walk)) == (NOTICE, "")
    assert [problem.key for problem in walk.accept({NOTICE: ""})] == ["kind_none"]
    walk.accept({NOTICE: CODE})
    assert (walk.page.id, code_of(walk)) == ("claim", CODE)


def test_whoever_the_notice_is_for_need_not_write_their_name_again() -> None:
    walk = Walk(answering(FORM), HeldClock())
    assert found(walk, CODE, "乙商行（样本）", {}) == ()
    assert (walk.page.id, walk.state.typed[NAME]) == ("claim", "乙商行（样本）")
    walk.back()
    walk.hold({NAME: "丙店（样本）"})
    found(walk, CODE, "乙商行（样本）", {})
    assert walk.state.typed[NAME] == "丙店（样本）"
    nameless = Walk(answering(FORM), HeldClock())
    found(nameless, CODE, "", {})
    assert NAME not in nameless.state.typed


def test_whoever_answers_again_is_asked_what_is_open_and_may_add_and_change() -> None:
    walk = Walk(answering(FORM), HeldClock())
    said = {"positions": ("lawful_source",), **ANSWERS["source"]}
    found(walk, CODE, "乙商行（样本）", said)
    walk.accept_check()
    assert walk.page.id == "statement"
    walk.back()
    assert walk.page.id == "claim"
    walk.accept_check()
    assert to_check(walk) == ["statement", "proof", "mediate", "answerer"]
    walk.back()
    assert walk.page.id == "answerer"
    walk.accept({})
    walk.change("positions")
    walk.back()
    assert walk.page.id == "check"
    walk.change("positions")
    walk.accept({"positions": ("lawful_source", "contest_right")})
    assert walk.page.id == "contest"
    walk.accept(ANSWERS["contest"])
    assert walk.page.id == "check"
    walk.sign(SIGNED)
    answer = response(walk, CASE, Language.ZH)
    assert answer.positions == (Position.LAWFUL_SOURCE, Position.CONTEST_RIGHT)
    assert (answer.supplier, answer.supplied_on) == ("样本批发市场", "")
    walk.change(NOTICE)
    found(walk, CODE, "", {"positions": ("need_time",)})
    assert walk.answers()["positions"] == ("lawful_source", "contest_right")


def test_each_of_the_four_answers_asks_what_it_needs() -> None:
    for position, page in (
        ("agree_in_part", "agreed"),
        ("lawful_source", "source"),
        ("contest_right", "contest"),
        ("need_time", "time"),
    ):
        walk = to_positions()
        walk.accept({"positions": (position,)})
        assert to_check(walk) == [page, "statement", "proof", "mediate", "answerer"]


def test_more_than_one_answer_may_be_true_and_an_agent_may_give_them() -> None:
    walk = to_positions()
    walk.accept({"positions": ("agree_in_part", "lawful_source", "contest_right", "need_time")})
    assert to_check(walk, acting="agent") == [
        *("agreed", "source", "contest", "time", "statement", "proof", "mediate", "answerer", "agent")
    ]
    assert walk.page.kind == "check"


def test_who_wants_to_know_more_is_told_and_asked_again() -> None:
    walk = to_positions()
    walk.accept({"positions": ("need_time",)})
    assert to_check(walk, "tell_more")[-3:] == ["mediate", "mediation", "answerer"]
    assert walk.answers()["mediate"] == "yes"


def test_who_is_still_unsure_goes_on_with_that() -> None:
    walk = to_positions()
    walk.accept({"positions": ("need_time",)})
    for raw in (ANSWERS["time"], {}):
        walk.accept(raw)
    walk.accept_proof(later=True)
    for _ in ("mediate", "mediation"):
        walk.accept({"mediate": "tell_more"})
    assert walk.page.id == "answerer"
    walk.back()
    assert walk.page.id == "mediation"


def test_a_change_to_tell_me_more_tells_it() -> None:
    walk = to_positions()
    walk.accept({"positions": ("need_time",)})
    to_check(walk)
    walk.change("mediate")
    walk.accept({"mediate": "tell_more"})
    assert walk.page.id == "mediation"
    walk.accept({"mediate": "yes"})
    assert walk.page.id == "check"


def test_back_leads_through_all_of_it_to_the_code() -> None:
    walk = to_positions()
    walk.accept({"positions": ("contest_right",)})
    way = [NOTICE, "claim", "positions", *to_check(walk)]
    back = []
    while not walk.first:
        walk.back()
        back.append(walk.page.id)
    assert back == way[::-1]
    assert code_of(walk) == CODE


def test_the_read_back_has_no_ways_to_choose_and_the_rail_six_steps() -> None:
    walk = to_positions()
    walk.accept({"positions": ("contest_right",)})
    to_check(walk)
    assert "routes" not in {row.page for row in check_rows(walk, REFERENCE)}
    sections = answering(FORM).sections()
    assert len(sections) <= 6
    assert all(REFERENCE.words.has(f"section.{section}") for section in sections)


def test_every_question_of_the_form_is_on_a_page() -> None:
    pages = {page.form.id for page in answering(FORM).pages if page.form}
    assert pages == {page.id for page in FORM.pages}


def test_a_signed_answer_becomes_the_response() -> None:
    walk = to_positions()
    walk.accept({"positions": ("agree_in_part",)})
    to_check(walk, "tell_more")
    with pytest.raises(ValueError, match="signed"):
        response(walk, CASE, Language.EN)
    walk.put_sealed({"statement": b"box"})
    walk.sign(SIGNED)
    said = response(walk, CASE, Language.EN)
    assert (said.id, said.language, said.signature) == (CASE, Language.EN, SIGNED)
    assert (said.positions, said.agreed) == ((Position.AGREE_IN_PART,), ("stop", "talk"))
    assert (said.mediate, said.exhibits, said.sealed) == (Mediate.YES, (EXHIBIT,), {"statement": b"box"})
    (party,) = said.parties
    assert (party.role, party.representative) == (PartyRole.RESPONDENT, "样本一")
