"""The way to the maintenance page, and what staff do there."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.sample import begin_an_application, form_page
from stationkiosk.watch import LEFT, RESTART
from tests.ui.fakes import CASE, PIN, FakeCounter, StandingClock

Left = list[int]


@pytest.fixture
def left(drive: Drive) -> Left:
    """The exit codes with which staff left."""
    found: Left = []
    drive.window.exitAsked.connect(found.append)
    return found


def type_pin(drive: Drive, pin: str) -> None:
    for digit in pin:
        drive.tap(f"pin_{digit}")
    drive.tap("pin_enter")


def to_maintenance(drive: Drive) -> None:
    for _ in range(5):
        drive.tap("seal")
    type_pin(drive, PIN)
    drive.on("maintenance")
    drive.await_("part_6")


def said(drive: Drive) -> str:
    return " ".join(str(item.property("text") or "") for item in drive.shown())


def test_five_presses_of_the_seal_and_the_pin_lead_to_the_page_and_not_out(
    drive: Drive, counter: FakeCounter, left: Left
) -> None:
    for _ in range(5):
        drive.tap("seal")
    type_pin(drive, "111111")
    drive.await_("pinWrong")
    assert not left
    type_pin(drive, PIN)
    drive.on("maintenance")
    drive.await_("part_6")
    assert not left
    assert "没有装" in said(drive)
    assert counter.named("health")


def test_guessing_the_pin_is_slowed_in_words(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["open_maintenance"] = Closed("slow_down", seconds="16")
    for _ in range(5):
        drive.tap("seal")
    type_pin(drive, "111111")
    assert "16" in str(drive.await_("pinWrong").property("text"))


@pytest.mark.parametrize(
    ("button", "act", "code"), [("leaveKiosk", "left", LEFT), ("restartKiosk", "restarted", RESTART)]
)
def test_staff_leave_or_start_anew_and_it_is_written_down(
    drive: Drive, counter: FakeCounter, left: Left, button: str, act: str, code: int
) -> None:
    to_maintenance(drive)
    drive.tap(button)
    wait_for(lambda: left, "the way out")
    assert left == [code]
    assert counter.named("note") == [(act,)]


def test_a_test_page_is_followed_until_it_is_out(drive: Drive, counter: FakeCounter) -> None:
    to_maintenance(drive)
    drive.tap("testPrint")
    assert "交给打印机" in str(drive.await_("trial").property("accessibleName") or said(drive))
    drive.window.session.maintenance.tick()
    wait_for(lambda: "已经出来" in str(drive.window.session.maintenance.trial), "the printer's word")
    drive.window.session.maintenance.tick()
    settle()
    assert len(counter.named("trial")) == 1


def test_everything_is_tested_anew_and_trouble_stands_first_with_what_to_do(
    drive: Drive, counter: FakeCounter
) -> None:
    to_maintenance(drive)
    tones = [row["tone"] for row in drive.window.session.maintenance.checks]
    assert tones == sorted(tones, key=("bad", "warn", "good", "off").index)
    assert "问清楚怎么写" in said(drive)
    drive.tap("lookAgain")
    wait_for(lambda: len(counter.named("health")) == 2, "another test")
    counter.gate = threading.Event()
    drive.tap("lookAgain")
    drive.await_("testing")
    drive.window.session.maintenance.look()
    counter.gate.set()
    wait_for(lambda: not drive.window.session.maintenance.testing, "the result")
    assert len(counter.named("health")) == 3


def test_the_report_is_printed_and_followed(drive: Drive, counter: FakeCounter) -> None:
    to_maintenance(drive)
    drive.tap("printReport")
    wait_for(lambda: counter.named("print_readiness"), "the report")
    drive.window.session.maintenance.tick()
    wait_for(lambda: "已经出来" in str(drive.window.session.maintenance.trial), "the printer's word")


def test_a_printer_that_cannot_is_told(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["print_trial"] = KnownError("paper_out")
    to_maintenance(drive)
    drive.tap("testPrint")
    wait_for(lambda: "没纸" in str(drive.window.session.maintenance.trial), "the printer's trouble")
    assert drive.page == "maintenance"


def test_a_notice_goes_up_in_both_languages_and_comes_down(drive: Drive, counter: FakeCounter) -> None:
    to_maintenance(drive)
    drive.type("noticeZh", "下午四点关门")
    drive.tap("showNotice")
    drive.await_("errorSummary")
    assert not counter.named("show_notice")
    drive.type("noticeEn", "We close at four")
    drive.tap("showNotice")
    wait_for(lambda: drive.find("takeNotice"), "the notice up")
    assert counter.named("show_notice") == [(Text("下午四点关门", "We close at four"),)]
    drive.tap("takeNotice")
    wait_for(lambda: counter.notice is None, "the notice down")
    drive.tap("next")
    drive.on("home")


def test_a_clock_that_once_ran_ahead_is_accepted_by_staff(drive: Drive, counter: FakeCounter) -> None:
    counter.clock_behind = True
    to_maintenance(drive)
    drive.tap("acceptClock")
    wait_for(lambda: counter.named("accept_clock") and not drive.find("acceptClock"), "the time accepted")


def test_the_page_tells_how_long_until_it_goes_home_and_goes(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    to_maintenance(drive)
    assert "60" in drive.await_("idleLeft").property("text")
    clock.seconds += 20
    drive.window.session.maintenance.tick()
    settle()
    assert "40" in drive.await_("idleLeft").property("text")
    clock.seconds += 41
    drive.window.tick()
    drive.on("home")
    wait_for(lambda: counter.named("close_session"), "the acts of staff closed")


def test_what_a_person_was_doing_waits_for_them(drive: Drive, counter: FakeCounter, left: Left) -> None:
    begin_an_application(drive)
    wait_for(lambda: drive.find("draftLine") and drive.window.executor.idle, "the draft to be kept")
    drive.type("q_respondent_name", "乙商行（样本）")
    to_maintenance(drive)
    assert "乙商行" not in said(drive)
    drive.tap("next")
    form_page(drive, "respondent")
    assert drive.await_("q_respondent_name").property("text") == "乙商行（样本）"
    to_maintenance(drive)
    drive.tap("leaveKiosk")
    wait_for(lambda: left and drive.window.executor.idle, "the way out")
    assert "乙商行" in repr(counter.drafts[CASE])


def test_the_pin_pad_takes_a_keyboard_and_goes_away(drive: Drive, left: Left) -> None:
    for _ in range(5):
        drive.tap("seal")
    drive.await_("pin")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Backspace):
        drive.key(key)
    assert drive.await_("pin").property("text") == "●"
    drive.key(Qt.Key.Key_Escape)
    assert drive.find("pin") is None
    assert not left


def test_every_line_says_in_words_how_its_part_is(drive: Drive) -> None:
    to_maintenance(drive)
    for row in range(7):
        assert len(str(drive.await_(f"part_{row}").property("text"))) >= 2
