"""A paper read large: as sharp as it shows, moved and turned by buttons and keys, printed from there."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from stationkiosk.casework.views import CopyState, PaperRef
from stationkiosk.ui.common.drive import Drive, settle, wait_for
from stationkiosk.ui.kiosk.zooming import DPI, MOST_DPI, MOST_PIXELS, STEPS, Zoom
from tests.ui.fakes import FakeCounter
from tests.ui.tour_public import stage, tracked

A4 = (8.27, 11.69)


def a4(dpi: int) -> bytes:
    out = BytesIO()
    Image.new("L", (round(A4[0] * dpi), round(A4[1] * dpi)), 200).save(out, "PNG")
    return out.getvalue()


class Papers(FakeCounter):
    """Draws pages at the dots an inch that are asked for."""

    def paper_pages(self, ref: PaperRef, dpi: int) -> tuple[bytes, ...]:
        self._called("paper_pages", ref, dpi)
        return (a4(dpi), a4(dpi))

    def paper_page(self, ref: PaperRef, page: int, dpi: int) -> bytes:
        self._called("paper_page", ref, page, dpi)
        return a4(dpi)


@pytest.fixture
def counter() -> FakeCounter:
    return Papers()


def opened(drive: Drive) -> None:
    tracked(drive)
    drive.tap("read_0")
    drive.on("reader")
    wait_for(lambda: drive.window.session.reader.pages, "the pages")


def sharp(drive: Drive) -> bool:
    """Tell whether the picture has a dot for every dot of the screen."""
    shown = drive.await_("sheetPicture")
    return bool(shown.property("implicitWidth") >= shown.width() - 2)


def test_every_size_is_drawn_for_itself_and_keys_do_what_buttons_do(drive: Drive) -> None:
    opened(drive)
    reader = drive.window.session.reader
    assert sharp(drive)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        wide = drive.await_("sheetPicture").width()
        drive.key(key)
        assert drive.await_("sheetPicture").width() > wide
        wait_for(lambda: sharp(drive), "the page drawn more finely")
    assert not drive.await_("larger").isEnabled()
    drive.key(Qt.Key.Key_PageDown)
    assert reader.page == 1
    wait_for(lambda: sharp(drive), "the next page drawn as finely")
    drive.key(Qt.Key.Key_PageUp)
    assert reader.page == 0
    drive.key(Qt.Key.Key_Minus)
    assert reader.larger
    drive.key(Qt.Key.Key_7)
    assert drive.page == "reader"


def test_a_paper_is_printed_from_where_it_is_read(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state = CopyState.PRINTING
    opened(drive)
    drive.double_tap("printPaper")
    drive.on("reprint")
    stage(drive, "printing")
    assert len(counter.named("reprint")) == 1
    assert not drive.window.thumbnails.names
    drive.window.session.reader.print()
    assert drive.page == "reprint"


def test_fingers_in_a_hurry_print_once(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state = CopyState.PRINTING
    tracked(drive)
    finger, place = QTest.createTouchDevice(), drive.reach("print_0")
    for _ in range(3):
        QTest.touchEvent(drive.view, finger).press(0, place, drive.view).commit()
        QTest.touchEvent(drive.view, finger).release(0, place, drive.view).commit()
    drive.on("reprint")
    wait_for(lambda: drive.window.executor.idle, "what was asked")
    assert len(counter.named("reprint")) == 1


def test_a_key_that_is_held_down_prints_once(drive: Drive, counter: FakeCounter) -> None:
    counter.copy_state, counter.copy_trouble = CopyState.FAILED, "offline"
    tracked(drive)
    drive.tap("print_0")
    drive.on("reprint")
    stage(drive, "trouble")
    again = drive.await_("back")
    for held in range(4):
        again.forceActiveFocus()
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", held > 0
        )
        QGuiApplication.sendEvent(drive.view, event)
        settle()
        stage(drive, "trouble")
    assert len(counter.named("reprint")) == 2


def test_a_page_is_drawn_anew_only_where_it_shows_larger() -> None:
    zoom = Zoom()
    assert not zoom.fit(1000), "nothing is drawn yet"
    zoom.drawn(1406)
    assert not zoom.fit(1160)
    assert zoom.dpi == DPI
    assert zoom.fit(2552)
    assert zoom.dpi == 309
    assert not zoom.fit(2552)
    assert not zoom.fit(1160)
    assert zoom.fit(MOST_PIXELS * 2)
    assert not zoom.fit(MOST_PIXELS * 2)
    zoom.forget()
    zoom.drawn(2)
    assert zoom.fit(1000)
    assert zoom.dpi == MOST_DPI


def test_steps_end_where_there_are_no_more() -> None:
    zoom = Zoom()
    assert (zoom.width, zoom.smaller) == (1, False)
    zoom.by(9)
    assert (zoom.width, zoom.larger) == (STEPS[-1], False)
    zoom.by(-1)
    assert zoom.larger
    assert zoom.smaller
