"""Several other sides in one filing."""

from __future__ import annotations

import json

import pytest

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.application import PartyRole
from stationkiosk.domain.text import Language
from stationkiosk.journeys.check import check_rows
from stationkiosk.journeys.filing import application, filing, resume, start
from stationkiosk.journeys.sides import another, before_next, blank, change, for_each, remove, taken
from stationkiosk.journeys.walk import Walk
from tests.domain.fakes import HeldClock
from tests.journeys.samples import EXHIBIT, PERSON, REFERENCE, SIGNED, TRADEMARK
from tests.journeys.test_filing import CASE

FIRST: dict[str, Raw] = {"respondent_name": "甲店（样本）", "respondent_place": "样本路 1 号"}
SECOND: dict[str, Raw] = {"respondent_name": None, "respondent_place": "样本路 2 号"}
THIRD: dict[str, Raw] = {
    "respondent_name": "丙店（样本）",
    "respondent_place": "样本路 3 号",
    "respondent_phone": "13800138000",
}
EMPTY: dict[str, Raw] = {"respondent_name": "", "respondent_place": "", "respondent_phone": ""}


@pytest.fixture
def walk() -> Walk:
    walk = start(TRADEMARK, HeldClock())
    while walk.page.id != "respondent":
        assert not taken(walk)
        assert walk.accept(PERSON[walk.page.id]) == ()
    return walk


def name(walk: Walk, *sides: dict[str, Raw], most: int = 30) -> None:
    for side in sides:
        walk.hold(EMPTY | side)
        assert another(walk, most) == ()


def keys(problems: tuple[object, ...]) -> list[str]:
    return [problem.key for problem in problems]  # type: ignore[attr-defined]


def go_on(walk: Walk) -> None:
    assert before_next(walk) == ()
    assert walk.accept({}) == ()


def to_signed(walk: Walk) -> None:
    while walk.page.kind == "form":
        assert walk.accept(PERSON[walk.page.id]) == ()
    walk.keep(EXHIBIT)
    walk.accept_proof(later=False)
    walk.accept_routes(("mediation",), {})
    assert walk.sign(SIGNED) == ()


def test_one_filing_names_several_shops(walk: Walk) -> None:
    assert taken(walk)
    name(walk, FIRST, SECOND)
    assert blank(walk)
    walk.hold(THIRD)
    go_on(walk)
    to_signed(walk)
    handed_in = application(walk, CASE, Language.ZH)
    against = [party for party in handed_in.parties if party.role is PartyRole.RESPONDENT]
    assert [party.name for party in against] == ["甲店（样本）", "", "丙店（样本）"]
    assert against[2].phone == "+8613800138000"
    assert against[1].address == "样本路 2 号"
    assert [party.role for party in handed_in.parties] == [PartyRole.APPLICANT, *[PartyRole.RESPONDENT] * 3]


def test_every_shop_is_read_back_and_signed(walk: Walk) -> None:
    name(walk, THIRD, SECOND)
    walk.hold(FIRST)
    go_on(walk)
    to_signed(walk)
    read = check_rows(walk, REFERENCE)
    rows = {row.label.zh: row for row in read}
    assert rows["对方（第 1 家）"].value.zh == "丙店（样本）；样本路 3 号；138****8000"
    assert rows["对方（第 1 家）"].full.zh == "丙店（样本）；样本路 3 号；+8613800138000"
    assert rows["对方（第 2 家）"].value.zh == "不知道；样本路 2 号"
    assert rows["对方（第 3 家）"].value.zh == "甲店（样本）；样本路 1 号"
    assert rows["对方（第 3 家）"].page == "respondent"
    assert [row.label.zh for row in read if row.page == "respondent"] == [
        f"对方（第 {n} 家）" for n in (1, 2, 3)
    ]


