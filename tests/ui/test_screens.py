"""Every screen on a portrait panel of full height, and what some of them promise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from stationkiosk.domain.text import Language, Text
from stationkiosk.ui.common.drive import Drive
from tests.ui.conftest import Open
from tests.ui.fakes import FakeCounter, StandingClock
from tests.ui.looking import box, own
from tests.ui.screens import Look, look_at_every_screen, looks


@pytest.mark.parametrize("look", looks("zh", "en-large", "zh-contrast"))
def test_every_screen_is_whole_touchable_and_told(
    open_kiosk: Open,
    counter: FakeCounter,
    clock: StandingClock,
    monkeypatch: pytest.MonkeyPatch,
    look: Look,
) -> None:
    look_at_every_screen(open_kiosk, counter, clock, monkeypatch, (1080, 1920), look)


def test_the_notice_stands_directly_under_the_heading(
    open_kiosk: Callable[..., Drive], counter: FakeCounter
) -> None:
    counter.notice = Text("今天 16:00 关门（样品）", "We close at 16:00 (sample)")
    drive = open_kiosk((1280, 800))
    notice = drive.place(drive.await_("notice"))
    assert notice.top() >= drive.place(drive.await_("title")).bottom()
    assert notice.bottom() <= drive.place(drive.await_("file")).top()
    assert drive.await_("notice").property("tone") == "amber"


@pytest.mark.parametrize("language", list(Language))
def test_the_kinds_of_dispute_fit_a_landscape_screen_and_are_equally_high(
    open_kiosk: Callable[..., Drive], language: Language
) -> None:
    drive = open_kiosk((1920, 1080), language)
    drive.tap("file")
    drive.on("tiles")
    tiles = [item for item in drive.shown() if item.objectName().startswith("kind_")]
    assert len({item.height() for item in tiles}) == 1
    assert drive.find("scrollDown") is None


@pytest.mark.parametrize("language", list(Language))
def test_the_main_way_in_is_whole_on_a_small_screen(
    open_kiosk: Callable[..., Drive], language: Language
) -> None:
    drive = open_kiosk((1280, 800), language)
    words = next(i for i in own(drive) if i.property("text") == drive.window.words.say("home.file_sub", ""))
    strip = drive.find("scrollDown")
    assert box(words).bottom() <= (box(strip).top() if strip else drive.view.height())


def test_the_counter_is_named_with_its_address(drive: Drive) -> None:
    drive.tap("complained")
    drive.tap("noCode")
    assert drive.await_("counterAddress").property("text") == "礼嘉样品路 7 号一楼（虚构）"


def test_high_contrast_is_a_press_away_and_ends_with_the_session(drive: Drive) -> None:
    drive.tap("contrast")
    assert drive.window.display.contrast
    drive.tap("file")
    drive.on("tiles")
    assert drive.await_("contrast").property("on")
    drive.window.wipe()
    assert not drive.window.display.contrast
    assert not drive.await_("contrast").property("on")


def test_high_contrast_left_behind_at_home_ends_by_itself(drive: Drive, clock: StandingClock) -> None:
    drive.tap("contrast")
    clock.seconds += 100
    drive.window.tick()
    assert not drive.window.display.contrast
