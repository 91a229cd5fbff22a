"""The session: idle time, hiding, ending, wiping, resuming, tracking, the way out for staff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, items, settle, wait_for
from stationkiosk.ui.kiosk.sample import file_a_dispute, form_page
from tests.ui.fakes import CASE, CODE, NUMBER, RECEIPT_CODE, FakeCounter, StandingClock

MARK = "张三样本"
MARKERS = (MARK, "11010519491231002X", "13800138000", "礼嘉样本", "乙商行", CODE)


def to_personal_page(drive: Drive) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    drive.tap("q_acting_self")


def to_saved_page(drive: Drive) -> None:
    to_personal_page(drive)
    drive.type("q_applicant_name", "张三样本")
    drive.tap("q_applicant_paper_none")
    drive.type("q_applicant_phone", "13800138000")
    drive.tap("next")
    form_page(drive, "right")


def later(drive: Drive, clock: StandingClock, seconds: float) -> None:
    clock.seconds += seconds
    drive.window.tick()
    settle()


def test_a_personal_page_warns_and_then_goes_home(drive: Drive, clock: StandingClock) -> None:
    to_personal_page(drive)
    later(drive, clock, 89)
    assert drive.find("moreTime") is None
    later(drive, clock, 2)
    assert "29" in drive.await_("idleLeft").property("text")
    later(drive, clock, 29)
    drive.on("home")
    assert not drive.window.filing.under_way


def test_more_time_is_given_by_its_button_alone(drive: Drive, clock: StandingClock) -> None:
    to_personal_page(drive)
    later(drive, clock, 100)
    drive.tap("moreTime")
    assert drive.find("moreTime") is None
    assert drive.page == "form"
    later(drive, clock, 89)
    assert drive.find("moreTime") is None


def test_a_touch_keeps_the_session_alive(drive: Drive, clock: StandingClock) -> None:
    to_personal_page(drive)
    later(drive, clock, 80)
    drive.tap("q_applicant_name")
    later(drive, clock, 80)
    assert drive.find("moreTime") is None


def test_a_plain_page_waits_a_minute_and_the_signature_five(drive: Drive, clock: StandingClock) -> None:
    drive.tap("complained")
    later(drive, clock, 31)
    drive.await_("moreTime")
    later(drive, clock, 30)
    drive.on("home")
    file_a_dispute(drive)
    later(drive, clock, 269)
    assert drive.find("moreTime") is None
    later(drive, clock, 2)
    drive.await_("moreTime")


def test_the_home_page_takes_its_language_and_size_back_in_silence(
    drive: Drive, clock: StandingClock
) -> None:
    drive.tap("language")
    drive.tap("large")
    later(drive, clock, 45)
    assert drive.find("moreTime") is None
    later(drive, clock, 16)
    assert drive.window.words.chosen is Language.ZH
    assert not drive.window.display.large


def test_hide_covers_all_words_and_shows_the_page_again(drive: Drive) -> None:
    to_personal_page(drive)
    drive.type("q_applicant_name", MARK)
    drive.tap("hide")
    drive.await_("unhide")
    assert not any(MARK in str(item.property("text") or "") for item in drive.shown())
    drive.tap("unhide")
    assert drive.await_("q_applicant_name").property("text") == MARK


def test_ending_asks_and_can_keep_or_delete_the_answers(drive: Drive, counter: FakeCounter) -> None:
    to_saved_page(drive)
    drive.await_("bannerCode")
    drive.tap("end")
    drive.tap("stay")
    assert drive.page == "form"
    drive.tap("end")
    drive.tap("endKeep")
    drive.on("home")
    assert not counter.named("discard_draft")
    to_saved_page(drive)
    drive.await_("bannerCode")
    drive.tap("end")
    drive.tap("endDrop")
    drive.on("home")
    wait_for(lambda: counter.named("discard_draft") == [(CASE,)], "draft dropped")


def ends_and_keeps(drive: Drive, clock: StandingClock) -> None:
    drive.tap("end")
    drive.tap("endKeep")


def stays_away(drive: Drive, clock: StandingClock) -> None:
    later(drive, clock, 100)
    later(drive, clock, 31)


@pytest.mark.parametrize("leave", [ends_and_keeps, stays_away])
def test_what_stands_on_the_page_is_kept_at_either_end(
    drive: Drive,
    counter: FakeCounter,
    clock: StandingClock,
    leave: Callable[[Drive, StandingClock], None],
) -> None:
    to_saved_page(drive)
    drive.await_("bannerCode")
    drive.type("q_mark_name", MARK)
    leave(drive, clock)
    drive.on("home")
    wait_for(lambda: drive.window.executor.idle, "the answers kept")
    drive.tap("resume")
    drive.type("code", CODE)
    drive.tap("next")
    form_page(drive, "right")
    assert drive.await_("q_mark_name").property("text") == MARK


def test_a_word_for_the_mediator_is_sealed_when_the_session_ends_on_its_page(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    file_a_dispute(drive)
    drive.window.pages.check.change("wishes")
    form_page(drive, "wishes")
    drive.type("q_mediator_note", "底线三万")
    stays_away(drive, clock)
    drive.on("home")
    wait_for(lambda: counter.drafts[CASE]["state"]["sealed"].get("mediator_note"), "the note sealed")
    assert "底线三万" not in repr(counter.drafts)


def test_where_no_code_was_shown_the_end_of_time_keeps_nothing(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    drive.tap("file")
    drive.tap("kind_trademark")
    form_page(drive, "who")
    drive.tap("q_applicant_kind_person")
    stays_away(drive, clock)
    drive.on("home")
    wait_for(lambda: drive.window.executor.idle, "the session closed")
    assert not counter.named("save_draft")


def test_ending_after_filing_says_that_it_stays_registered(drive: Drive) -> None:
    file_a_dispute(drive)
    drive.tap("next")
    drive.on("done")
    drive.tap("end")
    assert drive.await_("coverTitle")
    assert any("不受影响" in str(item.property("text") or "") for item in drive.shown())
    drive.tap("endDrop")
    drive.on("home")


def test_what_was_begun_goes_on_with_its_code(drive: Drive) -> None:
    to_personal_page(drive)
    drive.type("q_applicant_name", MARK)
    drive.type("q_applicant_id", "11010519491231002X")
    drive.type("q_applicant_phone", "13800138000")
    drive.tap("next")
    form_page(drive, "right")
    drive.window.wipe()
    drive.on("home")
    drive.tap("resume")
    drive.type("code", CODE.lower())
    drive.tap("next")
    form_page(drive, "right")
    drive.tap("back")
    form_page(drive, "who")
    assert drive.await_("q_applicant_name").property("text") == MARK


def test_what_was_begun_goes_on_with_the_card(drive: Drive, counter: FakeCounter) -> None:
    from tests.ui.fakes import FakeCard

    to_saved_page(drive)
    drive.window.wipe()
    counter.card_reader = True
    drive.window._ask_face()
    drive.tap("resume")
    drive.tap("readCard")
    assert drive.await_("errorSummary")
    counter.card = FakeCard()
    drive.tap("readCard")
    form_page(drive, "right")


def test_a_wrong_code_is_told_and_stays_in_the_field(drive: Drive) -> None:
    drive.tap("resume")
    drive.type("code", "XXXX")
    drive.tap("next")
    drive.await_("errorSummary")
    assert drive.await_("code").property("text") == "XXXX"


def test_a_code_that_is_not_found_is_compared_with_where_it_stands(drive: Drive) -> None:
    drive.tap("resume")
    drive.tap("next")
    drive.await_("errorSummary")
    assert drive.window.resume.problem == "这里还是空的。对照您记下的继续码。"
    drive.window.wipe()
    drive.tap("track")
    drive.type("code", "XXXX")
    drive.tap("next")
    drive.await_("errorSummary")
    assert drive.window.track.problems[0]["words"].endswith("对照回执上的查询码。")


def test_a_case_is_tracked_by_its_code(drive: Drive, counter: FakeCounter) -> None:
    drive.tap("track")
    drive.type("code", RECEIPT_CODE)
    drive.key(Qt.Key.Key_Return)
    drive.on("progress")
    assert drive.await_("title").property("text") == NUMBER
    drive.tap("next")
    drive.on("home")
    wait_for(lambda: counter.named("close_session"))


def test_a_scanner_on_the_home_page_tracks_the_case(drive: Drive) -> None:
    for sign in RECEIPT_CODE:
        QTest.keyClick(drive.view, sign)
    drive.key(Qt.Key.Key_Return)
    drive.on("progress")


def test_guessing_is_slowed_with_words(drive: Drive, counter: FakeCounter) -> None:
    counter.trouble["progress"] = Closed("slow_down", seconds="30")
    drive.tap("track")
    drive.type("code", "ABCD")
    drive.tap("next")
    drive.await_("errorSummary")
    assert "30" in drive.window.track.problems[0]["words"]


def test_slow_presses_of_the_seal_are_nothing(drive: Drive, clock: StandingClock) -> None:
    for _ in range(6):
        drive.tap("seal")
        clock.seconds += 3
    assert drive.find("pin") is None


@pytest.mark.parametrize(
    "key", ["wrong_key", "store_newer", "store_corrupt", "store_read_only", "disk_full", "store_missing"]
)
def test_a_store_that_cannot_be_opened_is_a_page_that_tries_again(
    open_kiosk: Callable[[], Drive], counter: FakeCounter, key: str
) -> None:
    counter.trouble["face"] = KnownError(key)
    drive = open_kiosk()
    drive.await_("faultGoOn")
    assert drive.await_("coverTitle").property("text")
    del counter.trouble["face"]
    drive.tap("faultGoOn")
    wait_for(lambda: drive.window.kiosk.started)
    assert drive.find("faultGoOn") is None


def test_a_fault_of_ours_keeps_the_session(drive: Drive, counter: FakeCounter) -> None:
    to_saved_page(drive)
    drive.type("q_mark_name", MARK)
    counter.trouble["save_draft"] = ZeroDivisionError()
    drive.tap("back")
    drive.tap("faultGoOn")
    form_page(drive, "who")
    counter.trouble.clear()
    drive.tap("next")
    assert drive.await_("q_mark_name").property("text") == MARK


def holding(objects: list[QObject], marker: str) -> list[str]:
    """Every property of an object that holds the marker."""
    found = []
    for thing in objects:
        about = thing.metaObject()
        for index in range(about.propertyCount()):
            name = about.property(index).name()
            try:
                value = thing.property(name)
            except (RuntimeError, TypeError):
                continue
            if isinstance(value, str | list | dict | tuple) and marker in str(value):
                found.append(f"{about.className()}.{name}")
    return found


def everything(drive: Drive) -> list[QObject]:
    """Every item and bridge of the window."""
    found: list[QObject] = list(items(drive.root, hidden=True))
    found += drive.root.findChildren(QObject)
    found += [drive.window, *drive.view.bridges.values()]
    return found


def test_the_end_of_a_session_leaves_nothing_behind(drive: Drive, fresh_home: Path) -> None:
    file_a_dispute(drive)
    QGuiApplication.clipboard().setText(MARK)
    assert any(holding(everything(drive), marker) for marker in MARKERS)
    drive.window.wipe()
    drive.on("home")
    settle()
    for marker in MARKERS:
        assert holding(everything(drive), marker) == []
    assert QGuiApplication.clipboard().text() == ""
    for bridge in (drive.window.filing, drive.window.pages.form, drive.window.pages.sign):
        assert not any(marker in repr(vars(bridge)) for marker in MARKERS)
    for file in fresh_home.rglob("usr_dict.dat"):
        assert file.stat().st_size <= 40
    assert isinstance(drive.root, QQuickItem)


def test_an_answer_that_comes_after_the_end_is_not_shown(drive: Drive) -> None:
    drive.tap("track")
    drive.type("code", RECEIPT_CODE)
    drive.window.track.next()
    drive.window.wipe()
    wait_for(lambda: drive.window.executor.idle, "the answer to be dropped")
    drive.on("home")
    assert drive.window.track.number == ""
