"""Adding a printer, changing one, taking one away, accepting another device in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.printing.shown import PrinterFound, PrinterShown
from stationkiosk.devices.printing import PrinterSpec
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import MAP, ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking, new_key
from stationkiosk.ui.desk.printing_words import PrintingWords, refusal
from stationkiosk.ui.desk.shell import Shell

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk

ADD, CHANGE, REMOVE, ACCEPT = "add", "change", "remove", "accept"
KINDS = ("ipp", "escpos", "folder")
FORMATS = ("a4", "roll80")
LEAST_DOTS, MOST_DOTS = 100, 2000
USUAL_DOTS = "576"
ID_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Typed:
    """What the sheet holds of a printer, as it was typed."""

    kind: str = "ipp"
    address: str = ""
    zh: str = ""
    en: str = ""
    format: str = "a4"
    public: bool = True
    dots: str = USUAL_DOTS
    uuid: str = ""
    id: str = ""


class Keeping(Bridge):
    """Bridge of the sheets over the tab of printers. ``sheet`` is the one that is up, "" for none.

    Signals:
        kept(id): the station has other printers now; "" or the one to be shown.
    """

    changed = Signal()
    kept = Signal(str)

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words)
        self._asking = asking
        self._shell = shell
        self._tell = PrintingWords(words)
        self._may = False
        self._printers: tuple[PrinterShown, ...] = ()
        self._clear()

    def _clear(self) -> None:
        self._sheet = self._id = self._problem = ""
        self._typed = Typed()
        self._wrong: dict[str, str] = {}
        self._found: tuple[PrinterFound, ...] | None = None
        self._finding = self._busy = False

    def allow(self, may: bool) -> None:
        """Take whether this person may change the printers at all."""
        self._may = may
        self.changed.emit()

    @Slot(object)
    def know(self, printers: tuple[PrinterShown, ...]) -> None:
        """Take the printers there are."""
        self._printers = printers
        self.changed.emit()

    def forget(self) -> None:
        """Hold nothing."""
        self._printers, self._may = (), False
        self._clear()
        self.changed.emit()

    @property
    def refused(self) -> str:
        """Why this person changes no printer, "" where they may."""
        return "" if self._may else self.say("printing_page.not_yours")

    # what QML may do

    @Slot()
    def add(self) -> None:
        """Begin a new printer, and look which there are."""
        if self._may:
            self._clear()
            self._sheet = ADD
            self.changed.emit()
            self.find()

    @Slot()
    def find(self) -> None:
        """Look for printers around."""
        if not self._finding:
            self._finding, self._problem = True, ""
            self._asking.ask(lambda desk: desk.find_printers(), self._saw, self._unfound)
            self.changed.emit()

    @Slot(int)
    def use(self, at: int) -> None:
        """Take over what was found of a printer."""
        found = (self._found or ())[at]
        self._typed, self._wrong = typed_of(found.spec), {}
        self.changed.emit()

    @Slot(str, str)
    def open(self, sheet: str, printer_id: str) -> None:
        """Put up the sheet that changes a printer, takes it away or accepts the one in its place."""
        one = next((one for one in self._printers if one.spec.id == printer_id), None)
        if one is not None and self._may:
            self._clear()
            self._sheet, self._id, self._typed = sheet, printer_id, typed_of(one.spec)
            self.changed.emit()

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """Take what was typed or chosen; another kind brings the paper it usually holds."""
        self._typed = replace(self._typed, **{field: text})  # type: ignore[arg-type]
        if field == "kind":
            self._typed = replace(self._typed, format="roll80" if text == "escpos" else "a4", uuid="")
        self._wrong.pop(field, None)
        self._problem = ""
        self.changed.emit()

    @Slot()
    def offer(self) -> None:
        """Offer it at the kiosk, or no longer."""
        self._typed = replace(self._typed, public=not self._typed.public)
        self.changed.emit()

    @Slot()
    def accept(self) -> None:
        """Do what the sheet asks."""
        printer, name = self._id, Text(self._typed.zh, self._typed.en)
        said = self.words.text(f"printing_page.{self._sheet}_done").put(name=name)
        if self._sheet == REMOVE:
            self._do(lambda desk: desk.drop_printer(printer), said)
        elif self._sheet == ACCEPT:
            self._do(lambda desk: desk.accept_printer(printer), said)
        elif self._sheet and self._well():
            spec = spec_of(self._typed)
            self._do(lambda desk: desk.keep_printer(spec), said)

    @Slot()
    def leave(self) -> None:
        """Take the sheet away."""
        self._clear()
        self.changed.emit()

    def _do(self, job: Callable[[Desk], object], said: Text) -> None:
        if self._busy:
            return

        def done(answer: object) -> None:
            self.leave()
            self._shell.tell(said)
            self.kept.emit(answer if isinstance(answer, str) else "")

        self._busy, self._problem = True, ""
        self._asking.ask(job, done, self._cannot)
        self.changed.emit()

    def _well(self) -> bool:
        typed = self._typed
        lacks = {
            "address": not typed.address.strip(),
            "zh": not typed.zh.strip(),
            "en": not typed.en.strip(),
            "dots": typed.kind == "escpos" and not _is_width(typed.dots),
        }
        self._wrong = {
            field: self.say(f"printing_page.lacks_{field}") for field, wrong in lacks.items() if wrong
        }
        self.changed.emit()
        return not self._wrong

    def _saw(self, found: tuple[PrinterFound, ...]) -> None:
        self._found, self._finding = found, False
        self.changed.emit()

    def _unfound(self, fault: Exception) -> bool:
        self._finding = False
        return self._cannot(fault)

    def _cannot(self, fault: Exception) -> bool:
        self._busy = False
        if isinstance(fault, KnownError):
            self._problem = refusal(self.words, fault)
        self.changed.emit()
        return isinstance(fault, KnownError)

    # what QML shows

    def _get_typed(self) -> dict[str, Any]:
        typed = self._typed
        return {
            "kind": typed.kind,
            "address": typed.address,
            "hint": self.say(f"printing_page.address_hint.{typed.kind}"),
            "zh": typed.zh,
            "en": typed.en,
            "format": typed.format,
            "public": typed.public,
            "dots": typed.dots,
            "name": self.speak(Text(typed.zh, typed.en or typed.zh)),
        }

    def _get_found(self) -> list[dict[str, Any]]:
        return [
            {
                "at": at,
                "name": one.model or self.speak(one.spec.name),
                "sub": f"{self._tell.say(f'kind.{one.spec.kind}')}  ·  {one.spec.address}",
                "known": self.say("printing_page.known") if one.known else "",
            }
            for at, one in enumerate(self._found or ())
        ]

    def _get_finding(self) -> str:
        if self._finding:
            return self.say("printing_page.finding")
        return self.say("printing_page.none_found") if self._found == () else ""

    def _choices(self, name: str, ids: tuple[str, ...]) -> list[dict[str, str]]:
        return [{"id": one, "label": self._tell.say(f"{name}.{one}"), "detail": ""} for one in ids]

    sheet = Property(str, lambda self: self._sheet, notify=changed)
    refusal = Property(str, lambda self: self.refused, notify=changed)
    typed = Property(MAP, _get_typed, notify=changed)
    wrong = Property(MAP, lambda self: dict(self._wrong), notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    found = Property(ROWS, _get_found, notify=changed)
    finding = Property(str, _get_finding, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    kinds = Property(ROWS, lambda self: self._choices("kind", KINDS), notify=changed)
    formats = Property(ROWS, lambda self: self._choices("format", FORMATS), notify=changed)


def _is_width(dots: str) -> bool:
    return dots.isdecimal() and LEAST_DOTS <= int(dots) <= MOST_DOTS


def typed_of(spec: PrinterSpec) -> Typed:
    """Return a printer as the sheet holds it."""
    return Typed(
        kind=spec.kind,
        address=spec.address,
        zh=spec.name.zh,
        en=spec.name.en,
        format=spec.format,
        public=spec.public,
        dots=str(spec.dots),
        uuid=spec.uuid,
        id=spec.id,
    )


def spec_of(typed: Typed) -> PrinterSpec:
    """Return what was typed as a printer; a new one gets an id that none ever had."""
    return PrinterSpec(
        id=typed.id or f"{typed.kind}-{new_key()[:ID_LETTERS]}",
        kind=typed.kind,  # type: ignore[arg-type]
        address=typed.address.strip(),
        name=Text(typed.zh.strip(), typed.en.strip()),
        format=typed.format,  # type: ignore[arg-type]
        public=typed.public,
        dots=int(typed.dots if _is_width(typed.dots) else USUAL_DOTS),
        uuid=typed.uuid,
    )
