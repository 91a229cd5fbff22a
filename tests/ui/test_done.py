"""The last page: the paper on its way, its troubles told while they last, the person's own word."""

from __future__ import annotations

from stationkiosk.casework.views import CopyState
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute
from tests.ui.fakes import FakeCounter


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
    assert words(drive, "printing").startswith("打印机现在用不了。您的登记已经保存。抄下")
    counter.copy_state, counter.copy_trouble = CopyState.SETTLED, ""
    wait_for(lambda: drive.window.pages.done.stage == "ask", "the copy to come out")


def test_in_trouble_a_copy_can_be_asked_for_again_or_left_for_later(
    drive: Drive, counter: FakeCounter
) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.SPOOLED, "printer_missing"
    to_the_end(drive, "trouble")
    assert words(drive, "back") == "再打印一份"
    drive.tap("back")
    wait_for(lambda: len(counter.named("print_receipt")) == 2, "another copy")
    wait_for(lambda: drive.window.pages.done.stage == "trouble", "its trouble")
    assert words(drive, "next") == "以后再打印"
    drive.tap("next")
    drive.on("done")
    wait_for(lambda: words(drive, "next") == "抄好了", "the question whether the code is noted")
    drive.tap("back")
    wait_for(lambda: words(drive, "next") == "以后再打印", "the trouble again")
    drive.tap("next")
    wait_for(lambda: words(drive, "next") == "抄好了", "the question again")
    drive.tap("next")
    drive.on("home")


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
