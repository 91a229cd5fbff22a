"""Whoever comes back: tracks by code or number, reads, prints again, rates, writes, calls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from stationkiosk.casework.views import CopyState, PaperRef, Viewer
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.opening import Opening
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from tests.ui.fakes import CASE, NUMBER, RECEIPT_CODE, TAIL, FakeCounter, StandingClock, progress
from tests.ui.tour_public import stage, tracked


def idle(drive: Drive) -> None:
    wait_for(lambda: drive.window.executor.idle, "the counter")


def problems(drive: Drive) -> list[str]:
    return [problem["question"] for problem in drive.window.track.problems]


def test_a_case_is_found_by_its_number_and_the_end_of_ones_own(drive: Drive, counter: FakeCounter) -> None:
    drive.tap("track")
    drive.tap("byNumber")
    drive.tap("next")
    assert problems(drive) == ["number"]
    drive.type("number", NUMBER)
    drive.tap("next")
    assert problems(drive) == ["tail"]
    drive.type("tail", TAIL)
    drive.tap("next")
    drive.on("progress")
    assert counter.named("progress_by_number") == [(NUMBER, TAIL)]


def by_number(drive: Drive) -> None:
    drive.tap("track")
    drive.tap("byNumber")
    drive.type("number", NUMBER)
    drive.type("tail", TAIL)
    drive.tap("next")
    drive.on("progress")


def test_a_case_found_by_its_number_shows_no_paper_and_takes_the_code_for_them(
    drive: Drive, counter: FakeCounter
) -> None:
    by_number(drive)
    assert drive.find("read_0") is None
    assert drive.await_("papersNeedCode")
    drive.tap("askCode")
    drive.on("track")
    drive.type("code", RECEIPT_CODE)
    drive.tap("next")
    drive.on("progress")
    assert counter.named("progress") == [(RECEIPT_CODE,)]
    assert drive.await_("read_0")
    assert drive.find("askCode") is None


def test_a_number_that_shows_a_part_does_not_say_that_all_is_done(
    drive: Drive, counter: FakeCounter
) -> None:
    ended = replace(progress().matters[0], ended=True, next=None)
    for matters in ((ended,), ()):
        counter.seen = replace(progress(), matters=matters)
        by_number(drive)
        assert drive.window.track.note == ""
        assert drive.find("noMatter") is None
        drive.window.wipe()
        drive.on("home")


def test_a_code_scanned_where_papers_need_it_opens_them_or_is_told(drive: Drive) -> None:
    by_number(drive)
    drive.window.session.scan("progress", "7HTW-9QKM-3XPA")
    drive.on("track")
    drive.await_("errorSummary")
    assert problems(drive) == ["code"]
    drive.window.session.scan("track", RECEIPT_CODE)
    drive.on("progress")
    assert drive.await_("read_0")
    drive.window.session.scan("progress", "7HTW-9QKM-3XPA")
    idle(drive)
    assert drive.page == "progress", "whoever came by a code is asked for none"


def test_printing_again_asks_for_the_code_alone(drive: Drive) -> None:
    drive.tap("reprint")
    drive.on("track")
    assert drive.await_("code")
    assert drive.find("byNumber") is None


def test_the_other_way_takes_the_problem_along_no_further(drive: Drive) -> None:
    drive.tap("track")
    drive.tap("next")
    assert problems(drive) == ["code"]
    drive.tap("byNumber")
    assert problems(drive) == []
    assert drive.find("code") is None


def test_why_a_day_was_set_is_told_when_asked(drive: Drive, counter: FakeCounter) -> None:
    matter = replace(progress().matters[0], why=(progress().title,))
    counter.seen = replace(progress(), matters=(matter,))
    tracked(drive)
    assert drive.find("reason") is None
    drive.tap("why_0")
    assert drive.await_("reason").property("text") == "商标被侵权"
    drive.tap("why_0")
    assert drive.find("reason") is None


def test_the_other_side_is_told_that_it_sees_its_part(drive: Drive, counter: FakeCounter) -> None:
    counter.seen = replace(progress(), viewer=Viewer.RESPONDENT, matters=(), papers=())
    tracked(drive)
    assert drive.window.track.note == "这里是和您有关的部分。"
    assert drive.find("noMatter")
    assert drive.find("print_0") is None


def test_each_case_of_one_filing_can_be_looked_at(drive: Drive, counter: FakeCounter) -> None:
    other = replace(progress(), number="LJ07A-20261122-00043-9")
    counter.seen = replace(progress(), others=(other,))
    tracked(drive)
    drive.tap("case_1")
    assert drive.window.track.number == other.number
    drive.window.track.look(7)
    assert drive.window.track.number == other.number


def test_a_paper_is_read_in_three_sizes_and_page_by_page(drive: Drive, counter: FakeCounter) -> None:
    tracked(drive)
    drive.tap("read_0")
    drive.on("reader")
    reader = drive.window.session.reader
    wait_for(lambda: reader.pages == 2, "the pages")
    wide = drive.await_("sheet")
    for _ in range(3):
        reader.zoom(1)
    assert not reader.larger
    settle()
    drive.tap("toRight")
    assert wide.property("shift") > 0
    drive.tap("toLeft")
    assert wide.property("shift") == 0
    drive.tap("next")
    assert reader.page == 1
    drive.tap("back")
    assert reader.page == 0
    drive.tap("closePaper")
    drive.on("progress")
    assert reader.pages == 0


def test_a_paper_that_cannot_be_shown_says_so(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["paper_pages"] = KnownError("fonts_missing", folder="x")
    tracked(drive)
    drive.tap("read_0")
    drive.await_("readerProblem")
    drive.tap("next")
    drive.on("progress")


def test_pages_that_come_after_the_paper_was_closed_are_not_shown(drive: Drive) -> None:
    tracked(drive)
    reader = drive.window.session.reader
    drive.window.track.read(0)
    reader.leave()
    idle(drive)
    assert drive.page == "progress"
    assert reader.pages == 0
    assert not drive.window.thumbnails.has("paper-0")


def test_news_of_one_paper_is_not_taken_for_another(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "printer_missing"
    case, paper = progress(), progress().papers[0]
    other = replace(paper, ref=PaperRef(CASE, 2))
    counter.seen = replace(case, papers=(paper, other))
    tracked(drive)
    drive.tap("print_0")
    stage(drive, "trouble")
    bridge = drive.window.session.paper
    bridge.poll()
    bridge.once_more(other)
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    stage(drive, "ask")
    bridge.inHand(True)
    idle(drive)
    assert counter.named("in_hand")[-1][0] == other.ref


def test_the_receipt_just_filed_is_read_and_the_countdown_waits(drive: Drive, clock: StandingClock) -> None:
    file_a_dispute(drive)
    to_the_receipt(drive)
    assert drive.window.pages.done.left == 60
    drive.tap("readReceipt")
    drive.on("reader")
    assert drive.window.pages.done.left == 0
    clock.seconds += 70
    drive.window.session.pages.done.tick()
    assert drive.page == "reader"
    drive.window.session.reader.leave()
    drive.on("done")
    assert drive.window.pages.done.left == 60


def test_a_paper_is_printed_again_and_says_which_copy_it_is(drive: Drive, counter: FakeCounter) -> None:
    counter.copies = 2
    tracked(drive, "reprint")
    drive.tap("print_0")
    drive.on("reprint")
    stage(drive, "ask")
    assert drive.await_("copyNo").property("text") == "这是第 3 份，纸上也写着。"
    drive.tap("back")
    stage(drive, "missing")
    drive.tap("back")
    stage(drive, "ask")
    assert len(counter.named("reprint")) == 2
    assert counter.named("print_receipt") == []
    drive.tap("next")
    stage(drive, "taken")
    drive.tap("next")
    drive.on("progress")


def test_a_printer_in_trouble_is_told_and_heals_here_too(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "printer_missing"
    tracked(drive)
    drive.tap("print_0")
    stage(drive, "trouble")
    drive.tap("readPaper")
    drive.on("reader")
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    stage(drive, "ask")
    drive.window.session.reader.leave()
    drive.on("reprint")


def test_no_more_copies_today_is_a_clear_answer(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["reprint"] = Closed("reprints_used_up", most="3")
    tracked(drive)
    drive.tap("print_0")
    stage(drive, "refused")
    assert "今天已补打 3 次" in drive.await_("printing").property("text")
    assert drive.find("back") is None


def test_three_taps_say_how_it_was_and_nobody_has_to(drive: Drive, counter: FakeCounter) -> None:
    file_a_dispute(drive)
    to_the_receipt(drive)
    for mark in (1, 3, 2):
        drive.tap(f"mark_{mark}")
    idle(drive)
    assert counter.named("rate") == [({"easy": 1},), ({"clear": 3},), ({"again": 2},)]
    assert drive.find("mark_1") is None
    drive.window.session.rating.give(1)
    idle(drive)
    assert len(counter.named("rate")) == 3
    drive.tap("next")
    drive.on("home")


def test_marks_that_cannot_be_kept_trouble_nobody(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["rate"] = KnownError("disk_full")
    file_a_dispute(drive)
    to_the_receipt(drive)
    drive.tap("mark_1")
    idle(drive)
    assert not drive.window.kiosk.is_covered


def test_a_message_about_a_tracked_case_says_when_it_is_answered(
    drive: Drive, counter: FakeCounter
) -> None:
    tracked(drive)
    drive.tap("writeAboutCase")
    drive.on("message")
    assert drive.find("code") is None
    drive.type("message", "样本：几号调解？")
    drive.type("phone", "12")
    drive.tap("next")
    assert [problem["question"] for problem in drive.window.session.message.problems] == ["phone"]
    drive.window.session.message.type("phone", "138 0000 1234")
    drive.tap("next")
    drive.await_("answered")
    assert "2026年11月24日" in drive.window.session.message.answered
    assert drive.await_("keptAs").property("text") == "留言编号 3"
    assert counter.named("leave_message")[-1][-1] == NUMBER
    drive.tap("next")
    drive.on("progress")


def test_a_message_with_a_code_of_no_case_leads_to_the_code(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["leave_message"] = Closed("code_unknown")
    drive.tap("message")
    drive.type("message", "样本")
    drive.type("code", "7HTW")
    drive.tap("next")
    drive.await_("errorSummary")
    assert [problem["question"] for problem in drive.window.session.message.problems] == ["code"]
    drive.tap("back")
    drive.on("home")


def test_a_message_from_within_a_filing_leads_back_to_it(drive: Drive) -> None:
    drive.tap("file")
    drive.on("tiles")
    drive.tap("callStaff")
    drive.tap("writeInstead")
    drive.on("message")
    drive.tap("back")
    drive.on("tiles")


@pytest.mark.parametrize("came", [True, False])
def test_a_call_is_kept_and_ended_by_its_person(drive: Drive, counter: FakeCounter, came: bool) -> None:
    counter.opening = Opening(open=True, until=None)
    drive.tap("callStaff")
    wait_for(lambda: drive.window.staff.called, "the call")
    assert drive.window.staff.said.startswith("10:15 的呼叫已经记下")
    assert drive.find("writeInstead") is None
    drive.tap("staffCame" if came else "takeBack")
    idle(drive)
    assert counter.named("call_staff") == [("home",)]
    assert counter.named("end_call") == [(came,)]
    assert drive.find("staffCame") is None


def test_a_call_answered_at_the_desk_is_told_and_its_cover_goes(drive: Drive, counter: FakeCounter) -> None:
    drive.tap("callStaff")
    wait_for(lambda: drive.window.staff.called, "the call")
    idle(drive)
    assert not drive.window.staff.answered
    counter.call_waiting = False
    drive.window._store_moved()
    wait_for(lambda: drive.window.staff.answered, "the answer")
    assert "马上过来" in drive.window.staff.said
    assert not drive.window.staff.nobody
    drive.window._store_moved()
    drive.window.staff._go()
    idle(drive)
    assert drive.find("staffCame") is None
    drive.on("home")


def test_who_waits_for_staff_is_given_the_longest_patience(drive: Drive, clock: StandingClock) -> None:
    drive.tap("callStaff")
    clock.seconds += 260
    drive.window.tick()
    assert drive.find("moreTime") is None
    clock.seconds += 20
    drive.window.tick()
    drive.await_("moreTime")


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        (Opening(open=False, until=None), "现在窗口没有人。"),
        (None, "窗口时间外没有人来，可以留言。"),
        (Opening(open=True, until=None), "发给了本站的工作台。"),
    ],
)
def test_the_cover_says_whether_anybody_is_there(
    drive: Drive, counter: FakeCounter, opening: Opening | None, said: str
) -> None:
    counter.opening = opening
    drive.tap("callStaff")
    wait_for(lambda: drive.window.staff.called, "the call")
    assert drive.window.staff.said.endswith(said)
    assert drive.window.staff.nobody is not (opening is not None and opening.open)


def test_the_end_of_a_visit_leaves_no_word_of_it(drive: Drive, counter: FakeCounter) -> None:
    tracked(drive)
    drive.tap("read_0")
    drive.on("reader")
    drive.window.session.message.type("text", "样本一句话")
    drive.window.wipe()
    drive.on("home")
    session = drive.window.session
    for bridge in (session.track, session.reader, session.paper, session.message, session.rating):
        said = repr(vars(bridge))
        assert NUMBER not in said
        assert "样本一句话" not in said
    assert not drive.window.thumbnails.has("paper-0")


def test_words_follow_the_language_on_every_page_of_a_visit(drive: Drive) -> None:
    tracked(drive)
    drive.window.words.choose(Language.EN)
    settle()
    assert drive.window.track.matters[0]["holder"].startswith("With the station's mediators since")
    assert drive.window.track.papers[0]["issued"] == "Issued on 22 November 2026"


def test_a_code_takes_its_digits_from_a_row_below_it(drive: Drive) -> None:
    drive.tap("track")
    drive.on("track")
    drive.tap("code")
    for digit in "70":
        drive.tap(f"code_digit_{digit}")
    assert drive.await_("code").property("text") == "70"
    assert len({drive.await_(f"code_digit_{n}").mapToScene(QPointF()).y() for n in range(10)}) == 1
