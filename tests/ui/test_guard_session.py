"""Hide and End on every page, the patience of every page, and devices that fail in the middle."""

from __future__ import annotations

import pytest

from stationkiosk.domain.errors import KnownError
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.course import Course
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.courses import Courses
from stationkiosk.ui.kiosk.kiosk import RESTART_SECONDS
from stationkiosk.ui.kiosk.options import Patience
from stationkiosk.ui.kiosk.sample import form_page
from tests.ui.fakes import FakeCard, FakeCounter, StandingClock
from tests.ui.test_session import to_personal_page
from tests.ui.tour import COVERS, PAGES, every_screen

WITHOUT = frozenset({"home", "filing", "maintenance"})
"""Home has nothing to hide, nobody leaves while a filing is committed, staff have ways of their own."""

LOOKS_AROUND = ("claim",)
"""Pages that ask the counter when they open, and need a code that was found."""

NAME = "张三样本"
PATIENCE = Patience()
AT_THE_DESK: dict[str, set[str]] = {
    "quiet": set(),
    "shown": {"hide"},
    "agreement": {"hide", "decline"},
    "signature": {"hide", "decline"},
}
"""Pages of a screen that a desk has: the desk takes it back, and a signer hands it back."""


def test_every_page_but_home_can_be_hidden_and_ended(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    lacking: dict[str, set[str]] = {}
    met: set[str] = set()

    def seen(_name: str) -> None:
        page = drive.page
        if drive.window.kiosk.is_covered:
            return
        met.add(page)
        there = {item.objectName() for item in drive.shown()}
        wanted = AT_THE_DESK.get(page, {"hide", "end"})
        if page not in WITHOUT and not wanted <= there:
            lacking[page] = wanted - there

    every_screen(drive, counter, clock, seen)
    assert met == PAGES
    assert not COVERS & met
    assert not lacking


def courses(reference: Reference) -> list[Course]:
    made = Courses(reference)
    forms = [form for form in reference.forms if form != reference.triage.form.id]
    return [*(made.of(form) for form in forms), made.unsure()]


def test_every_page_of_every_journey_waits_as_long_as_its_kind(
    drive: Drive, reference: Reference, clock: StandingClock
) -> None:
    walking = drive.window.filing.walking
    for course in courses(reference):
        walking.begin(course)
        settle()
        for page in course.journey().pages:
            if page.kind in LOOKS_AROUND:
                continue
            walking.change(page.id)
            settle()
            drive.window.idle.touch()
            assert drive.window.idle.seconds_left == getattr(PATIENCE, page.idle), (course.form.id, page.id)
            assert page.kind not in ("sign", "confirm", "check") or page.idle != "plain"
        drive.window.wipe()
        drive.on("home")


def test_the_warning_sounds_once_and_every_extension_gives_the_whole_time(
    drive: Drive, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(drive.window.chime, "play", lambda: rung.append(True))
    drive.tap("resume")
    drive.on("resume")
    for times in range(1, 4):
        clock.seconds += PATIENCE.plain - PATIENCE.warning
        drive.window.tick()
        drive.await_("moreTime")
        clock.seconds += PATIENCE.warning / 2
        drive.window.tick()
        assert len(rung) == times
        drive.tap("moreTime")
        assert drive.window.idle.seconds_left == PATIENCE.plain
    assert drive.page == "resume"


def test_a_restart_is_told_until_somebody_was_here_or_time_has_gone(
    drive: Drive, clock: StandingClock
) -> None:
    kiosk = drive.window.kiosk
    kiosk.tell_of_restart(True)
    assert "继续码" in drive.await_("restarted").property("text")
    clock.seconds += RESTART_SECONDS + 1
    drive.window.tick()
    settle()
    assert drive.find("restarted") is None
    kiosk.tell_of_restart(True)
    drive.tap("resume")
    drive.on("resume")
    drive.tap("back")
    drive.on("home")
    assert drive.find("restarted") is None


@pytest.fixture
def with_a_reader(drive: Drive, counter: FakeCounter) -> Drive:
    counter.card_reader = True
    drive.window._ask_face()
    wait_for(lambda: drive.window.kiosk.property("cards"), "the reader known")
    to_personal_page(drive)
    drive.type("q_applicant_phone", "13800138000")
    return drive


def look(drive: Drive) -> None:
    drive.window.filing.walking.cards._look()
    wait_for(lambda: drive.window.executor.idle, "the reader asked")


def banner(drive: Drive) -> str:
    return str(drive.await_("cardBanner").property("text"))


def test_a_card_that_cannot_be_read_is_told_on_the_page_and_typing_goes_on(
    with_a_reader: Drive, counter: FakeCounter
) -> None:
    drive = with_a_reader
    assert "放在读卡器上" in banner(drive)
    counter.trouble["read_card"] = KnownError("card_unreadable")
    look(drive)
    assert "再试一次" in banner(drive)
    assert not drive.window.kiosk.is_covered
    assert drive.await_("q_applicant_phone").property("text") == "13800138000"
    counter.trouble.clear()
    counter.card = FakeCard()
    look(drive)
    assert "拿回身份证" in banner(drive)
    assert drive.await_("q_applicant_name").property("text") == NAME
    assert drive.await_("q_applicant_phone").property("text") == "13800138000"


def test_a_reader_pulled_out_is_told_until_it_is_back(with_a_reader: Drive, counter: FakeCounter) -> None:
    drive = with_a_reader
    counter.reader_trouble = "reader_missing"
    look(drive)
    assert "自己输入" in banner(drive)
    drive.type("q_applicant_name", NAME)
    counter.reader_trouble = ""
    look(drive)
    assert "放在读卡器上" in banner(drive)
    assert drive.await_("q_applicant_name").property("text") == NAME


def test_a_reader_that_breaks_down_ends_no_session(with_a_reader: Drive, counter: FakeCounter) -> None:
    drive = with_a_reader
    counter.trouble["read_card"] = ZeroDivisionError()
    look(drive)
    drive.tap("faultGoOn")
    counter.trouble.clear()
    form_page(drive, "who")
    assert drive.await_("q_applicant_phone").property("text") == "13800138000"
    assert drive.window.filing.under_way
