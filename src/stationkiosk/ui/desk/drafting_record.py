"""The mediation as the desk told it last, and what is done to its agreement: one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.casework.mediating.shown import MediationShown
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.ui.desk.asking import Asking, new_key

Deed = Callable[[Any, MediationShown, str], object]
"""What is done: with the desk, the mediation as it was read (its versions), a client key."""


class Record(QObject):
    """Reads a mediation and does things to it; what fails leaves everything as it is.

    ``trouble`` is what kept the last reading or deed from being done; ``clashed`` whether the record
    had moved on under it.

    Signals:
        told: it was read, or could not be; something began or ended.
        renewed(CaseFile): something was done; the case as it then is.
    """

    told = Signal()
    renewed = Signal(object)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._turn = 0
        self._key: tuple[object, str] = (None, "")
        self._clear()

    def _clear(self) -> None:
        self._turn += 1
        self.at: tuple[UUID, int] | None = None
        self.shown: MediationShown | None = None
        self.trouble: KnownError | None = None
        self.reading = self.busy = self.clashed = self.withheld = False

    def open(self, case_id: UUID, matter_n: int) -> None:
        """Read the mediation of a matter."""
        self._clear()
        self.at = case_id, matter_n
        self.read()

    def close(self) -> None:
        """Hold none."""
        self._clear()
        self.told.emit()

    def read(self) -> None:
        """Read it anew."""
        if self.at is None:
            return
        (case_id, matter_n), turn = self.at, self._turn
        self.reading = True
        self.told.emit()
        self._asking.ask(
            lambda desk: desk.mediation(case_id, matter_n),
            lambda shown: self._took(turn, shown),
            lambda trouble: self._cannot_read(turn, trouble),
        )

    def do(self, deed: Deed, then: Callable[[Any], None], content: object = None) -> None:
        """Do something once; ``content`` tells a second try of the same from another deed.

        ``then`` is told what came of it even where another case shows by then.
        """
        if self.busy or self.shown is None or self.at is None:
            return
        if content is None or self._key[0] != content:
            self._key = content, new_key()
        (case_id, matter_n), shown, turn, key = self.at, self.shown, self._turn, self._key[1]
        self.busy, self.trouble, self.clashed = True, None, False
        self.told.emit()

        self._asking.ask(
            lambda desk: (
                deed(desk, shown, key),
                desk.mediation(case_id, matter_n),
                desk.open(case_id),
            ),
            lambda result: self._did(turn, result, then),
            lambda trouble: self._cannot_do(turn, trouble),
        )

    def hush(self) -> None:
        """Put away what went wrong."""
        self.trouble = None
        self.told.emit()

    def _took(self, turn: int, shown: MediationShown) -> None:
        if turn == self._turn:
            self.reading, self.shown, self.withheld = False, shown, shown.draft is None
            self.told.emit()

    def _did(
        self, turn: int, result: tuple[Any, MediationShown, CaseFile], then: Callable[[Any], None]
    ) -> None:
        done, shown, file = result
        self.renewed.emit(file)
        if turn == self._turn:
            self._key = None, ""
            self.busy, self.shown = False, shown
        then(done)
        self.told.emit()

    def _cannot_read(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self.reading = False
            self.withheld = isinstance(trouble, Closed)
            self.trouble = known or KnownError("case_unread")
            self.told.emit()
        return known is not None

    def _cannot_do(self, turn: int, trouble: Exception) -> bool:
        known = trouble if isinstance(trouble, KnownError) else None
        if turn == self._turn:
            self.busy, self.trouble = False, known or KnownError("own_desk")
            self.clashed = isinstance(trouble, Changed)
            if self.clashed:
                self.read()
            self.told.emit()
        return known is not None
