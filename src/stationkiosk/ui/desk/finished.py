"""What was filed at the desk: its number, its receipt on the way through the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.casework.views import CopyState, CopyView, Filed
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking

UNDER_WAY = (CopyState.RENDERED, CopyState.SPOOLED, CopyState.PRINTING)
LOOK_MS = 700


class Finished(Bridge):
    """Bridge of the last part of an intake; the receipt prints without being asked for.

    Signals:
        openAsked(UUID): the new case is to be shown.
    """

    changed = Signal()
    openAsked = Signal(object)  # noqa: N815

    def __init__(self, words: Words, asking: Asking) -> None:
        super().__init__(words)
        self._asking = asking
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self._look)
        self._filed: Filed | None = None
        self._copy: CopyView | None = None
        self._fault: KnownError | None = None

    def open(self, filed: Filed) -> None:
        """Show a number and print its receipt."""
        self._filed, self._copy, self._fault = filed, None, None
        self.changed.emit()
        self._print("first")

    def forget(self) -> None:
        """Hold no case."""
        self._looks.stop()
        self._filed = self._copy = self._fault = None
        self.changed.emit()

    @Slot()
    def printAgain(self) -> None:  # noqa: N802
        """Print the receipt once more."""
        self._print("again")

    @Slot()
    def openCase(self) -> None:  # noqa: N802
        """Show the case that was filed."""
        if self._filed is not None:
            self.openAsked.emit(self._filed.case_id)

    def _print(self, reason: str) -> None:
        if self._filed is not None:
            ref = self._filed.receipt
            self._asking.ask(lambda desk: desk.print_paper(ref, reason), self._saw, self._refused)

    @Slot()
    def _look(self) -> None:
        copy = self._copy
        if copy is not None:
            self._asking.ask(lambda desk: desk.copy(copy), self._saw, self._refused)

    def _saw(self, copy: CopyView) -> None:
        self._copy, self._fault = copy, KnownError(copy.trouble) if copy.trouble else None
        if copy.state in UNDER_WAY:
            self._looks.start()
        else:
            self._looks.stop()
        self.changed.emit()

    def _refused(self, fault: Exception) -> bool:
        self._looks.stop()
        if isinstance(fault, KnownError):
            self._fault = fault
            self.changed.emit()
        return isinstance(fault, KnownError)

    def _get_printing(self) -> str:
        if self._fault is not None:
            _title, what, do = self.words.fault(self._fault)
            return self.words.join(what, do)
        if self._copy is None or self._copy.state in UNDER_WAY:
            return self.say("intake.printing")
        return self.say("intake.printed")

    def _get_others(self) -> list[dict[str, str]]:
        if self._filed is None:
            return []
        return [
            {"number": other.number, "name": other.respondent, "code": other.receipt_code}
            for other in self._filed.others
        ]

    def _get_steps(self) -> list[dict[str, str]]:
        say = self.speak
        steps = self._filed.steps if self._filed is not None else ()
        return [{"when": say(s.when), "title": say(s.title), "detail": say(s.detail)} for s in steps]

    number = Property(str, lambda self: self._filed.number if self._filed else "", notify=changed)
    code = Property(str, lambda self: self._filed.receipt_code if self._filed else "", notify=changed)
    printing = Property(str, _get_printing, notify=changed)
    failed = Property(bool, lambda self: self._fault is not None, notify=changed)
    others = Property(ROWS, _get_others, notify=changed)
    steps = Property(ROWS, _get_steps, notify=changed)
