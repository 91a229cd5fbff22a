"""No key, click or drag leads out of the kiosk; a code scanner is told from a person who types."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest

from stationkiosk.domain.errors import Closed
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.drive import Drive, items, settle, wait_for
from stationkiosk.ui.kiosk.calm import show_calm
from stationkiosk.ui.kiosk.guard import leads_out
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.scanner import BURST_SECONDS
from stationkiosk.ui.kiosk.window import KioskWindow
from tests.ui.conftest import DRAWN_PANEL_MM, RESOURCES
from tests.ui.fakes import CODE, RECEIPT_CODE, FakeCounter, StandingClock

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, META, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
WAYS_OUT = [
    *((KEY.Key_F4, ALT), (KEY.Key_Q, CTRL), (KEY.Key_W, CTRL), (KEY.Key_Tab, ALT), (KEY.Key_Tab, CTRL)),
    *((KEY.Key_Super_L, NONE), (KEY.Key_Super_R, NONE), (KEY.Key_Meta, NONE), (KEY.Key_Alt, NONE)),
    *((getattr(KEY, f"Key_F{n}"), NONE) for n in range(1, 36)),
    *((KEY.Key_Print, NONE), (KEY.Key_SysReq, NONE), (KEY.Key_Menu, NONE), (KEY.Key_F10, SHIFT)),
    *((KEY.Key_Delete, CTRL | ALT), (KEY.Key_Backspace, CTRL | ALT), (KEY.Key_F1, CTRL | ALT)),
    *((KEY.Key_T, CTRL | ALT), (KEY.Key_Escape, CTRL), (KEY.Key_Escape, CTRL | SHIFT), (KEY.Key_L, META)),
    *((KEY.Key_C, CTRL), (KEY.Key_V, CTRL), (KEY.Key_X, CTRL), (KEY.Key_A, CTRL), (KEY.Key_Z, CTRL)),
    *((KEY.Key_Insert, SHIFT), (KEY.Key_Insert, CTRL), (KEY.Key_Delete, SHIFT)),
    (KEY.Key_HomePage, NONE),
    *((KEY.Key_Help, NONE), (KEY.Key_Pause, NONE), (KEY.Key_Plus, CTRL), (KEY.Key_Space, ALT)),
]
ODD_KEYS = (KEY.Key_Copy, KEY.Key_Paste, KEY.Key_Cut, KEY.Key_PowerOff, KEY.Key_LaunchMail, KEY.Key_Open)
MARK = "样品字"


@pytest.fixture
def locked(reference: Reference, counter: FakeCounter, clock: StandingClock) -> Iterator[Drive]:
    """A window over the whole screen, as the kiosk has it."""
    options = KioskOptions(RESOURCES, sound=False, panel_mm=DRAWN_PANEL_MM)
    window = KioskWindow(counter, reference, clock, options)
    window.show()
    wait_for(lambda: window.kiosk.started, "the station's face")
    yield Drive(window)
    window.close()
    assert not window.view.isVisible()


def to_a_field(drive: Drive) -> None:
    drive.tap("resume")
    drive.on("resume")
    drive.type("code", MARK)
    QGuiApplication.clipboard().setText("从别处来")


def stands(drive: Drive) -> None:
    """The window is there, whole, on its page, with what was typed."""
    settle()
    assert drive.view.isVisible()
    assert drive.view.windowState() is Qt.WindowState.WindowFullScreen
    assert drive.page == "resume"
    assert not drive.window.kiosk.is_covered
    assert drive.await_("code").property("text") == MARK
    assert QGuiApplication.clipboard().text() == "从别处来"


def test_no_key_combination_leads_out_or_reaches_the_clipboard(locked: Drive) -> None:
    left: list[bool] = []
    locked.window.exitAsked.connect(lambda: left.append(True))
    to_a_field(locked)
    for key, modifiers in WAYS_OUT:
        QTest.keyClick(locked.view, key, modifiers)
    for key in ODD_KEYS:
        QCoreApplication.sendEvent(locked.view, QKeyEvent(QEvent.Type.KeyPress, key, NONE))
    QTest.keyClick(locked.view, KEY.Key_Escape)
    stands(locked)
    assert not left
    assert locked.view.flags() & Qt.WindowType.FramelessWindowHint


def test_no_menu_no_other_button_no_file_comes_in(locked: Drive) -> None:
    to_a_field(locked)
    field = locked.reach("code")
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(locked.view, button, NONE, field)
        QTest.mouseDClick(locked.view, button, NONE, field)
    send = QCoreApplication.sendEvent
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        send(locked.view, QContextMenuEvent(reason, field, locked.view.mapToGlobal(field)))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    files.setText("hostname")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(field), copy, files, left, NONE)
    dropped = QDropEvent(QPointF(field), copy, files, left, NONE)
    send(locked.view, entered)
    send(locked.view, dropped)
    assert not entered.isAccepted()
    assert not dropped.isAccepted()
    stands(locked)


def test_the_window_stays_open_and_over_the_whole_screen(locked: Drive) -> None:
    to_a_field(locked)
    asked = QCloseEvent()
    QCoreApplication.sendEvent(locked.view, asked)
    assert not asked.isAccepted()
    assert not locked.view.close()
    stands(locked)
    for leave in (locked.view.showMinimized, locked.view.showNormal, locked.view.showMaximized):
        leave()
        wait_for(lambda: locked.view.windowState() is Qt.WindowState.WindowFullScreen, "the whole screen")
    stands(locked)


def test_a_finger_held_down_brings_nothing_up(locked: Drive) -> None:
    to_a_field(locked)
    before = {item.metaObject().className() for item in locked.shown()}
    point = locked.reach("code")
    QTest.mousePress(locked.view, Qt.MouseButton.LeftButton, NONE, point)
    QTest.qWait(QGuiApplication.styleHints().mousePressAndHoldInterval() + 50)
    QTest.mouseRelease(locked.view, Qt.MouseButton.LeftButton, NONE, point)
    assert {item.metaObject().className() for item in locked.shown()} - before == set()
    stands(locked)


@pytest.mark.parametrize(
    ("key", "text", "modifiers"),
    [
        *((KEY.Key_A, "a", NONE), (KEY.Key_A, "A", SHIFT), (KEY.Key_Space, " ", NONE)),
        *((KEY.Key_E, "€", Qt.KeyboardModifier.GroupSwitchModifier), (KEY.Key_Dead_Acute, "", NONE)),
        *((KEY.Key_5, "5", Qt.KeyboardModifier.KeypadModifier), (KEY.Key_Enter, "\r", NONE)),
        *((KEY.Key_Tab, "\t", NONE), (KEY.Key_Backtab, "", SHIFT), (KEY.Key_Left, "", SHIFT)),
        *((KEY.Key_Backspace, "\b", NONE), (KEY.Key_Delete, "\x7f", NONE), (KEY.Key_PageDown, "", NONE)),
    ],
)
def test_what_one_writes_and_moves_with_passes(
    key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier
) -> None:
    assert not leads_out(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def scan(drive: Drive, code: str) -> None:
    """Type as a scanner does: all at once, Enter last."""
    for sign in code:
        QTest.keyClick(drive.view, sign)
    drive.key(KEY.Key_Return)


def test_a_receipt_scanned_at_home_shows_the_case(drive: Drive, counter: FakeCounter) -> None:
    counter.opens[RECEIPT_CODE] = "receipt"
    scan(drive, RECEIPT_CODE)
    drive.on("progress")


def test_a_draft_scanned_at_home_goes_on(drive: Drive, counter: FakeCounter) -> None:
    drive.window.session.resume.type("")
    counter.opens[CODE] = "draft"
    scan(drive, CODE)
    drive.on("resume")
    drive.await_("errorSummary")
    assert counter.named("resume_by_code") == [(CODE,)]


def test_a_code_that_opens_nothing_is_told_where_one_tracks(drive: Drive) -> None:
    scan(drive, "HTTPS-NOTHING-OF-OURS")
    drive.on("track")
    drive.await_("errorSummary")


@pytest.mark.parametrize("trouble", [Closed("code_unknown"), Closed("slow_down", seconds="8")])
def test_a_code_that_is_refused_at_home_says_why(
    drive: Drive, counter: FakeCounter, trouble: Closed
) -> None:
    counter.trouble["what_opens"] = trouble
    scan(drive, RECEIPT_CODE)
    drive.on("track")
    drive.await_("errorSummary")
    assert [problem["question"] for problem in drive.window.track.problems] == ["code"]
    assert counter.named("progress") == [], "it is not tried twice"
    assert drive.await_("code").property("text") == RECEIPT_CODE


def test_a_code_scanned_on_a_page_goes_where_the_page_leads(drive: Drive, counter: FakeCounter) -> None:
    drive.tap("track")
    drive.on("track")
    scan(drive, RECEIPT_CODE)
    drive.on("progress")
    assert counter.named("progress") == [(RECEIPT_CODE,)]
    assert not counter.named("what_opens")


def test_a_person_who_types_loses_no_sign_and_scans_nothing(
    drive: Drive, counter: FakeCounter, clock: StandingClock
) -> None:
    drive.tap("resume")
    drive.on("resume")
    for sign in "abcd efgh":
        clock.seconds += BURST_SECONDS * 2
        QTest.keyClick(drive.view, sign)
    assert drive.await_("code").property("text").lower() == "abcd efgh"
    clock.seconds += 1
    drive.key(KEY.Key_Return)
    wait_for(lambda: counter.named("resume_by_code"), "what was typed")
    assert str(counter.named("resume_by_code")[0][0]).lower() == "abcd efgh"


def test_a_person_who_types_at_home_opens_nothing(drive: Drive, clock: StandingClock) -> None:
    for sign in "abcdefgh":
        clock.seconds += BURST_SECONDS * 2
        QTest.keyClick(drive.view, sign)
    clock.seconds += 1
    drive.key(KEY.Key_Return)
    assert drive.page == "home"


def test_a_scanner_never_presses_what_has_the_focus(drive: Drive, counter: FakeCounter) -> None:
    drive.await_("file").forceActiveFocus()
    scan(drive, "AB CD EF GH")
    drive.on("track")
    assert not counter.named("open_draft")


def test_where_no_code_is_asked_fast_typing_stays_typing(drive: Drive, counter: FakeCounter) -> None:
    drive.window.kiosk.cover("staff")
    settle()
    scan(drive, RECEIPT_CODE)
    assert drive.page == "home"
    assert not counter.named("what_opens")


def test_the_calm_page_of_a_restart_says_so_in_both_languages(drive: Drive) -> None:
    said: list[str] = []
    app = QGuiApplication.instance()
    assert app is not None

    def look() -> None:
        for window in QGuiApplication.topLevelWindows():
            root = window.rootObject() if isinstance(window, QQuickView) else None
            if root is not None and root.objectName() == "calm":
                said.extend(str(item.property("text")) for item in items(root) if item.property("text"))
        app.quit()

    QTimer.singleShot(0, look)
    assert show_calm(RESOURCES, windowed=True, size=(1080, 1920)) == 0
    assert {"马上就好", "Back in a moment"} <= set(said)
