"""The mediation tab without a window: what it tells, what it asks of the desk, what it keeps from whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from stationkiosk.casework.mediating.shown import Reader, Said, Screening, ScreenShown
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Language
from stationkiosk.reference.load import Reference
from stationkiosk.ui.desk.case import CasePage
from stationkiosk.ui.desk.mediation import Mediation
from tests.ui.desk import mediation_samples as samples
from tests.ui.desk.case_alone import alone, fields, opened, settled
from tests.ui.desk.case_samples import CASE, NOW
from tests.ui.desk.fake_desk import FakeChange
from tests.ui.desk.fake_mediation import MediatingDesk
from tests.ui.desk.mediation_samples import AGENT, DEVICE, FILER, OTHER, at


@pytest.fixture
def desk() -> MediatingDesk:
    return MediatingDesk()


@pytest.fixture
def page(desk: MediatingDesk, reference: Reference, monkeypatch: pytest.MonkeyPatch) -> Iterator[CasePage]:
    yield from alone(desk, reference, monkeypatch)


def shown(page: CasePage) -> Mediation:
    opened(page).turn("mediation")
    page.mediation.draw()
    settled(page)
    part: Mediation = page.mediation
    return part


def test_the_way_the_people_and_the_sessions_are_told(page: CasePage) -> None:
    med = shown(page)
    assert med.stage == "open"
    assert med.mine
    assert {line["label"]: line["value"] for line in med.way}["调解员"] == "李样本（您）"
    assert [one["told"] for one in med.people] == ["已告知权利义务", "已告知权利义务", "还没有告知权利义务"]
    assert med.people[1]["side"] == f"代表 {FILER}"
    assert med.people[2]["acts"] == [{"action": "inform", "label": "告知", "given": {"party": "3"}}]
    assert [one["state"] for one in med.sessions] == ["正在进行", "已安排", "已结束", "已结束"]
    assert [one["n"] for one in med.sessions] == [3, 4, 2, 1]
    private = med.sessions[2]
    assert (private["kind"], private["when"]) == (f"单独谈：{OTHER}", "11:00–11:20")
    assert med.facts == list(samples.UNDISPUTED)


def test_while_both_sides_are_in_the_room_private_words_are_covered(page: CasePage) -> None:
    med = shown(page)
    assert med.covered
    told = {row["n"]: row for row in med.talks}
    assert "两万" not in str(med.talks)
    assert told[3]["reader"] == f"只可告诉 {FILER}"
    assert told[5]["tone"] == "ink"
    assert told[6]["amount"] == "18,000 元"
    assert med.between == f"{FILER} 30,000 元，{OTHER} 18,000 元，相差 12,000 元"
    med.cover()
    assert "两万" in str(med.talks)
    med.cover()
    assert med.covered


def test_in_a_private_session_nothing_is_covered(page: CasePage, desk: MediatingDesk) -> None:
    alone_ = replace(samples.SESSIONS[2], private=True, with_n=3)
    desk.shown = replace(samples.LIVE, sessions=(alone_,))
    med = shown(page)
    assert not med.covers
    assert "两万" in str(med.talks)
    med.talk.choose("offer_3")
    assert med.talk.reader == "other", "what one side offers alone is for its own ears"
    desk.shown = replace(samples.LIVE, sessions=(replace(alone_, with_n=1),))
    page.mediation.again()
    settled(page)
    assert med.talk.reader == "filer"


def test_who_is_not_the_mediator_sees_that_it_is_sealed_and_nothing_else(
    page: CasePage, desk: MediatingDesk
) -> None:
    desk.shown = samples.FOREIGN
    med = shown(page)
    assert med.sealed
    assert med.talks == []
    assert med.between == ""
    assert not med.mine


def test_a_note_is_kept_for_the_mediator_alone_unless_said_otherwise(
    page: CasePage, desk: MediatingDesk
) -> None:
    med = shown(page)
    talk = med.talk
    assert talk.reads == "笔记 · 只有调解员知道 · 第 3 次"
    talk.keep()
    assert talk.problem == "先写说了什么。"
    talk.type(" 双方都想快点了结 ")
    talk.keep()
    talk.keep()
    settled(page)
    (given,) = desk.named("talk")
    assert given[2] == Said("双方都想快点了结", Reader.MEDIATOR, session_n=3)
    assert given[3:5] == (7, 3)
    assert talk.text == ""
    assert med.talks[0]["n"] == 7, "and stands in the list at once"


def test_what_is_said_in_no_session_is_known_to_stand_in_no_record(
    page: CasePage, desk: MediatingDesk
) -> None:
    desk.shown = replace(desk.shown, sessions=())
    talk = shown(page).talk
    assert talk.reads == "笔记 · 只有调解员知道"
    talk.show("both")
    assert talk.reads.endswith("没有在调解中，不进笔录")


def test_an_offer_goes_with_its_sum_and_both_sides_may_know_it(page: CasePage, desk: MediatingDesk) -> None:
    talk = shown(page).talk
    talk.nextKind()
    assert (talk.kind, talk.reader) == ("offer_1", "both")
    talk.price("二十")
    talk.keep()
    assert talk.problem == "金额看不懂。写数字，如 18000。"
    talk.price("1.6万")
    assert talk.reads == f"方案：{FILER} · 16,000 元 · 双方都可以知道 · 第 3 次"
    talk.nextReader()
    assert talk.reader == "mediator"
    talk.show("filer")
    talk.keep()
    settled(page)
    said = desk.named("talk")[0][2]
    assert said == Said("", Reader.FILER, 3, 1, Decimal(16000), offer=True)
    assert (talk.amount, talk.kind, talk.reader) == ("", "offer_1", "both"), "the next is for both again"


def test_what_is_said_is_kept_on_a_record_that_moved_on(page: CasePage, desk: MediatingDesk) -> None:
    talk = shown(page).talk
    talk.type("别人同时改了案件")
    desk.file = replace(desk.file, version=11)
    talk.keep()
    settled(page)
    assert [given[3] for given in desk.named("talk")] == [7, 11]
    assert len({given[-1] for given in desk.named("talk")}) == 1, "with one key, so that it is kept once"


def test_what_could_not_be_kept_stays_typed_and_says_why(page: CasePage, desk: MediatingDesk) -> None:
    talk = shown(page).talk
    desk.trouble["talk"] = [KnownError("disk_full"), Closed("not_your_role"), ValueError("ours")]
    talk.type("一句话")
    for _ in range(2):
        talk.keep()
        settled(page)
        assert talk.problem
        assert talk.text == "一句话"
    talk.keep()
    settled(page)
    talk.keep()
    settled(page)
    assert talk.text == ""


def test_an_open_offer_is_answered(page: CasePage, desk: MediatingDesk) -> None:
    med = shown(page)
    assert [one["id"] for one in med.talks[0]["answers"]] == ["taken", "refused", "countered"]
    med.talk.answer(6, "taken")
    settled(page)
    assert desk.named("answer_offer")[0][2:4] == (6, "taken")
    assert med.talks[0]["answer"] == "接受了"
    assert med.talks[0]["answers"] == []


def test_a_session_is_planned_where_nothing_clashes(page: CasePage, desk: MediatingDesk) -> None:
    med = shown(page)
    med.begin("plan_session")
    settled(page)
    rooms = med.rooms
    assert page.over
    assert rooms.day == "2026-11-22  星期日"
    assert len(rooms.clashes) == 2
    assert "第一调解室 在 14:30–15:00 给了两个案件" in rooms.clashes[0]
    assert "要到两个房间" in rooms.clashes[1]
    assert not rooms.place["clash"], "it begins where a room and the mediator are free"
    rooms.put(0, 14 * 60 + 20)
    assert rooms.place["hours"] == "14:15–15:15"
    assert rooms.place["clash"]
    rooms.choose()
    assert rooms.up, "a place that is taken cannot be chosen"
    rooms.beside(1)
    assert "li.min" in rooms.place["why"][0], "nor one for which the mediator sits elsewhere"
    rooms.later(4)
    rooms.longer(-2)
    rooms.choose()
    asked = fields(page)
    assert not rooms.up
    assert (asked["room"].value, asked["minutes"].value) == (samples.ROOMS[1], "30")
    assert asked["starts"].read == "2026-11-22 15:15  星期日"


def test_a_session_planned_from_the_next_steps_is_placed_on_the_calendar_too(page: CasePage) -> None:
    opened(page)
    assert page.tab == "parties"
    page.act(1, "plan_session")
    settled(page)
    assert (page.tab, page.mediation.rooms.up, page.acting.stage) == ("mediation", True, "")
    page.back()
    page.act(1, "inform")
    assert page.acting.stage == "form"


def test_a_session_that_moves_does_not_clash_with_itself(page: CasePage) -> None:
    med = shown(page)
    med.begin("move_session", {"session": "4"})
    settled(page)
    assert med.rooms.place["hours"] == "09:30–10:30"
    assert med.rooms.moves
    med.rooms.turn(-1)
    settled(page)
    assert med.rooms.day.startswith("2026-11-22")
    med.rooms.turn(0)
    page.back()
    assert not page.over
    assert page.acting.stage == ""


def test_the_calendar_says_when_it_cannot_be_read(page: CasePage, desk: MediatingDesk) -> None:
    desk.trouble["booked"] = [KnownError("disk_full")]
    med = shown(page)
    med.begin("plan_session")
    settled(page)
    assert med.rooms.trouble["what"]
    assert not med.rooms.asked


def test_one_key_ends_the_session_and_begins_the_next(page: CasePage, desk: MediatingDesk) -> None:
    med = shown(page)
    assert med.sessionKey == "结束这次调解"
    med.turnSession()
    assert page.acting.action == "close_session"
    assert fields(page)["session"].value == "3"
    page.back()
    desk.shown = replace(samples.LIVE, sessions=samples.SESSIONS[3:])
    med.again()
    settled(page)
    med.turnSession()
    assert page.acting.action == "open_session"
    assert fields(page)["session"].value == "4"
    assert [one["label"] for one in fields(page)["present"].choices] == [FILER, AGENT, OTHER]


def test_duties_are_told_by_their_day_and_ticked_off(page: CasePage, desk: MediatingDesk) -> None:
    desk.shown = samples.AGREED
    med = shown(page)
    assert [(one["n"], one["told"], one["tone"]) for one in med.duties] == [
        (2, "过了 2 天", "seal"),
        (3, "还有 30 天", "sand"),
        (4, "没有做到", "seal"),
        (1, "2026-11-22 做到了", "jade"),
    ]
    assert med.tally == "共 4 项：做到 1，没做到 1，还有 2"
    med.begin("duty_done", {"duty": "2"})
    assert fields(page)["duty"].value == "2"
    assert [one["id"] for one in fields(page)["duty"].choices] == ["2", "3"]
    assert not med.takesTalk


def test_the_public_screen_is_told_in_words_and_steered(page: CasePage, desk: MediatingDesk) -> None:
    screen = shown(page).screen
    assert (screen.told, screen.shows) == ("空着，可以给当事人看。", True)
    assert [one["label"] for one in screen.pages] == ["协议草稿", "无争议事实记载", "权利义务告知书"]
    screen.show()
    settled(page)
    (given,) = desk.named("show")
    assert given[:2] == (DEVICE, CASE)
    assert [f"{line.label.zh} {line.value.zh}" for line in given[3]] == [
        "停止侵权 · 最晚哪一天 2026年11月22日",
        "分期付款 · 总额（元） 人民币18,000元（大写：壹万捌仟元整）",
        "分期付款 · 各期日期和金额 第1期，不晚于2026年11月30日付人民币8,000元（大写：捌仟元整）"
        "；第2期，不晚于2026年12月22日付人民币10,000元（大写：壹万元整）",
    ]
    assert screen.told == "当事人正看着：协议草稿"
    screen.choose("4")
    settled(page)
    assert len(desk.named("show")) == 2, "another page shows at once"
    screen.blank()
    settled(page)
    assert screen.blanked
    assert screen.tone == "ink"
    screen.show()
    settled(page)
    assert screen.state == "shows"
    screen.takeBack()
    settled(page)
    assert screen.state == "free"


@pytest.mark.parametrize(
    ("state", "own", "told"),
    [
        (Screening.BUSY, False, "有人正在上面办自己的事。"),
        (Screening.AWAY, False, "没有连上。"),
        (Screening.SIGNS, True, f"{OTHER} 正在上面签名。"),
        (Screening.SHOWS, False, "别的案件正在用它。"),
    ],
)
def test_a_screen_that_cannot_be_had_says_so(
    page: CasePage, desk: MediatingDesk, state: Screening, own: bool, told: str
) -> None:
    other = CASE if own else None
    desk.public = [ScreenShown(DEVICE, state, other, OTHER, NOW)]
    screen = shown(page).screen
    assert screen.told == told
    assert not screen.shows
    screen.show()
    settled(page)
    assert not desk.named("show")


def test_a_text_that_is_fixed_is_signed_and_not_shown_as_a_draft(
    page: CasePage, desk: MediatingDesk
) -> None:
    desk.shown = samples.SIGNING
    screen = shown(page).screen
    assert [one["label"] for one in screen.pages] == ["无争议事实记载", "权利义务告知书"]


def test_a_screen_that_is_refused_says_why(page: CasePage, desk: MediatingDesk) -> None:
    screen = shown(page).screen
    desk.trouble["show"] = [Closed("not_your_role")]
    screen.show()
    settled(page)
    assert screen.trouble["what"]
    assert screen.state == "free"
    desk.public = []
    screen.look()
    settled(page)
    assert screen.told == "没有当事人看的屏。"
    screen.blank()
    settled(page)
    assert not desk.named("blank")


def test_a_screen_somebody_uses_is_kept_for_the_mediator_next(page: CasePage, desk: MediatingDesk) -> None:
    desk.public = [ScreenShown(DEVICE, Screening.BUSY)]
    screen = shown(page).screen
    assert screen.waits
    desk.public = [ScreenShown(DEVICE, Screening.BUSY, by="li.min")]
    screen.look()
    settled(page)
    assert (screen.waits, screen.waiting) == (False, True)
    assert screen.told == "有人正在用。用完就留给您。"
    desk.public = [ScreenShown(DEVICE, Screening.BLANK, by="li.min")]
    screen.look()
    settled(page)
    assert screen.blanked
    assert screen.shows


@pytest.mark.parametrize(
    ("ending", "told"),
    [("signed", f"{OTHER} 签好了。"), ("restarted", "那台终端重新启动过，没有签名。"), ("left", "")],
)
def test_what_became_of_a_signature_is_told(
    page: CasePage, desk: MediatingDesk, ending: str, told: str
) -> None:
    desk.public = [ScreenShown(DEVICE, Screening.BLANK, CASE, OTHER, NOW, "li.min", ending)]
    screen = shown(page).screen
    assert screen.after == told
    assert screen.signed is (ending == "signed")


def test_a_screen_that_changes_elsewhere_is_told_at_once(page: CasePage, desk: MediatingDesk) -> None:
    screen = shown(page).screen
    desk.public = [ScreenShown(DEVICE, Screening.BUSY)]
    page.moved(FakeChange("case", CASE))
    settled(page)
    assert screen.state == "free"
    page.moved(FakeChange("stage"))
    settled(page)
    assert screen.state == "busy"


def test_a_second_screen_can_be_chosen(page: CasePage, desk: MediatingDesk) -> None:
    desk.public = [ScreenShown("LJ07B", Screening.AWAY), samples.SCREEN]
    screen = shown(page).screen
    assert screen.device == DEVICE, "one that is there comes before one that is away"
    screen.pick("LJ07B")
    assert screen.told == "没有连上。"


def test_a_case_that_cannot_be_read_says_so_and_is_asked_again(page: CasePage, desk: MediatingDesk) -> None:
    desk.trouble["mediation"] = [KnownError("disk_full"), Closed("not_your_role")]
    med = shown(page)
    assert med.stage == "fault"
    med.again()
    settled(page)
    assert med.stage == "withheld"
    assert med.trouble["what"]
    med.again()
    settled(page)
    assert med.stage == "open"


def test_a_case_without_a_mediation_says_so(page: CasePage, desk: MediatingDesk) -> None:
    desk.shown = replace(samples.BARE)
    desk.file = replace(desk.file, matters=(replace(desk.file.matters[0], track_id="complaint"),))
    med = shown(page)
    assert med.stage == "none"
    med.begin("plan_session")
    assert not desk.named("mediation")


def test_nothing_that_was_said_stays_when_somebody_else_sits_down(page: CasePage) -> None:
    med = shown(page)
    med.talk.type("秘密")
    med.begin("plan_session")
    settled(page)
    page.spread()
    page.forget()
    assert (med.shown, med.talks, med.talk.text, med.rooms.up) == (None, [], "", False)
    assert not page.roomy
    assert med.screen.device == ""


def test_the_tab_takes_the_whole_window_and_gives_it_back(page: CasePage) -> None:
    opened(page).spread()
    assert not page.roomy, "only a tab that needs the room"
    page.turn("mediation")
    assert page.roomy
    page.back()
    assert not page.roomy


def test_everything_is_said_in_english_too(page: CasePage, desk: MediatingDesk) -> None:
    desk.shown = samples.AGREED
    med = shown(page)
    page.words.choose(Language.EN)
    assert med.banner["text"] == "The agreement is in effect and is being carried out."
    assert med.duties[0]["told"] == "2 days late"
    assert med.talk.kinds[0]["label"] == "Note"
    assert at(9).hour == 9
