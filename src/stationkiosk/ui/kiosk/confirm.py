"""The last page of what is not signed: everything read back, and a tick that it is true."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Problem
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words

PROBLEMS = {"confirm": "not_declared", "adding": "proof_not_declared"}
"""What is said of a tick that is missing, by where the page's words stand."""


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
        self._words = "confirm"
        self._named = self._ticked = self._missing = False

    def open(self, text_sha256: str, *, named: bool, words: str = "confirm") -> None:
        """Ask for a tick under the text with this hash; ``named`` where a name was given.

        ``words`` is where the page's words stand.
        """
        self._text_sha256, self._named, self._words = text_sha256, named, words
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
        return self.words.problem(Problem("declaration", PROBLEMS[self._words])) if self._missing else ""

    def _get_banner(self) -> str:
        if self._words != "confirm":
            return self.say(f"{self._words}.banner")
        return self.say("confirm.named" if self._named else "confirm.anonymous")

    ticked = Property(bool, lambda self: self._ticked, notify=changed)
    named = Property(bool, lambda self: self._named, notify=changed)
    problem = Property(str, _get_problem, notify=changed)
    banner = Property(str, _get_banner, notify=changed)
    title = Property(str, lambda self: self.say(f"{self._words}.title"), notify=changed)
    lead = Property(str, lambda self: self.say(f"{self._words}.lead"), notify=changed)
    tickWords = Property(str, lambda self: self.say(f"{self._words}.tick"), notify=changed)  # noqa: N815
    law = Property(str, lambda self: self.say(f"{self._words}.law"), notify=changed)
