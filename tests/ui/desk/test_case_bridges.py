"""The bridges of the case page, without a window: what they ask of the desk and what they tell QML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, timedelta
from uuid import UUID

import pytest

from stationkiosk.casework.desk.views import Urgency
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Language, Text
from stationkiosk.reference.load import Reference
from stationkiosk.ui.desk.case import CasePage
from tests.ui.desk.case_alone import alone, fields, opened, settled
from tests.ui.desk.case_samples import BARE, CASE, ENDED, LIVE, NOW, OLD, entry
from tests.ui.desk.sample_desk import SampleDesk, moved_on


@pytest.fixture
def desk() -> SampleDesk:
    return SampleDesk()


@pytest.fixture
def page(desk: SampleDesk, reference: Reference, monkeypatch: pytest.MonkeyPatch) -> Iterator[CasePage]:
    yield from alone(desk, reference, monkeypatch)


def test_a_case_is_opened_and_told_in_full(page: CasePage) -> None:
    assert page.stage == "none"
    page.open(CASE)
    assert page.stage == "loading"
    settled(page)
    assert page.stage == "open"
    assert page.under[0] == "LJ07-20261122-00042"
    assert page.elapsed["time"] == "0:47"
    assert page.elapsed["tone"] == "jade"
    assert {tab["id"]: tab["count"] for tab in page.tabs if tab["count"]} == {"evidence": 4, "papers": 2}
    assert [group["id"] for group in page.groups] == ["right", "facts", "claims", "consents"]
    assert page.parties[1]["standsFor"] == "代表 甲食品样本公司"
    assert page.journal[0]["seq"] == 3
    assert page.chain["told"] == "校验通过"
    assert page.withheld[0]["why"]


def test_the_primary_action_comes_first_and_closed_ones_last_with_their_reason(page: CasePage) -> None:
    actions = opened(page).actions
    assert [action["id"] for action in actions] == ["accept", "refuse", "assign", "confirm"]
    assert [action["primary"] for action in actions] == [True, False, False, False]
    assert actions[-1]["closed"] == "双方签字后才能做。"
    assert actions[-1]["key"] == ""
    page.choose(2)
    assert page.actions == []
    assert {clock["matter"] for clock in page.clocks} == {"调解"}, "what runs elsewhere is told after it"
    assert not any(clock["stopped"] for clock in page.clocks)


def test_deadlines_say_how_near_they_are_and_why(page: CasePage) -> None:
    first, second, done = opened(page).clocks
    assert (first["told"], first["tone"], first["provisional"]) == ("还有 9 天", "amber", False)
    assert len(first["why"]) == 3
    assert second["provisional"]
    assert (done["told"], done["stopped"]) == ("已完成", True)


def test_a_deadline_of_an_ended_matter_is_never_called_overdue(page: CasePage, desk: SampleDesk) -> None:
    gone = replace(LIVE.clocks[0], due=date(2026, 11, 1), urgency=Urgency.NONE)
    desk.file = replace(LIVE, clocks=(gone,))
    (row,) = opened(page).clocks
    assert (row["told"], row["tone"]) == ("不再计算", "soft")


def test_a_deadline_that_stands_still_says_so(page: CasePage, desk: SampleDesk) -> None:
    desk.file = replace(LIVE, clocks=(replace(LIVE.clocks[0], due=date(2026, 11, 1), still=True),))
    (row,) = opened(page).clocks
    assert (row["told"], row["tone"]) == ("停着，还会往后移", "amber")


def test_what_the_station_did_itself_is_not_said_twice(page: CasePage, desk: SampleDesk) -> None:
    own = replace(LIVE.journal[0], actor="station", role=Text("本站", "The station"))
    desk.file = replace(LIVE, journal=(own,))
    (row,) = opened(page).journal
    assert row["who"] == "本站"


def test_the_palette_offers_what_is_open_first_and_keys_only_where_they_are_heard(page: CasePage) -> None:
    offered = opened(page).commands()
    assert [bool(one.closed) for one in offered] == sorted(bool(one.closed) for one in offered)
    keyed = {one.id for one in offered if one.keys}
    assert keyed
    page.choose(2)
    assert not {one.id for one in page.commands() if one.keys} & keyed


def test_the_clock_against_the_aim_changes_its_word(page: CasePage, desk: SampleDesk) -> None:
    clock = opened(page)._clock
    said = []
    for minutes in (47, 130, 170, 3 * 24 * 60):
        clock.at = LIVE.filed_at + timedelta(minutes=minutes)  # type: ignore[attr-defined]
        said.append((page.elapsed["time"], page.elapsed["told"], page.elapsed["tone"]))
    assert said == [
        ("0:47", "目标 2:30 以内", "jade"),
        ("2:10", "离目标 2:30 还有 0:20", "amber"),
        ("2:50", "超过目标 2:30", "amber"),
        ("3 天", "超过目标 2:30", "amber"),
    ]
    desk.file = ENDED
    page.forget()
    opened(page)
    assert page.elapsed["label"] == "共用时（时：分）"
    assert page.ended == "已结束 · 申请人撤回"
    assert page.elapsed["time"] == "1:30"


def test_an_arrived_case_is_accepted_by_two_deeds(page: CasePage, desk: SampleDesk) -> None:
    opened(page).act(1, "accept")
    settled(page)
    dialog = page.acting
    assert dialog.stage == "form"
    assert dialog.papers == ["受理通知书"]
    assert len(dialog.pages) == 2, "the paper is drawn before it is issued"
    dialog.submit()
    dialog.submit()
    settled(page)
    assert desk.named("act") == [(CASE, 1, "accept", {}, 7, 3, "key1")]
    assert dialog.stage == ""
    assert dialog.pages == []
    assert page.told == "已办：受理调解申请"
    assert page.undoable
    page.undo()
    settled(page)
    assert page.told == "已撤销：受理"
    assert not page.undoable


def test_what_is_missing_is_said_beside_the_field_and_at_the_top(page: CasePage, desk: SampleDesk) -> None:
    opened(page).act(1, "refuse")
    blamed: list[int] = []
    page.acting.blamed.connect(blamed.append)
    asked = fields(page)
    asked["told_on"].type("someday")
    page.acting.submit()
    assert not desk.named("act")
    assert [wrong["at"] for wrong in page.acting.problems] == [0, 1, 2]
    assert blamed == [0]
    asked["ground"].pick("3")
    assert asked["ground"].value == "", "a closed choice cannot be taken"
    asked["ground"].pick("1")
    asked["told_on"].quick(1)
    assert asked["told_on"].read == "2026-11-23  星期一"
    asked["reason"].type(" 已经在法院 ")
    page.acting.submit()
    settled(page)
    assert desk.named("act")[0][3] == {"ground": "1", "told_on": "2026-11-23", "reason": "已经在法院"}


def test_what_was_typed_stays_when_it_fails_and_the_key_stays_the_same(
    page: CasePage, desk: SampleDesk
) -> None:
    desk.trouble["act"] = [
        KnownError("disk_full"),
        Closed("not_your_role", input="reason"),
        ValueError("ours"),
    ]
    opened(page).act(1, "refuse")
    asked = fields(page)
    asked["ground"].pick("2")
    asked["told_on"].type("今天")
    asked["reason"].type("没有写明对方")
    for _ in range(2):
        page.acting.submit()
        settled(page)
    assert asked["reason"].problem
    for _ in range(2):
        page.acting.submit()
        settled(page)
    assert {given[-1] for given in desk.named("act")} == {"key1"}
    assert page.acting.stage == ""
    page.file and page.open(CASE)
    assert "没有写明对方" in page.acting._earlier[("refuse", "reason")]


def test_a_case_that_changed_meanwhile_shows_both_states_and_is_done_again(
    page: CasePage, desk: SampleDesk
) -> None:
    opened(page).act(1, "refuse")
    asked = fields(page)
    asked["ground"].pick("1")
    asked["told_on"].type("1122")
    asked["reason"].type("已经在法院")
    matter = replace(LIVE.matters[0], owner="wang", version=4)
    desk.file = replace(
        LIVE,
        version=8,
        matters=(matter,),
        journal=(*LIVE.journal, entry(4, 40, LIVE.journal[0].what, "wang", "换人")),
    )
    page.acting.submit()
    settled(page)
    assert page.acting.stage == "conflict"
    assert page.acting.differences == [
        {"label": "调解", "before": "待受理 · 受理员", "now": "待受理 · wang"}
    ]
    assert page.acting.between[0]["who"] == "wang"
    assert {one["value"] for one in page.acting.typed} == {"已经起诉", "1122", "已经在法院"}
    page.acting.again()
    settled(page)
    last = desk.named("act")[-1]
    assert last[3:] == ({"ground": "1", "told_on": "2026-11-22", "reason": "已经在法院"}, 8, 4, "key2")


def test_an_action_that_is_gone_after_a_change_says_so(page: CasePage, desk: SampleDesk) -> None:
    opened(page).act(1, "refuse")
    asked = fields(page)
    asked["ground"].pick("1")
    asked["told_on"].type("1122")
    asked["reason"].type("x")
    desk.file = moved_on(LIVE, "refuse")
    page.acting.submit()
    settled(page)
    assert page.acting.closed == "现在没有这一步了。"
    page.acting.again()
    assert len(desk.named("act")) == 1
    page.acting.leave()
    assert page.acting.stage == ""
    assert page.file == desk.file


def test_a_change_elsewhere_is_told_quietly_and_shown_when_asked(page: CasePage, desk: SampleDesk) -> None:
    opened(page)
    page.look_again()
    settled(page)
    assert page.newer == ""
    desk.file = moved_on(LIVE, "accept")
    page.look_again()
    settled(page)
    assert page.newer == "clerk1 改了这个案件：受理"
    assert page.file == LIVE
    page.showNewer()
    assert page.file == desk.file
    desk.file = replace(desk.file, papers=(replace(LIVE.papers[0], copies=2),))
    page.look_again()
    settled(page)
    assert page.newer == ""
    assert page.file == desk.file


def test_what_was_typed_is_there_again_after_leaving(page: CasePage, desk: SampleDesk) -> None:
    opened(page).act(1, "refuse")
    fields(page)["reason"].type("half a reason")
    fields(page)["ground"].pick("2")
    page.back()
    assert page.acting.stage == ""
    page.act(1, "accept")
    page.acting.leave()
    page.act(1, "refuse")
    assert fields(page)["reason"].value == "half a reason"
    assert fields(page)["ground"].value == "2"
    page.forget()
    opened(page).act(1, "refuse")
    assert fields(page)["reason"].value == "", "but not to the next person"


def test_an_act_that_ends_after_another_case_was_opened_does_not_show_the_first(
    page: CasePage, desk: SampleDesk
) -> None:
    other = UUID(int=CASE.int + 1)
    desk.cases[other] = replace(LIVE, case_id=other, number="LJ07-20261122-00043")
    opened(page).act(1, "accept")
    settled(page)
    page.acting.submit()
    page.open(other)
    settled(page)
    assert page.number == "LJ07-20261122-00043"
    assert page.told == "LJ07-20261122-00042  已办：受理调解申请"


def test_faults_of_opening_and_cases_kept_from_the_person_say_what_to_do(
    page: CasePage, desk: SampleDesk
) -> None:
    desk.trouble["open"] = [KnownError("disk_full"), Closed("not_your_role"), ValueError("ours")]
    opened(page)
    assert page.stage == "fault"
    assert page.trouble["what"]
    page.again()
    settled(page)
    assert page.stage == "withheld"
    page.again()
    settled(page)
    assert page.trouble["title"] == "案件没有打开"
    page.again()
    settled(page)
    assert page.stage == "open"


def test_an_undo_that_is_refused_says_why(page: CasePage, desk: SampleDesk) -> None:
    desk.file = OLD
    opened(page)
    assert page.told == "您最后做的：受理"
    desk.trouble["undo"] = [Closed("not_your_role")]
    page.undo()
    settled(page)
    assert page.trouble["what"]
    page.hush()
    assert page.trouble["what"] == ""


def test_a_side_that_is_sealed_is_left_out_of_the_title(page: CasePage, desk: SampleDesk) -> None:
    desk.file = replace(LIVE, claimant="")
    assert opened(page).title == "乙商行样本店"
    desk.file = replace(LIVE, claimant="", respondent="")
    page.look_again()
    settled(page)
    assert page.title == LIVE.number


def test_a_bare_case_is_empty_everywhere(page: CasePage, desk: SampleDesk) -> None:
    desk.file = BARE
    opened(page)
    assert page.clocks == [] == page.answers == page.contacts
    assert page.chain["told"] == "还没有校验"
    page.contact()
    assert page.acting.stage == ""


def test_nothing_stays_when_somebody_else_sits_down(page: CasePage) -> None:
    opened(page).act(1, "refuse")
    fields(page)["reason"].type("秘密")
    page.evidence.draw()
    page.evidence.open(1)
    settled(page)
    page.forget()
    assert page.stage == "none"
    assert page.acting.fields == [] == page.evidence.rows == page.parties
    assert page.papers.rows == []


def test_everything_is_said_in_english_too(page: CasePage) -> None:
    opened(page).act(1, "refuse")
    page.words.choose(Language.EN)
    assert page.actions[0]["label"] == "Accept for mediation"
    assert page.acting.title == "Refuse"
    assert fields(page)["told_on"].quickDays[0]["label"] == "Today"
    assert NOW.tzinfo is UTC
