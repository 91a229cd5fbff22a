"""One run of a window: from its opening to its end, with signs of life for whoever watches."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from types import FrameType, TracebackType
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication

BEAT_MS = 500


class Window(Protocol):
    """A window that is opened, runs and is closed."""

    @property
    def exitAsked(self) -> SignalInstance:  # noqa: N802
        """Return the signal that it is to end, with the exit code."""

    def show(self) -> None:
        """Open it."""

    def close(self) -> None:
        """Close it."""

    def own_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault of our own and tell of it."""


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


def run_window(app: QGuiApplication, window: Window, beat: int = -1) -> int:
    """Open a window and stay until it is left; return the exit code.

    ``beat`` is where the signs of life go, -1 where nobody watches.
    """
    sys.excepthook = window.own_fault
    window.exitAsked.connect(app.exit)
    watched = Beat(beat) if beat >= 0 else None
    if watched is not None:
        watched.alone.connect(lambda: app.exit())

        def told_to_end(_number: int, _frame: FrameType | None) -> None:
            app.exit()

        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, told_to_end)
    window.show()
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    window.close()
    return code
