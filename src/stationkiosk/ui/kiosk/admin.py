"""The way out for staff: a PIN asked after five presses of the seal."""

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
        self._executor.ask(lambda counter: counter.check_admin_pin(pin), self._checked, self._refused)

    @Slot()
    def close(self) -> None:
        """Go back without leaving."""
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """Hold no digit."""
        self._pin, self._wrong, self._busy = "", False, False
        self.changed.emit()

    def _checked(self, right: bool) -> None:
        self._busy, self._wrong = False, not right
        self.changed.emit()
        if right:
            self.passed.emit()

    def _refused(self, trouble: Exception) -> bool:
        self._busy, self._wrong = False, True
        self.changed.emit()
        return isinstance(trouble, KnownError)

    def _get_dots(self) -> str:
        return "●" * len(self._pin)

    def _get_wrong(self) -> bool:
        return self._wrong

    dots = Property(str, _get_dots, notify=changed)
    wrong = Property(bool, _get_wrong, notify=changed)
