"""The signature at the desk: the person's typed name before the clerk, or a paper signed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.application import SIGNED_PAPER, Signature, SignatureKind
from stationkiosk.domain.text import Language, Text
from stationkiosk.journeys.check import signed_text, text_hash
from stationkiosk.journeys.journey import Journey
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.journeys.walk import Walk
    from stationkiosk.ui.common.course import Course


class Signing(Bridge):
    """Bridge of the foot of the sheet. The witness is always whoever is signed in.

    Signals:
        signed: the signature, as ``domain.application.Signature``.
    """

    changed = Signal()
    signed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._hash = self._witness = self._name = self._suggested = ""
        self._declared = self._on_paper = self._scanned = self._heard = False
        self._declaration: Text | None = None

    def open(self, course: Course, walk: Walk, language: Language, witness: str) -> None:
        """Ask for the signature under what the sheet says now."""
        rows = course.rows(walk)
        self._declaration = course.declaration()
        self._hash = text_hash(signed_text(rows, self._declaration, language))
        self._declared = _declares(walk.journey)
        self._witness = witness
        suggested = course.signer(walk)
        if self._name in ("", self._suggested):
            self._name = suggested
        self._suggested = suggested
        self._scanned = any(exhibit.purpose == SIGNED_PAPER for exhibit in walk.state.exhibits)
        self.changed.emit()

    def forget(self) -> None:
        """Hold no name."""
        self._hash = self._witness = self._name = self._suggested = ""
        self._declared = self._on_paper = self._scanned = self._heard = False
        self._declaration = None
        self.changed.emit()

    @Slot(str)
    def typeName(self, name: str) -> None:  # noqa: N802
        """Take the typed name."""
        self._name = name
        self.changed.emit()

    @Slot(bool)
    def onPaper(self, paper: bool) -> None:  # noqa: N802
        """Take a signed paper that was scanned in place of the typed name, or not."""
        self._on_paper = paper
        self.changed.emit()

    @Slot(bool)
    def hear(self, heard: bool) -> None:
        """The person heard the declaration and agreed to it."""
        self._heard = heard
        self.changed.emit()

    def lacking(self) -> str:
        """Return the key of the problem that keeps it from being signed, "" where nothing does."""
        if not self._heard:
            return "not_heard"
        if self._declared:
            return ""
        if not self._name.strip():
            return "signature_none"
        return "paper_not_scanned" if self._on_paper and not self._scanned else ""

    def next(self) -> None:
        """Hand the signature over."""
        if self._declared:
            self.signed.emit(Signature(SignatureKind.DECLARED, "", self._hash))
            return
        kind = SignatureKind.PAPER if self._on_paper else SignatureKind.WITNESSED
        self.signed.emit(Signature(kind, self._name.strip(), self._hash, witness=self._witness))

    name = Property(str, lambda self: self._name, notify=changed)
    witness = Property(str, lambda self: self._witness, notify=changed)
    declaration = Property(str, lambda self: self.speak(self._declaration), notify=changed)
    declared = Property(bool, lambda self: self._declared, notify=changed)
    paper = Property(bool, lambda self: self._on_paper, notify=changed)
    scanned = Property(bool, lambda self: self._scanned, notify=changed)
    heard = Property(bool, lambda self: self._heard, notify=changed)


def _declares(journey: Journey) -> bool:
    return any(page.kind == "confirm" for page in journey.pages)
