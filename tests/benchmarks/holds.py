"""Files several disputes by touch and prints the longest hold of the window's thread after each touch.

A hold is the time the thread needs for a touch itself, or for all that is due when the event
loop gets its turn: nothing is painted and no finger is felt until it ends. What the hands do
between turns (looking for an item, waiting for it to rest) is not counted.

    python -m tests.benchmarks.holds DATA FILINGS
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

from stationkiosk.app import load_reference, open_counter
from stationkiosk.devices.clock import SystemClock
from stationkiosk.opening import WindowOptions, kiosk_options
from stationkiosk.settings import load
from stationkiosk.ui.common import drive
from stationkiosk.ui.common.view import application
from stationkiosk.ui.kiosk.sample import file_a_dispute, to_the_receipt
from stationkiosk.ui.kiosk.window import KioskWindow


class Account:
    """What each touch led to: its name and the longest hold until the next, in milliseconds."""

    def __init__(self) -> None:
        self.holds: list[list[object]] = []
        self._longest = 0.0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Note how long the thread is held inside."""
        begun = time.perf_counter()
        yield
        self._longest = max(self._longest, (time.perf_counter() - begun) * 1000)

    def touch(self, name: str) -> None:
        """Close the account of the touch before and open one for ``name``."""
        if self.holds:
            self.holds[-1][1] = self._longest
        self.holds.append([name, 0.0])
        self._longest = 0.0


ACCOUNT = Account()


class TimedTest(QTest):
    """Fingers whose touch is timed: its handlers run inside it."""

    @staticmethod
    def mouseClick(  # type: ignore[override]  # noqa: N802
        window: QQuickWindow, button: Qt.MouseButton, keys: Qt.KeyboardModifier, place: QPoint
    ) -> None:
        """Press and release, timed."""
        with ACCOUNT.held():
            QTest.mouseClick(window, button, keys, place)


class TimedHands(drive.Drive):
    """Hands that open an account for each touch."""

    def tap(self, name: str) -> None:
        """Press an item."""
        ACCOUNT.touch(name)
        super().tap(name)

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        ACCOUNT.touch(name)
        super().type(name, text)


def settle() -> None:
    """Give the event loop its turns, as the hands do, timed."""
    app = QGuiApplication.instance()
    assert app is not None
    for _ in range(3):
        with ACCOUNT.held():
            app.processEvents()
        with ACCOUNT.held():
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main(data: Path, filings: int) -> None:
    """File, and print ``[[what was touched, milliseconds], …]``."""
    setattr(drive, "settle", settle)  # noqa: B010
    setattr(drive, "QTest", TimedTest)  # noqa: B010
    settings = load(data)
    reference = load_reference(settings)
    options = kiosk_options(settings, WindowOptions(windowed=True, size=(1080, 1920), portrait=True))
    application(options.resources)
    window = KioskWindow(lambda: open_counter(settings, reference), reference, SystemClock(), options)
    hands = TimedHands(window)
    window.show()
    drive.wait_for(lambda: window.kiosk.started, "the station to open", 30)
    for _ in range(filings):
        file_a_dispute(hands)
        to_the_receipt(hands)
        window.wipe()
        hands.on("home")
    ACCOUNT.touch("end")
    window.close()
    print(json.dumps(ACCOUNT.holds[:-1]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
