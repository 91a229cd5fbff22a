"""The last page of a report: everything read back, and a tick that it is true in place of a signature."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Problem
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words


class Confirm(Bridge):
    """Bridge of that page; the rows stand on the check page's bridge.

    Signals:
        declared: the declaration, as ``domain.application.Signature``.
    """

    changed = Signal()
    declared = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._text_sha256 = ""
        self._named = self._ticked = self._missing = False

    def open(self, text_sha256: str, *, named: bool) -> None:
        """Ask for a tick under the text with this hash; ``named`` where a name was given."""
        self._text_sha256, self._named = text_sha256, named
        self._ticked = self._missing = False
        self.changed.emit()

    def forget(self) -> None:
        """Hold nothing that was declared."""
        self.open("", named=False)

    @Slot()
    def tick(self) -> None:
        """Say that it is true, or take it back."""
        self._ticked, self._missing = not self._ticked, False
        self.changed.emit()

    @Slot()
    def next(self) -> None:
        """Send it, once it was said to be true."""
        self._missing = not self._ticked
        self.changed.emit()
        if self._ticked:
            self.declared.emit(Signature(SignatureKind.DECLARED, "", self._text_sha256))

    def _get_problem(self) -> str:
        return self.words.problem(Problem("declaration", "not_declared")) if self._missing else ""

    ticked = Property(bool, lambda self: self._ticked, notify=changed)
    named = Property(bool, lambda self: self._named, notify=changed)
    problem = Property(str, _get_problem, notify=changed)
