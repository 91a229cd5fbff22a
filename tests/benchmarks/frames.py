"""Changes pages at 1080 by 1920 in software and prints what each change takes to its first frame.

A change begins with the press that asks for it and ends when the first frame with the new page is
out. Counted is the processor time of the window's thread in between: the answers taken, the new page
made, laid out and painted; not the hands, nor the wait for other programs on the machine.

    python -m tests.benchmarks.frames FILINGS
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from stationkiosk.reference.load import load
from stationkiosk.ui.common import drive
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from stationkiosk.ui.kiosk.window import KioskWindow
from tests.ui.fakes import FakeCounter, StandingClock

RESOURCES = Path(__file__).parents[2] / "resources"
PANEL_MM = (476.0, 268.0)


class Account:
    """The processor time of the thread since the last press, closed by a page's first frame."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, float]] = []
        self._spent = 0.0
        self._begun: float | None = None
        self._page = ""

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count what is done inside."""
        self._begun = time.thread_time()
        yield
        if self._begun is not None:
            self._spent += time.thread_time() - self._begun
            self._begun = None

    def press(self) -> None:
        """Begin at nothing."""
        self._spent, self._page = 0.0, ""

    def turn(self, page: str) -> None:
        """A page was told to show."""
        self._page = page

    def framed(self) -> None:
        """A frame is out."""
        if self._page and self._begun is not None:
            now = time.thread_time()
            self.taken.append((self._page, (self._spent + now - self._begun) * 1000))
            self._page = ""


ACCOUNT = Account()


class CountedTest(QTest):
    """Fingers whose press begins an account."""

    @staticmethod
    def mouseClick(  # type: ignore[override]  # noqa: N802
        window: QQuickWindow, button: Qt.MouseButton, keys: Qt.KeyboardModifier, place: QPoint
    ) -> None:
        """Press and release, counted."""
        ACCOUNT.press()
        with ACCOUNT.counted():
            QTest.mouseClick(window, button, keys, place)


def settle() -> None:
    """Give the event loop its turns, as the hands do, counted."""
    app = QGuiApplication.instance()
    assert app is not None
    for _ in range(3):
        with ACCOUNT.counted():
            app.processEvents()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main(filings: int) -> None:
    """File, and print ``[[page, milliseconds], …]``."""
    setattr(drive, "settle", settle)  # noqa: B010
    setattr(drive, "QTest", CountedTest)  # noqa: B010
    options = KioskOptions(RESOURCES, windowed=True, size=(1080, 1920), sound=False, panel_mm=PANEL_MM)
    window = KioskWindow(FakeCounter(), load(RESOURCES), StandingClock(), options)
    window.show()
    drive.wait_for(lambda: window.kiosk.started, "the station to open")
    drive.wait_for(lambda: window.ready, "all that is made ahead", 60)
    show = window.kiosk.show

    def shown(page: str) -> None:
        ACCOUNT.turn(f"{page}.{window.filing.page_id}")
        show(page)

    setattr(window.kiosk, "show", shown)  # noqa: B010
    window.view.frameSwapped.connect(ACCOUNT.framed)
    hands = drive.Drive(window)
    for _ in range(filings):
        file_a_dispute(hands)
        to_the_receipt(hands)
        window.wipe()
        hands.on("home")
    print(json.dumps(ACCOUNT.taken))
    window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
