"""The signature: strokes on the glass, or a typed name with a witness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

Stroke = tuple[tuple[int, int, int], ...]


class Sign(Bridge):
    """Bridge of what is signed at the foot of the check page.

    A typed name counts only before a witness who is staff: the staff PIN is asked for it, and
    wrong ones are slowed where it is checked.

    Signals:
        signed: the signature, as ``domain.application.Signature``.
        cleared: the pad is to be empty.
    """

    changed = Signal()
    signed = Signal(object)
    cleared = Signal()

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._pin = ""
        self._checking = False
        self._signer = ""
        self._text_sha256 = ""
        self._declaration: Text | None = None
        self._strokes: tuple[Stroke, ...] = ()
        self._typed = False
        self._name = ""
        self._witness = ""
        self._beside = ""
        self._problem = ""

    def open(self, signer: str, text_sha256: str, declaration: Text, witness: str = "") -> None:
        """Ask for a signature of ``signer`` under the text with this hash, which ends in a declaration.

        ``witness`` is who of the staff sits beside the signer, where that is known: nobody else witnesses.
        """
        self.forget()
        self._declaration, self._witness, self._beside = declaration, witness, witness
        self._signer, self._name, self._text_sha256 = signer, signer, text_sha256
        self.changed.emit()

    def blame(self, problem: str) -> None:
        """Say what is missing."""
        self._problem = problem
        self.changed.emit()

    def forget(self) -> None:
        """Hold no signature."""
        self._signer = self._text_sha256 = self._name = self._witness = self._problem = ""
        self._pin, self._checking, self._declaration, self._beside = "", False, None, ""
        self._strokes, self._typed = (), False
        self.cleared.emit()
        self.changed.emit()

    @Slot("QVariantList")
    def stroke(self, points: list[Any]) -> None:
        """Take one finished stroke."""
        stroke = tuple((int(x), int(y), int(ms)) for x, y, ms in points)
        if stroke:
            self._strokes = (*self._strokes, stroke)
            self._problem = ""
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Empty the pad."""
        self._strokes = ()
        self.cleared.emit()
        self.changed.emit()

    @Slot(bool)
    def typeInstead(self, typed: bool) -> None:  # noqa: N802
        """Change between the pad and the typed name with a witness."""
        self._typed, self._problem, self._pin = typed, "", ""
        self.clear()

    @Slot(str)
    def typeName(self, name: str) -> None:  # noqa: N802
        """Take the typed name."""
        self._name = name

    @Slot(str)
    def typeWitness(self, name: str) -> None:  # noqa: N802
        """Take the witness's name."""
        self._witness = name

    @Slot(str)
    def typePin(self, pin: str) -> None:  # noqa: N802
        """Take what stands in the field for the witness's PIN."""
        self._pin = pin

    @Slot()
    def next(self) -> None:
        """Hand the signature over; one with a witness once the PIN was found right."""
        signature = self._signature()
        if signature.kind is SignatureKind.STROKES or not (signature.signer and signature.witness):
            self.signed.emit(signature)
        elif not self._checking:
            self._check(signature)

    def _check(self, signature: Signature) -> None:
        pin, self._pin = self._pin.strip(), ""
        if not pin:
            self.blame(self.words.problem(Problem("signature", "witness_pin_none")))
            return
        self._checking, self._problem = True, ""
        self.changed.emit()
        self._executor.ask(
            lambda counter: counter.check_admin_pin(pin),
            lambda right: self._checked(right, signature),
            self._refused,
        )

    def _checked(self, right: bool, signature: Signature) -> None:
        if not self._checking:
            return
        self._checking = False
        if right:
            self.changed.emit()
            self.signed.emit(signature)
        else:
            self.blame(self.words.problem(Problem("signature", "witness_pin_wrong")))

    def _refused(self, trouble: Exception) -> bool:
        self._checking = False
        ours = isinstance(trouble, KnownError) and trouble.key.startswith("slow_")
        if ours and isinstance(trouble, KnownError):
            _title, what, do = self.words.fault(trouble)
            self._problem = self.words.join(what, do)
        self.changed.emit()
        return ours

    def _signature(self) -> Signature:
        if self._typed:
            name, witness = self._name.strip(), self._witness.strip()
            return Signature(SignatureKind.WITNESSED, name, self._text_sha256, witness=witness)
        return Signature(SignatureKind.STROKES, self._signer, self._text_sha256, self._strokes)

    signer = Property(str, lambda self: self._signer, notify=changed)
    typed = Property(bool, lambda self: self._typed, notify=changed)
    declaration = Property(str, lambda self: self.speak(self._declaration), notify=changed)
    name = Property(str, lambda self: self._name, notify=changed)
    witness = Property(str, lambda self: self._witness, notify=changed)
    beside = Property(str, lambda self: self._beside, notify=changed)
    pin = Property(str, lambda self: self._pin, notify=changed)
    busy = Property(bool, lambda self: self._checking, notify=changed)
    empty = Property(bool, lambda self: not self._strokes, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
