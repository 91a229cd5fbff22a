"""Who signs the text that is fixed, how far that is, and the ways to sign it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.mediating.shown import DraftShown, Screening, ScreenShown, SignerShown
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.drafting_record import Record
from stationkiosk.ui.desk.drafting_shown import SHUT, trouble
from stationkiosk.ui.desk.times import moment_text

if TYPE_CHECKING:
    from stationkiosk.casework.desk.views import CaseFile
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell

PAD, TYPED, PAPER, SEAL = "pad", "typed", "paper", "seal"
MEDIATOR_ROW = 0
"""The row of the mediator among those who sign; the parties count from 1."""


class Signers(Bridge):
    """Bridge of those who sign. ``way`` is how the one in hand signs, "" where none is in hand.

    Signals:
        signed: others have signed, or a screen does something else; apart, so that typing rebuilds no row.
        posed: a way to sign came up, or went.
    """

    changed = Signal()
    signed = Signal()
    posed = Signal()

    def __init__(self, words: Words, asking: Asking, record: Record, shell: Shell) -> None:
        super().__init__(words)
        words.changed.connect(self.signed)
        words.changed.connect(self.posed)
        self._asking = asking
        self._record = record
        self._shell = shell
        self._file: CaseFile | None = None
        self._screens: tuple[ScreenShown, ...] = ()
        self._trouble: KnownError | None = None
        self._seen: tuple[object, ...] = ()
        self._shut()
        record.told.connect(self._told)

    def _shut(self) -> None:
        self._way, self._n = "", -1
        self._witness = self._exhibit = ""
        self._heard = False
        self._strokes: tuple[object, ...] = ()
        self._problem = ""

    def take(self, file: CaseFile | None) -> None:
        """Take the case as it was read: its exhibits, and what may be done."""
        self._file = file
        self.signed.emit()

    def forget(self) -> None:
        """Hold nothing."""
        self._screens, self._trouble, self._seen, self._file = (), None, (), None
        self._shut()
        self._tell_all()

    @Slot()
    def _told(self) -> None:
        draft = self._draft
        seen = (draft, self._record.busy)
        if seen == self._seen:
            return
        self._seen = seen
        if not self._record.busy:
            self.look()
        signer = self._signer
        if self._way and (signer is None or signer.signed_at is not None) and self._way != SEAL:
            self._shut()
        self._tell_all()

    # the public screen

    @Slot()
    def look(self) -> None:
        """Ask what the public screens do, where there is a text to sign."""
        if self._draft is None or self._draft.state != "fixed":
            return
        self._asking.ask(lambda desk: desk.screens(), self._know, _known)

    @Slot(int, str)
    def ask(self, n: int, device: str) -> None:
        """Ask somebody to sign on a public screen."""
        at = self._record.at
        if at is None:
            return
        self._trouble = None
        self._asking.ask(
            lambda desk: desk.ask_signature(device, *at, n), lambda _none: self.look(), self._cannot
        )
        self.changed.emit()

    @Slot(str)
    def takeBack(self, device: str) -> None:  # noqa: N802
        """Give a public screen back to the public; who was to sign there has not signed."""
        self._asking.ask(lambda desk: desk.take_back(device), lambda _none: self.look(), self._cannot)

    def _know(self, screens: tuple[ScreenShown, ...]) -> None:
        self._screens = screens
        self._tell_all()

    def _cannot(self, fault: Exception) -> bool:
        self._trouble = fault if isinstance(fault, KnownError) else KnownError("own_desk")
        self.look()
        self.changed.emit()
        return isinstance(fault, KnownError)

    # at the desk

    @Slot(int, str)
    def open(self, n: int, way: str) -> None:
        """Begin to sign at the desk: ``pad``, ``typed`` or ``paper``; ``seal`` for the seal."""
        self._shut()
        self._way, self._n, self._trouble = way, n, None
        who = self._shell.signed_in
        self._witness = who.name if who is not None and way == TYPED else ""
        if way == PAPER:
            self._asking.ask(lambda desk: desk.begin_scan(), lambda _none: None, _known)
        self.posed.emit()
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Leave it unsigned."""
        self._shut()
        self.posed.emit()
        self.changed.emit()

    @Slot(str)
    def witness(self, name: str) -> None:
        """Take who saw it."""
        self._witness, self._problem = name, ""
        self.changed.emit()

    @Slot(str)
    def choose(self, exhibit: str) -> None:
        """Take the exhibit that is the scan of the signed paper."""
        self._exhibit, self._problem = exhibit, ""
        self.changed.emit()

    @Slot()
    def scan(self) -> None:
        """Take in the scan of the signed paper: the newest of the scanner, or of a stick."""
        n, self._problem = self._n, ""
        self._record.do(
            lambda desk, read, _key: desk.take_scan(read.case_id, n, read.case_version),
            lambda file: self.choose(str(file.exhibits[-1].n)),
            content=("scan", n),
        )

    @Slot(bool)
    def hear(self, heard: bool) -> None:
        """They read the whole text, or heard it, and want to sign."""
        self._heard, self._problem = heard, ""
        self.changed.emit()

    @Slot("QVariantList")
    def stroke(self, points: list[Any]) -> None:
        """Take a stroke of the pad."""
        if points:
            self._strokes = (*self._strokes, [[int(x), int(y), int(ms)] for x, y, ms in points])
            self._problem = ""
            self.changed.emit()

    @Slot()
    def wipe(self) -> None:
        """Empty the pad."""
        self._strokes = ()
        self.changed.emit()

    @Slot()
    def sign(self) -> None:
        """Put the signature under the text with this hash."""
        draft = self._draft
        lacks = self._lacking()
        if draft is None or not self._way or lacks:
            self._problem = self.say(lacks) if lacks else ""
            self.changed.emit()
            return
        action, inputs = self._act(draft)
        self._record.do(
            lambda desk, read, key: desk.act(
                read.case_id,
                read.matter_n,
                action,
                inputs,
                read.case_version,
                read.matter_version,
                key,
            ),
            lambda _file: self.close(),
            content=(action, tuple(inputs.items())),
        )

    def _act(self, draft: DraftShown) -> tuple[str, dict[str, str]]:
        inputs = {"text_sha256": draft.text_sha256}
        if self._strokes:
            inputs["strokes"] = json.dumps(self._strokes, separators=(",", ":"))
        if self._way == SEAL:
            return "seal_agreement", inputs
        if self._n == MEDIATOR_ROW:
            return "sign_mediator", inputs
        inputs |= {"party": str(self._n), "way": self._way}
        inputs |= {"witness": self._witness.strip()} if self._way == TYPED else {}
        inputs |= {"exhibit": self._exhibit} if self._way == PAPER else {}
        return "sign", inputs

    def _lacking(self) -> str:
        """Return the key of what is still missing."""
        if self._way in (TYPED, PAPER) and not self._heard:
            return "drafting.lacks_heard"
        if self._way == TYPED and not self._witness.strip():
            return "drafting.lacks_witness"
        if self._way == PAPER and not self._exhibit:
            return "drafting.lacks_scan"
        return "drafting.lacks_strokes" if self._way == PAD and not self._strokes else ""

    # what QML shows

    @property
    def _draft(self) -> DraftShown | None:
        return self._record.shown.draft if self._record.shown else None

    @property
    def _signer(self) -> SignerShown | None:
        signers = self._draft.signers if self._draft else ()
        return next((one for one in signers if one.n == self._n), None)

    def _get_rows(self) -> list[dict[str, object]]:
        draft = self._draft
        if draft is None:
            return []
        signing = {one.signer: one.device for one in self._screens if one.state is Screening.SIGNS}
        return [self._row(signer, signing.get(signer.name, "")) for signer in draft.signers]

    def _row(self, signer: SignerShown, device: str) -> dict[str, object]:
        done = signer.signed_at is not None
        sides_first = signer.n == MEDIATOR_ROW and self._unsigned() > 1
        told = self.say(f"drafting.signed_{signer.way or PAD}") if done else self.say("drafting.unsigned")
        return {
            "n": signer.n,
            "name": signer.name,
            "as": self.speak(signer.as_),
            "mediator": signer.n == MEDIATOR_ROW,
            "signed": done,
            "told": self.say("drafting.signing_at", device=device) if device and not done else told,
            "at": moment_text(signer.signed_at) if signer.signed_at else "",
            "device": "" if done else device,
            "closed": self.say("drafting.sides_first") if sides_first else "",
        }

    def _get_screens(self) -> list[dict[str, str]]:
        at = self._record.at
        return [
            {
                "id": one.device,
                "closed": self.say(SHUT[one.state]) if one.state in SHUT else "",
                "ours": "yes" if at is not None and one.case_id == at[0] else "",
            }
            for one in self._screens
        ]

    def _unsigned(self) -> int:
        """Return how many signatures are missing: one for each side, and the mediator's."""
        signers = self._draft.signers if self._draft else ()
        signed = {one.side for one in signers if one.signed_at is not None}
        return len({one.side for one in signers} - signed)

    def _waits_for_seal(self) -> bool:
        """Tell whether everybody signed and it is still not in effect: the seal is missing."""
        return self._draft is not None and self._draft.state == "fixed" and not self._unsigned()

    def _get_exhibits(self) -> list[dict[str, str]]:
        exhibits = self._file.exhibits if self._file else ()
        return [
            {"id": str(one.n), "label": f"{self.say('case.exhibit', n=one.n)}  {one.name}", "detail": ""}
            for one in reversed(exhibits)
        ]

    def _get_left(self) -> str:
        if left := self._unsigned():
            return self.say("drafting.signatures_left", n=left)
        return self.say("drafting.seal_left" if self._waits_for_seal() else "drafting.all_signed")

    def _tell_all(self) -> None:
        for told in (self.signed, self.posed, self.changed):
            told.emit()

    rows = Property(ROWS, _get_rows, notify=signed)
    screens = Property(ROWS, _get_screens, notify=signed)
    seals = Property(bool, _waits_for_seal, notify=signed)
    left = Property(str, _get_left, notify=signed)
    exhibits = Property(ROWS, _get_exhibits, notify=posed)
    way = Property(str, lambda self: self._way, notify=posed)
    signer = Property(str, lambda self: self._signer.name if self._signer else "", notify=posed)
    witnessed = Property(str, lambda self: self._witness, notify=changed)
    exhibit = Property(str, lambda self: self._exhibit, notify=changed)
    heard = Property(bool, lambda self: self._heard, notify=changed)
    drawn = Property(bool, lambda self: bool(self._strokes), notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    busy = Property(bool, lambda self: self._record.busy, notify=changed)
    trouble = Property(
        str,
        lambda self: trouble(self.words, self._trouble or (self._record.trouble if self._way else None)),
        notify=changed,
    )


def _known(fault: Exception) -> bool:
    return isinstance(fault, KnownError)
