"""Calling staff: what became of the call, told as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.state import when

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.views import Called

ANSWERED_MS = 8000
"""How long the cover says that somebody is on the way."""


class Staff(Bridge):
    """Bridge of the cover that asks staff to come.

    Once the call is answered at the desk the cover says so for a while and goes by itself.

    Signals:
        ended: the cover goes.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._called: Called | None = None
        self._failed = self._answered = False
        self._over = QTimer(self)
        self._over.setInterval(ANSWERED_MS)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._go)

    def call(self, page: str) -> None:
        """Enter the call; the station's other windows hear of it."""
        self.forget()
        self._executor.ask(lambda counter: counter.call_staff(page), self._take, self._cannot)

    def forget(self) -> None:
        """Know of no call."""
        self._over.stop()
        self._called, self._failed, self._answered = None, False, False
        self.changed.emit()

    def look(self) -> None:
        """Ask whether the call still waits: something changed at the station."""
        if self._called is None or self._answered:
            return
        n = self._called.n
        self._executor.ask(
            lambda counter: counter.call_waits(n), lambda waits: self._heard(n, waits), lambda _t: True
        )

    def _heard(self, n: int, waits: bool) -> None:
        if not waits and self._called is not None and self._called.n == n:
            self._answered = True
            self._over.start()
            self.changed.emit()

    @Slot()
    def _go(self) -> None:
        self.forget()
        self.ended.emit()

    @Slot(bool)
    def end(self, came: bool) -> None:
        """Staff came, or nobody is needed any more."""
        self._executor.ask(lambda counter: counter.end_call(came), None, lambda _trouble: True)
        self.forget()
        self.ended.emit()

    def _take(self, called: Called) -> None:
        self._called = called
        self.changed.emit()
        self.look()

    def _cannot(self, _trouble: Exception) -> bool:
        self._failed = True
        self.changed.emit()
        return True

    def _get_said(self) -> str:
        called = self._called
        if self._answered:
            return self.say("calling.answered")
        if self._failed:
            return self.say("calling.failed")
        if called is None:
            return self.say("calling.waits")
        at = f"{called.at.astimezone(STATION_TIME):%H:%M}"
        opening = called.opening
        if opening is None:
            return self.say("calling.hours_unknown", at=at)
        if opening.open:
            return self.say("calling.noted", at=at)
        if opening.until is None:
            return self.say("calling.closed_long", at=at)
        return self.say("calling.closed", at=at, when=when(self.words, opening.until, called.at))

    def _get_closed(self) -> bool:
        called = self._called
        if self._answered:
            return False
        return self._failed or (called is not None and not (called.opening and called.opening.open))

    said = Property(str, _get_said, notify=changed)
    nobody = Property(bool, _get_closed, notify=changed)
    answered = Property(bool, lambda self: self._answered, notify=changed)
    called = Property(bool, lambda self: self._called is not None, notify=changed)
