"""One run of the kiosk's window: from its opening to its end, with signs of life for whoever watches."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.view import application
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.window import KioskWindow

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.reference.load import Reference

BEAT_MS = 500


class Beat(QObject):
    """Writes a byte to ``handle`` each half second while the window's thread works.

    Signals:
        alone: nobody reads any more: whoever watched is gone.
    """

    alone = Signal()

    def __init__(self, handle: int) -> None:
        super().__init__()
        self._handle = handle
        os.set_blocking(handle, False)
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    @Slot()
    def beat(self) -> None:
        """Say that the window lives."""
        try:
            with contextlib.suppress(BlockingIOError):
                os.write(self._handle, b".")
        except OSError:
            self._timer.stop()
            self.alone.emit()


def run(
    counter: Callable[[], Counter],
    reference: Reference | Callable[[], Reference],
    clock: Clock,
    options: KioskOptions,
    beat: int = -1,
) -> int:
    """Open the kiosk and stay until staff leave it; return the exit code.

    ``beat`` is where the signs of life go, -1 where nobody watches.
    """
    app = application(options.resources)
    window = KioskWindow(counter, reference, clock, options)
    sys.excepthook = window.own_fault
    window.exitAsked.connect(app.exit)
    watched = Beat(beat) if beat >= 0 else None
    if watched is not None:
        watched.alone.connect(app.quit)

        def told_to_end(_number: int, _frame: FrameType | None) -> None:
            app.quit()

        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, told_to_end)
    window.show()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    window.close()
    return code
