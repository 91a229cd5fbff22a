"""What was filed at the desk: its number, its receipt on the way through the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.casework.printing.shown import PrinterOffered
from stationkiosk.casework.views import Filed
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.copy_watch import CopyWatch
from stationkiosk.ui.desk.printing_words import offered_choices

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking


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
        self._copy = CopyWatch(words, asking)
        self._copy.setParent(self)
        self._filed: Filed | None = None
        self._printers: tuple[PrinterOffered, ...] = ()
        self._printer = ""

    def open(self, filed: Filed) -> None:
        """Show a number and print its receipt."""
        self._filed, self._printers, self._printer = filed, (), ""
        self._copy.forget()
        self.changed.emit()
        self._print("first")
        self._asking.ask(lambda desk: desk.printers_for(filed.receipt), self._offer, _known)

    def forget(self) -> None:
        """Hold no case."""
        self._copy.forget()
        self._filed, self._printers, self._printer = None, (), ""
        self.changed.emit()

    @Slot(str)
    def choose(self, printer: str) -> None:
        """Print the next copy there."""
        self._printer = printer
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
            ref, printer = self._filed.receipt, self._printer
            title = self.words.text("intake.receipt")
            self._copy.print(title, lambda desk: desk.print_paper(ref, reason, printer))

    def _offer(self, printers: tuple[PrinterOffered, ...]) -> None:
        self._printers = printers
        self._printer = printers[0].id if printers else ""
        self.changed.emit()

    def _get_printers(self) -> list[dict[str, str]]:
        return [
            {"id": one.id, "label": self.speak(one.label), "detail": self.speak(one.detail)}
            for one in offered_choices(self._printers, self.words)
        ]

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
    copy = Property(QObject, lambda self: self._copy, constant=True)
    printers = Property(ROWS, _get_printers, notify=changed)
    printer = Property(str, lambda self: self._printer, notify=changed)
    others = Property(ROWS, _get_others, notify=changed)
    steps = Property(ROWS, _get_steps, notify=changed)


def _known(fault: Exception) -> bool:
    """Tell whether a fault is of the world: without a choice of printers the rule's is taken."""
    return isinstance(fault, KnownError)
