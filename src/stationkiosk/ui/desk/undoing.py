"""Taking back what a person did last to a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking


class Undoing(QObject):
    """One undo at a time; what comes back after ``drop`` is heard no more.

    Signals:
        undone(file, label): it was taken back; the case as it now is, and what it was.
        failed(trouble): it was not; the fault of the world, None where it is one of our own.
    """

    undone = Signal(object, object)
    failed = Signal(object)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._turn = 0
        self.busy = False

    def drop(self) -> None:
        """Hear no more of what is under way: another case shows."""
        self._turn += 1
        self.busy = False

    def begin(self, file: CaseFile, label: Text) -> None:
        """Take back the last act."""
        turn, self.busy = self._turn, True
        self._asking.ask(
            lambda desk: desk.undo(file.case_id),
            lambda newer: self._undone(turn, newer, label),
            lambda trouble: self._cannot(turn, trouble),
        )

    def _undone(self, turn: int, file: CaseFile, label: Text) -> None:
        if turn == self._turn:
            self.busy = False
            self.undone.emit(file, label)

    def _cannot(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self.busy = False
            self.failed.emit(known)
        return known is not None