def test_of_several_each_is_asked_for_the_sum_and_the_pages_say_so(walk: Walk) -> None:
    acts, wishes = (TRADEMARK.page(name) for name in ("acts", "wishes"))
    assert for_each(wishes, walk, REFERENCE.words) is wishes
    name(walk, FIRST)
    walk.hold(SECOND)
    go_on(walk)
    told = for_each(acts, walk, REFERENCE.words).lead
    assert told is not None
    assert told.zh == "选中的算到每一家。哪家不一样，分开申请。"
    asked = {question.id: question for question in for_each(wishes, walk, REFERENCE.words).questions}
    assert asked["amount"].help is not None
    assert asked["amount"].help.zh.startswith("每家各要这么多。")
    assert asked["claims"] == TRADEMARK.question("claims")
    to_signed(walk)
    rows = {row.label.zh: row for row in check_rows(walk, REFERENCE)}
    assert rows["想要赔多少？（元）"].value.zh == "50,000 元（每家）"


def test_of_one_alone_the_sum_is_read_back_as_ever(walk: Walk) -> None:
    walk.hold(EMPTY | FIRST)
    go_on(walk)
    to_signed(walk)
    rows = {row.label.zh: row for row in check_rows(walk, REFERENCE)}
    assert rows["想要赔多少？（元）"].value.zh == "50,000 元"
    assert rows["在哪里？"].value.zh == "样本路 1 号"


def test_an_empty_page_after_the_last_shop_goes_on_with_those_named(walk: Walk) -> None:
    name(walk, FIRST, SECOND)
    go_on(walk)
    assert walk.answers()["respondent_place"] == "样本路 2 号"
    assert len(walk.state.others) == 1


def test_a_shop_that_lacks_its_place_does_not_join_the_list(walk: Walk) -> None:
    walk.hold(EMPTY | {"respondent_name": "甲店（样本）"})
    assert keys(another(walk, 30)) == ["missing.respondent_place"]
    assert walk.state.others == ()


def test_there_is_a_most(walk: Walk) -> None:
    name(walk, FIRST, most=2)
    walk.hold(SECOND)
    assert keys(another(walk, 2)) == ["sides_full"]
    go_on(walk)


def test_the_same_name_and_place_twice_is_told(walk: Walk) -> None:
    name(walk, FIRST)
    walk.hold({"respondent_name": "甲店 （样本）", "respondent_place": "样本路1号"})
    assert keys(another(walk, 30)) == ["side_twice"]
    assert keys(before_next(walk)) == ["side_twice"]
    walk.hold({"respondent_place": "样本路 9 号"})
    go_on(walk)


def test_a_shop_comes_back_on_the_page_to_be_changed(walk: Walk) -> None:
    name(walk, FIRST, SECOND)
    assert change(walk, 0) == ()
    assert walk.state.typed["respondent_name"] == "甲店（样本）"
    assert len(walk.state.others) == 1
    assert change(walk, 0) == ()
    assert walk.state.typed["respondent_place"] == "样本路 2 号"
    assert walk.state.others[0]["respondent_name"] == "甲店（样本）"
    walk.hold(EMPTY | {"respondent_name": "半个"})
    assert keys(change(walk, 0)) == ["missing.respondent_place"]
    assert len(walk.state.others) == 1


def test_a_change_leaves_the_others_in_the_order_they_were_named(walk: Walk) -> None:
    name(walk, FIRST, SECOND)
    walk.hold(THIRD)
    assert change(walk, 0) == ()
    assert [side["respondent_place"] for side in walk.state.others] == ["样本路 2 号", "样本路 3 号"]


def test_a_shop_can_be_taken_out(walk: Walk) -> None:
    name(walk, FIRST, SECOND)
    remove(walk, 0)
    assert [side["respondent_place"] for side in walk.state.others] == ["样本路 2 号"]


def test_a_draft_keeps_them_and_another_kind_takes_them_along(walk: Walk) -> None:
    name(walk, FIRST, SECOND)
    again = resume(TRADEMARK, HeldClock(), json.loads(json.dumps(walk.to_json())))
    assert again.state.others == walk.state.others
    assert walk.turned(filing(REFERENCE.forms["patent"])).state.others == walk.state.others


def test_elsewhere_nothing_is_taken_back(walk: Walk) -> None:
    assert before_next(walk) == ()
    name(walk, FIRST)
    walk.back()
    assert before_next(walk) == ()
    assert len(walk.state.others) == 1
