"""The last page: the paper on its way, its troubles told while they last, the person's own word."""

from __future__ import annotations

from dataclasses import replace

from stationkiosk.casework.views import CopyState
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute
from tests.ui.conftest import Open
from tests.ui.fake_printing import HALL, OFFICE
from tests.ui.fakes import FakeCounter, StandingClock


def to_the_end(drive: Drive, stage: str) -> None:
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")
    wait_for(lambda: drive.window.pages.done.stage == stage, stage)


def words(drive: Drive, name: str) -> str:
    return str(drive.await_(name).property("text"))


def test_a_copy_that_waits_with_a_trouble_says_so_and_heals(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "printer_missing"
    to_the_end(drive, "trouble")
    assert words(drive, "paperTitle") == "打印机现在用不了"
    assert words(drive, "printing").endswith("修好以后，会自动接着打印。")
    assert drive.await_("caseNumber").property("font").pixelSize() == 72
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    wait_for(lambda: drive.window.pages.done.stage == "ask", "the copy to come out")


def test_in_trouble_a_copy_can_be_asked_for_again_or_left_for_later(
    drive: Drive, counter: FakeCounter
) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "printer_missing"
    to_the_end(drive, "trouble")
    assert words(drive, "back") == "再试一次"
    drive.double_tap("back")
    wait_for(lambda: len(counter.named("print_receipt")) == 2, "another copy")
    assert len(counter.named("print_later")) == 1
    wait_for(lambda: drive.window.pages.done.stage == "trouble", "its trouble")
    assert words(drive, "next") == "以后再打印"
    drive.tap("next")
    wait_for(lambda: words(drive, "next") == "抄好了", "the question whether the code is noted")
    assert words(drive, "paperTitle") == "现在不打印了"
    assert words(drive, "back") == "现在打印"
    drive.tap("back")
    wait_for(lambda: words(drive, "next") == "以后再打印", "the trouble again")
    drive.tap("next")
    wait_for(lambda: words(drive, "next") == "抄好了", "the question again")
    drive.tap("next")
    drive.on("home")


def test_another_printer_takes_the_paper_when_the_first_cannot(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "paper_out"
    counter.printers += (HALL, replace(OFFICE, ready=False, trouble="paper_jam"))
    to_the_end(drive, "trouble")
    drive.await_("on_hall")
    assert drive.find("on_office") is None
    assert words(drive, "printerName") == "打印机：存成文件"
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    drive.tap("on_hall")
    wait_for(lambda: drive.window.pages.done.stage == "ask", "the paper")
    assert counter.named("print_receipt")[-1][1:] == ("again", "hall")
    assert words(drive, "printerName") == "打印机：大厅打印机"


def test_a_paper_in_trouble_gives_time_and_says_what_becomes_of_it(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "paper_out"
    to_the_end(drive, "trouble")
    clock.seconds += 200
    drive.window.tick()
    assert not drive.window.kiosk.is_covered
    drive.tap("end")
    assert words(drive, "paperLeft") == "还没有打印出来的，就不再打印。"
    drive.tap("stay")
    clock.seconds += 280
    drive.window.tick()
    drive.await_("moreTime")
    assert words(drive, "paperLeft")
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    wait_for(lambda: not drive.window.kiosk.is_covered, "the paper that comes to take the warning away")
    assert drive.window.pages.done.stage == "ask"


def test_nobody_is_thrown_out_while_the_paper_is_coming(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.copy_state = CopyState.PRINTING
    to_the_end(drive, "printing")
    for _ in range(4):
        clock.seconds += 40
        drive.window.session.paper.poll()
        drive.window.tick()
        assert not drive.window.kiosk.is_covered
    wait_for(lambda: drive.window.session.paper.property("slow"), "told that it takes long")
    assert drive.await_("next").isEnabled()
    drive.tap("next")
    wait_for(lambda: counter.named("print_later"), "called back")


def test_copies_nobody_watches_are_tended_whether_or_not_somebody_is_there(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.trouble["tend"] = KnownError("offline")
    for page in ("home", "track"):
        drive.window.kiosk.show(page)
        before = len(counter.named("tend"))
        clock.seconds += 5
        wait_for(lambda: drive.window.executor.idle, "nothing else asked")
        drive.window.tick()
        drive.window.tick()
        wait_for(lambda: drive.window.executor.idle, "tended")
        assert len(counter.named("tend")) == before + 1
    assert not drive.window.kiosk.is_covered


def test_the_paper_just_filed_is_printed_from_its_preview(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.FAILED, "offline"
    to_the_end(drive, "trouble")
    drive.tap("readReceipt")
    drive.on("reader")
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    drive.tap("printPaper")
    drive.on("done")
    wait_for(lambda: drive.window.pages.done.stage == "ask", "the paper")
    assert len(counter.named("print_receipt")) == 2


def test_while_it_prints_nobody_is_led_away(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state = CopyState.PRINTING
    to_the_end(drive, "printing")
    assert not drive.await_("next").isEnabled()
    assert drive.await_("end").isEnabled()


def test_a_person_without_the_paper_is_told_what_they_said(drive: Drive) -> None:
    to_the_end(drive, "ask")
    drive.tap("back")
    wait_for(lambda: drive.window.pages.done.stage == "missing", "no paper")
    assert words(drive, "printing").startswith("您说没有拿到回执。")
    assert "打印机" not in words(drive, "printing")


def test_sentences_are_joined_as_each_language_does(drive: Drive) -> None:
    said = drive.window.words
    parts = said.text("fault.printer_missing.what"), said.text("fault.printer_missing.do")
    assert "。 " not in said.join(*parts)
    said.choose(Language.EN)
    assert ". " in said.join(*parts)


def test_on_a_low_screen_in_large_text_what_is_asked_of_the_paper_is_seen_at_once(
    open_kiosk: Open, counter: FakeCounter
) -> None:
    drive = open_kiosk((1280, 800), Language.EN, large=True)
    counter.copy_state = CopyState.UNKNOWN
    to_the_end(drive, "ask")
    asked, scroll = drive.await_("printing"), drive.await_("scroll")
    assert drive.place(asked).bottom() <= drive.place(scroll).bottom()
    assert drive.await_("caseNumber").property("font").pixelSize() == 72
