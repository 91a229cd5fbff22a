"""The home page: what works now and what does not, told in words, and the ways in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QPointF

from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.opening import Opening
from stationkiosk.domain.text import Language
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.state import notes
from tests.ui.fakes import FakeCounter, StandingClock

Open = Callable[..., Drive]


def said(drive: Drive) -> list[str]:
    return [note["words"] for note in drive.window.kiosk.notes]


def test_a_printer_that_is_out_says_what_follows(open_kiosk: Open, counter: FakeCounter) -> None:
    counter.printer = False
    drive = open_kiosk()
    assert "现在打印不了。照样登记，回执以后补打。" in said(drive)
    assert "回执以后打印" in drive.await_("file").property("sub")
    assert [note["tone"] for note in drive.window.kiosk.notes][:2] == ["warn", "warn"]


def test_what_does_not_work_says_what_to_do_instead(open_kiosk: Open, counter: FakeCounter) -> None:
    counter.missing = ("cards", "camera", "aloud", "typing")
    drive = open_kiosk(language=Language.EN)
    told = said(drive)
    for words in (
        "Type it in instead.",
        "A USB stick works too.",
        "Staff can read it to you.",
        "Ask staff.",
    ):
        assert any(note.endswith(words) for note in told)
    assert [note["tone"] for note in drive.window.kiosk.notes][1:5] == ["warn"] * 4


@pytest.mark.parametrize("large", [False, True])
def test_where_there_is_little_room_it_is_told_in_fewer_lines(
    open_kiosk: Open, counter: FakeCounter, large: bool
) -> None:
    counter.missing, counter.printer = ("cards", "camera", "aloud", "typing"), False
    drive = open_kiosk((1280, 800), large=large)
    status = drive.await_("status")
    foot = status.mapToScene(QPointF(0, status.height())).y()
    assert foot <= drive.view.height()
    shown = " ".join(str(item.property("text") or "") for item in drive.shown())
    assert "现在用不了：读身份证、拍照、朗读、屏幕键盘。" in shown
    counter.missing = ("camera",)
    assert "现在拍不了照片" in str(notes(drive.window.words, counter.face(), short=True))


def test_a_counter_that_is_closed_says_when_it_opens(open_kiosk: Open, counter: FakeCounter) -> None:
    drive = open_kiosk()
    assert "窗口关着，星期一 09:00 开。本机照常办理。" in said(drive)
    assert drive.window.kiosk.counterClosed


def test_a_counter_that_is_open_says_until_when(open_kiosk: Open, counter: FakeCounter) -> None:
    counter.opening = Opening(open=True, until=datetime(2026, 11, 22, 17, tzinfo=STATION_TIME))
    drive = open_kiosk(language=Language.EN)
    assert "Counter open until 17:00" in said(drive)
    assert not drive.window.kiosk.counterClosed


def test_a_day_far_off_is_told_by_its_date(open_kiosk: Open, counter: FakeCounter) -> None:
    counter.opening = Opening(open=False, until=datetime(2026, 12, 1, 9, tzinfo=STATION_TIME))
    assert "窗口关着，2026年12月1日 09:00 开。本机照常办理。" in said(open_kiosk())


def test_a_station_without_hours_and_one_that_never_opens(open_kiosk: Open, counter: FakeCounter) -> None:
    counter.opening = None
    assert not any("窗口" in words for words in said(open_kiosk()))
    counter.opening = Opening(open=False, until=None)
    assert "窗口关着。本机照常办理。" in said(open_kiosk())


def test_with_a_card_reader_filing_is_quicker(open_kiosk: Open, counter: FakeCounter) -> None:
    counter.card_reader = True
    drive = open_kiosk()
    assert "身份证" in drive.await_("file").property("sub")


def test_what_home_says_is_looked_at_anew_while_nobody_comes(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    counter.printer = False
    asked = len(counter.named("face"))
    drive.window.tick()
    clock.seconds += 31
    drive.window.tick()
    wait_for(lambda: "现在打印不了。照样登记，回执以后补打。" in said(drive), "the printer's state")
    assert len(counter.named("face")) == asked + 1
