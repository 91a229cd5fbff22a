"""The ways in beside filing by touch: the pictures, the report, the answer to a complaint."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from stationkiosk.domain.application import PartyRole, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.response import Mediate, Position
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.sample import form_page, to_the_receipt
from tests.ui.conftest import Open
from tests.ui.fakes import CODE, NOTICE_CODE, FakeCounter
from tests.ui.test_guard import scan
from tests.ui.tour_others import (
    a_report,
    an_answer,
    not_sure,
    open_the_notice,
    pick,
    report_what_was_seen,
    to_the_pictures,
)


def said(drive: Drive) -> str:
    return "\n".join(str(item.property("text") or "") for item in drive.shown())


# the pictures


def test_pictures_land_in_a_form_and_back_leads_through_them(drive: Drive) -> None:
    to_the_pictures(drive)
    pick(drive, "mine", "unsure.thing")
    pick(drive, "name", "unsure.registered")
    pick(drive, "yes", "who")
    assert drive.window.filing.walking.walk.journey.form.id == "trademark"
    for page in ("unsure.registered", "unsure.thing", "unsure.side", "about"):
        drive.tap("back")
        form_page(drive, page)
    pick_again = drive.window.pages.pictures
    drive.tap("kind_unsure")
    assert pick_again.chosen == "mine"


def test_pictures_land_in_the_report_and_in_the_answer(drive: Drive) -> None:
    to_the_pictures(drive)
    pick(drive, "saw", "seen")
    drive.tap("back")
    form_page(drive, "unsure.side")
    pick(drive, "complained_of", "notice")
    drive.tap("back")
    form_page(drive, "unsure.side")
    assert "您刚才选的" in said(drive)


def test_what_is_done_elsewhere_says_why_and_where(drive: Drive) -> None:
    to_the_pictures(drive)
    pick(drive, "bought", "elsewhere")
    words = said(drive)
    assert "12315" in words
    assert "礼嘉样品路 7 号一楼（虚构）" in words
    assert "这件事不在本机办" in words
    drive.tap("reportInstead")
    form_page(drive, "seen")
    drive.tap("back")
    form_page(drive, "unsure.side")


def test_a_draft_begun_by_the_pictures_goes_on_with_them(drive: Drive, counter: FakeCounter) -> None:
    to_the_pictures(drive)
    pick(drive, "saw", "seen")
    drive.type("q_seen_what", "运动鞋（样本）")
    drive.tap("q_breach_trademark")
    drive.tap("next")
    form_page(drive, "place")
    wait_for(lambda: counter.named("save_draft"), "the draft saved")
    drive.window.kiosk.end(True)
    drive.on("home")
    drive.tap("resume")
    drive.type("code", CODE)
    drive.tap("next")
    form_page(drive, "place")
    for page in ("seen", "unsure.side", "about"):
        drive.tap("back")
        form_page(drive, page)


@pytest.mark.parametrize("language", list(Language))
def test_the_pictures_fit_a_landscape_screen(open_kiosk: Open, language: Language) -> None:
    drive = open_kiosk((1920, 1080), language)
    below = []

    def look(name: str) -> None:
        drive.view.grabWindow()
        settle()
        if name.startswith("pictures") and drive.find("scrollDown"):
            below.append(name)

    not_sure(drive, look)
    assert below == []


# the report


def test_an_anonymous_report_is_five_pages_and_names_nobody(drive: Drive, counter: FakeCounter) -> None:
    report_what_was_seen(drive)
    drive.tap("q_named_anonymous")
    drive.tap("next")
    drive.on("confirm")
    assert "谁也不知道是您举报的" in said(drive)
    drive.tap("declare")
    to_the_receipt(drive)
    assert "举报已登记" in said(drive)
    (report,) = counter.filed
    assert [party.role for party in report.parties] == [PartyRole.RESPONDENT]
    assert report.signature.kind is SignatureKind.DECLARED
    assert (report.signature.signer, report.signature.strokes, report.sealed) == ("", (), {})
    assert report.exhibits == ()
    assert counter.named("open_draft")[-1] == ("report",)
    assert counter.named("seal") == []


def test_a_name_is_sealed_to_the_officers_before_it_is_kept(drive: Drive, counter: FakeCounter) -> None:
    a_report(drive)
    (report,) = counter.filed
    assert set(report.sealed) == {"reporter_name", "reporter_phone"}
    assert counter.readers == {"reporter_name": "officer", "reporter_phone": "officer"}
    kept = repr(counter.named("save_draft")) + repr(report)
    assert "李样本" not in kept
    assert "13800138000" not in kept


def test_a_number_that_is_wrong_is_seen_by_who_has_to_mend_it(drive: Drive) -> None:
    report_what_was_seen(drive)
    drive.tap("q_named_named")
    drive.type("q_reporter_phone", "1380013")
    row = next(row for row in drive.window.pages.form.rows if row.id == "reporter_phone")
    assert row.mask
    drive.tap("next")
    drive.await_("errorSummary")
    assert row.problem
    assert row.mask == ""


def test_a_name_typed_and_taken_back_is_never_sealed(drive: Drive, counter: FakeCounter) -> None:
    report_what_was_seen(drive)
    drive.tap("q_named_named")
    drive.type("q_reporter_name", "李样本")
    drive.tap("q_named_anonymous")
    drive.tap("next")
    drive.on("confirm")
    assert counter.named("seal") == []


def test_a_report_is_sent_only_once_it_was_said_to_be_true(drive: Drive, counter: FakeCounter) -> None:
    report_what_was_seen(drive)
    drive.tap("q_named_anonymous")
    drive.tap("next")
    drive.on("confirm")
    drive.tap("declare")
    drive.tap("declare")
    drive.tap("next")
    drive.await_("errorSummary")
    assert counter.filed == []
    drive.tap("problem_declaration")
    assert drive.await_("declare").hasActiveFocus()
    drive.tap("change_seen_0")
    form_page(drive, "seen")
    drive.tap("q_breach_copyright")
    drive.tap("next")
    drive.on("handed_on")
    drive.tap("next")
    drive.on("confirm")
    assert drive.find("errorSummary") is None


def test_another_language_takes_the_tick_away(drive: Drive) -> None:
    report_what_was_seen(drive)
    drive.tap("q_named_anonymous")
    drive.tap("next")
    drive.on("confirm")
    drive.tap("declare")
    before = drive.window.pages.confirm._text_sha256
    drive.tap("language")
    assert not drive.window.pages.confirm.ticked
    assert drive.window.pages.confirm._text_sha256 != before


# the answer


def test_an_answer_of_every_kind_is_handed_in_with_its_code(drive: Drive, counter: FakeCounter) -> None:
    an_answer(drive)
    drive.sign()
    to_the_receipt(drive)
    assert "您的答复已登记" in said(drive)
    ((code, response, _key),) = counter.named("respond")
    assert code == NOTICE_CODE
    assert response.positions == tuple(Position)
    assert response.mediate is Mediate.YES
    assert response.agreed == ("stop",)
    assert set(response.sealed) == {"statement"}
    assert counter.readers == {"statement": "mediator"}
    assert response.signature.signer == "王样本"
    assert "样本市场进的货" not in repr(response) + repr(counter.named("save_draft"))
    assert counter.named("print_receipt")[0][0].n == 2


def test_content_that_comes_late_takes_nobody_back_to_the_top(drive: Drive) -> None:
    an_answer(drive)
    drive.reach("signaturePad")
    scroll = drive.await_("scroll")
    read_to = scroll.property("position")
    assert read_to > 0
    drive.await_("lead").setProperty("text", "字" * 400)
    drive.await_rest(drive.await_("signaturePad"))
    assert scroll.property("position") == pytest.approx(read_to, abs=1)


def test_what_is_claimed_names_nobodys_number(drive: Drive) -> None:
    open_the_notice(drive)
    words = said(drive)
    for told in (
        "重庆样本食品有限公司",
        "山城样本 3333018",
        "用在店招上",
        "50,000",
        "最晚2026年12月4日答复",
    ):
        assert told in words
    assert "不是结论" in words
    assert drive.await_("answerBy").property("tone") == "amber"


def test_what_was_answered_before_is_not_asked_again(drive: Drive, counter: FakeCounter) -> None:
    counter.complaint = replace(
        counter.complaint, said={"positions": ("contest_right",), "grounds": ("different",)}
    )
    open_the_notice(drive)
    assert "您上次答的还算数" in said(drive)
    drive.tap("next")
    form_page(drive, "statement")
    drive.tap("next")
    drive.on("proof")


def test_a_day_that_was_only_asked_for_is_not_taken_for_the_day(drive: Drive, counter: FakeCounter) -> None:
    counter.complaint = replace(counter.complaint, asked_until=date(2026, 12, 18))
    open_the_notice(drive)
    words = said(drive)
    assert "最晚2026年12月4日答复" in words
    assert "您请求延到2026年12月18日，工作人员还没有答复。" in words
    assert "已经用完" not in words
    counter.complaint = replace(counter.complaint, may_ask=False)
    drive.window.pages.claim.forget()
    drive.window.pages.claim.open(NOTICE_CODE)
    wait_for(lambda: "“先了解一下”已经用完" in drive.window.pages.claim.hint, "the last word told")
    counter.complaint = replace(counter.complaint, answer_by=None)
    drive.window.pages.claim.open("another")
    assert drive.window.pages.claim.hint == ""


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (Closed("code_unknown"), "对照通知上的答复码"),
        (Closed("code_ended"), "到窗口找工作人员"),
        (Closed("slow_down", seconds="30"), "30"),
    ],
)
def test_a_code_that_opens_nothing_is_told_on_the_page(
    drive: Drive, counter: FakeCounter, trouble: Closed, told: str
) -> None:
    counter.trouble["open_notice"] = trouble
    drive.tap("complained")
    drive.on("notice")
    drive.tap("next")
    drive.await_("errorSummary")
    drive.type("code", NOTICE_CODE)
    drive.tap("next")
    wait_for(lambda: told in drive.window.pages.claim.problem, "the trouble told")
    assert drive.page == "notice"
    assert drive.window.kiosk.covering == ""
    assert "重庆样本食品有限公司" not in said(drive)


def test_what_was_answered_already_says_so_and_where_to_add(drive: Drive, counter: FakeCounter) -> None:
    counter.complaint = replace(counter.complaint, answered=True)
    open_the_notice(drive)
    drive.await_("answered")
    assert "礼嘉样品路 7 号一楼（虚构）" in said(drive)
    drive.tap("next")
    drive.on("home")
    assert counter.responses == []


def test_a_day_that_is_over_does_not_shut_the_door(drive: Drive, clock: object) -> None:
    clock.seconds = 30 * 86400.0  # type: ignore[attr-defined]
    open_the_notice(drive)
    assert "现在还可以答复" in said(drive)


def test_who_has_no_code_is_told_where_to_get_one(drive: Drive) -> None:
    drive.tap("complained")
    drive.on("notice")
    drive.tap("noCode")
    drive.on("complained")
    drive.tap("back")
    drive.on("notice")
    drive.tap("back")
    drive.on("home")


def test_a_draft_of_an_answer_opens_its_notice_again(drive: Drive, counter: FakeCounter) -> None:
    open_the_notice(drive)
    drive.tap("next")
    form_page(drive, "positions")
    drive.tap("q_positions_need_time")
    drive.tap("next")
    form_page(drive, "time")
    wait_for(lambda: counter.named("save_draft"), "the draft saved")
    drive.window.kiosk.end(True)
    drive.on("home")
    assert drive.window.pages.claim.code == ""
    assert not drive.window.pages.claim.there
    drive.tap("resume")
    drive.type("code", CODE)
    drive.tap("next")
    form_page(drive, "time")
    drive.tap("back")
    drive.tap("back")
    drive.on("claim")
    wait_for(lambda: drive.window.pages.claim.there, "the notice opened again")
    assert counter.named("open_notice")[-1] == (NOTICE_CODE,)


def test_nothing_of_the_case_is_left_when_the_session_ends(drive: Drive) -> None:
    open_the_notice(drive)
    drive.window.wipe()
    claim = drive.window.pages.claim
    assert (claim.code, claim.facts, claim.by, claim.there) == ("", [], "", False)
    assert drive.window.pages.pictures.title == ""


def test_a_scanned_notice_opens_what_is_claimed(drive: Drive, counter: FakeCounter) -> None:
    counter.opens[NOTICE_CODE] = "notice"
    scan(drive, NOTICE_CODE)
    drive.on("claim")
    wait_for(lambda: drive.window.pages.claim.there, "the notice opened")
    drive.tap("back")
    drive.on("notice")
    drive.tap("back")
    drive.on("home")


def test_a_notice_is_scanned_on_the_page_that_asks_for_it(drive: Drive) -> None:
    drive.tap("complained")
    drive.on("notice")
    scan(drive, NOTICE_CODE)
    drive.on("claim")
