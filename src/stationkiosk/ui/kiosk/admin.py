"""The way to the maintenance page for staff: a PIN asked after five presses of the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

LONGEST_PIN = 12


class Admin(Bridge):
    """Bridge of the PIN pad.

    Signals:
        passed: the PIN was right.
        closed: the pad is to go.
    """

    changed = Signal()
    passed = Signal()
    closed = Signal()

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._pin = ""
        self._wrong = False
        self._busy = False
        self._wait: KnownError | None = None

    @Slot(str)
    def press(self, digit: str) -> None:
        """Add a digit."""
        self._wrong = False
        self._pin = (self._pin + digit)[:LONGEST_PIN]
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """Have the PIN checked."""
        if self._busy or not self._pin:
            return
        pin, self._pin, self._busy = self._pin, "", True
        self.changed.emit()
        self._executor.ask(lambda counter: counter.open_maintenance(pin), self._checked, self._refused)

    @Slot()
    def close(self) -> None:
        """Go back without leaving."""
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """Hold no digit."""
        self._pin, self._wrong, self._busy, self._wait = "", False, False, None
        self.changed.emit()

    def _checked(self, right: bool) -> None:
        self._busy, self._wrong, self._wait = False, not right, None
        self.changed.emit()
        if right:
            self.passed.emit()

    def _refused(self, trouble: Exception) -> bool:
        self._busy, self._wrong = False, True
        self._wait = trouble if isinstance(trouble, KnownError) else None
        self.changed.emit()
        return self._wait is not None

    def _get_dots(self) -> str:
        return "●" * len(self._pin)

    def _get_trouble(self) -> str:
        if self._wait is None:
            return self.say("cover.admin_wrong")
        _title, what, do = self.words.fault(self._wait)
        return self.words.join(what, do)

    def _get_wrong(self) -> bool:
        return self._wrong

    dots = Property(str, _get_dots, notify=changed)
    trouble = Property(str, _get_trouble, notify=changed)
    wrong = Property(bool, _get_wrong, notify=changed)
