"""A window that answers to no close from outside still ends when its watch says so."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from stationkiosk.ui.common.running import run_window


class Refusing(QWindow):
    """A full screen that lets nobody close it."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            event.ignore()
            return True
        return super().event(event)


class Locked(QObject):
    exitAsked = Signal(int)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.view = Refusing()
        self.closed = False

    def own_fault(
        self, kind: type[BaseException], fault: BaseException, where: TracebackType | None
    ) -> None:
        raise fault

    def show(self) -> None:
        self.view.show()
        QTimer.singleShot(0, self, lambda: os.kill(os.getpid(), signal.SIGTERM))
        QTimer.singleShot(5000, self, lambda: self.exitAsked.emit(9))

    def close(self) -> None:
        self.closed = True
        self.view.destroy()


@pytest.fixture
def signals_kept() -> Iterator[None]:
    kept = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    yield
    for one, handler in kept.items():
        signal.signal(one, handler)


@pytest.mark.usefixtures("signals_kept")
def test_a_locked_window_told_to_end_ends_and_puts_its_things_away() -> None:
    app = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(app, QGuiApplication)
    ours, theirs = os.pipe()
    window = Locked()
    assert run_window(app, window, theirs) == 0
    assert window.closed
    os.close(ours)
    os.close(theirs)
