"""Where each kind of paper prints, from which tray, on which sides, how many at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.printing.shown import MOST_COPIES, OTHERS, PaperPlanned, PaperRule, PrinterShown
from stationkiosk.devices.printing import Sides
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.printing_tab import Tab
from stationkiosk.ui.desk.printing_words import PrintingWords, refusal
from stationkiosk.ui.desk.shell import Shell

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk

FIRST_FIT = "*first"
OWN_TRAY = "*own"
"""What choosing no printer and no tray is called in a list: "" is nothing chosen there."""


class Rules(Tab):
    """Bridge of the tab of papers and of the sheet that changes a rule."""

    changed = Signal()
    listed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._asking = asking
        self._shell = shell
        self._tell = PrintingWords(words)
        self._planned: tuple[PaperPlanned, ...] = ()
        self._printers: tuple[PrinterShown, ...] = ()
        self._may = False
        self._clear()

    def _clear(self) -> None:
        self._kind = self._problem = ""
        self._rule = PaperRule()

    def allow(self, may: bool) -> None:
        """Take whether this person may change the rules."""
        self._may = may
        self.changed.emit()

    def look(self) -> None:
        """Ask how every kind of paper is printed."""
        self._asking.ask(lambda desk: (desk.printing_plan(), desk.printers()), self._saw)

    def forget(self) -> None:
        """Hold nothing."""
        self._planned, self._printers, self._may = (), (), False
        self._clear()
        self.listed.emit()
        self.changed.emit()

    # what QML may do

    @Slot(str)
    def open(self, kind: str) -> None:
        """Put up the sheet for a kind of paper."""
        planned = next(one for one in self._planned if one.kind == kind)
        self._kind, self._rule, self._problem = kind, planned.rule, ""
        self.changed.emit()

    @Slot(str, str)
    def choose(self, part: str, value: str) -> None:
        """Take what was chosen; another printer has other trays."""
        if part == "printer":
            self._rule = replace(self._rule, printer="" if value == FIRST_FIT else value, tray="")
        elif part == "tray":
            self._rule = replace(self._rule, tray="" if value == OWN_TRAY else value)
        elif part == "sides":
            self._rule = replace(self._rule, sides=value)  # type: ignore[arg-type]
        elif part == "copies":
            self._rule = replace(self._rule, copies=int(value))
        self._problem = ""
        self.changed.emit()

    @Slot()
    def accept(self) -> None:
        """Keep the rule."""
        kind, rule = self._kind, self._rule
        self._do(lambda desk: desk.keep_rule(kind, rule), "printing_page.rule_kept")

    @Slot()
    def drop(self) -> None:
        """Print this kind as all others are."""
        kind = self._kind
        self._do(lambda desk: desk.drop_rule(kind), "printing_page.rule_dropped")

    @Slot()
    def leave(self) -> None:
        """Take the sheet away."""
        self._clear()
        self.changed.emit()

    def _do(self, job: Callable[[Desk], object], key: str) -> None:
        said = self.words.text(key).put(paper=self._title)

        def done(_answer: object) -> None:
            self.leave()
            self._shell.tell(said)
            self.look()

        self._asking.ask(job, done, self._cannot)

    def _cannot(self, fault: Exception) -> bool:
        if isinstance(fault, KnownError):
            self._problem = refusal(self.words, fault)
            self.changed.emit()
        return isinstance(fault, KnownError)

    def _saw(self, answer: tuple[tuple[PaperPlanned, ...], tuple[PrinterShown, ...]]) -> None:
        if answer != (self._planned, self._printers):
            self._planned, self._printers = answer
            self.listed.emit()
            self.changed.emit()

    # what QML shows

    @property
    def _one(self) -> PaperPlanned | None:
        return next((one for one in self._planned if one.kind == self._kind), None)

    @property
    def _title(self) -> Text:
        return self._one.title if self._one else Text("", "")

    def _named(self, printer: str) -> str:
        if not printer:
            return self.say("printing_page.first_fit")
        found = next((one for one in self._printers if one.spec.id == printer), None)
        return self.speak(found.spec.name) if found else self.say("printing_page.gone_printer")

    def _row(self, one: PaperPlanned) -> dict[str, Any]:
        rule = one.rule
        return {
            "key": one.kind,
            "title": self.speak(one.title),
            "printer": self._named(rule.printer),
            "tray": rule.tray or self.say("printing_page.own_tray"),
            "sides": self._tell.say(f"sides.{rule.sides}"),
            "copies": str(rule.copies),
            "own": "" if one.own else self.say("printing_page.as_others"),
            "tone": "" if one.own or one.kind == OTHERS else "off",
        }

    def _get_one(self) -> dict[str, Any]:
        rule, one = self._rule, self._one
        return {
            "kind": self._kind,
            "title": self.speak(self._title),
            "printer": rule.printer or FIRST_FIT,
            "tray": rule.tray or OWN_TRAY,
            "sides": rule.sides,
            "copies": str(rule.copies),
            "drops": bool(one and one.own and one.kind != OTHERS and self._may),
            "refused": "" if self._may else self.say("printing_page.not_yours"),
        }

    def _get_printers(self) -> list[dict[str, str]]:
        named = [
            {
                "id": one.spec.id,
                "label": self.speak(one.spec.name),
                "detail": self._tell.printer(one)["sub"],
            }
            for one in self._printers
        ]
        return [{"id": FIRST_FIT, "label": self.say("printing_page.first_fit"), "detail": ""}, *named]

    def _get_trays(self) -> list[dict[str, str]]:
        found = next((one for one in self._printers if one.spec.id == self._rule.printer), None)
        trays = dict.fromkeys((*(found.state.trays if found else ()), *filter(None, (self._rule.tray,))))
        named = [{"id": tray, "label": tray, "detail": ""} for tray in trays]
        return [{"id": OWN_TRAY, "label": self.say("printing_page.own_tray"), "detail": ""}, *named]

    rows = Property(ROWS, lambda self: [self._row(one) for one in self._planned], notify=listed)
    up = Property(bool, lambda self: bool(self._kind), notify=changed)
    one = Property(MAP, _get_one, notify=changed)
    printers = Property(ROWS, _get_printers, notify=changed)
    trays = Property(ROWS, _get_trays, notify=changed)
    sides = Property(
        ROWS,
        lambda self: [
            {"id": one, "label": self._tell.say(f"sides.{one}"), "detail": ""} for one in get_args(Sides)
        ],
        notify=changed,
    )
    counts = Property(
        ROWS,
        lambda _self: [{"id": str(n), "label": str(n), "detail": ""} for n in range(1, MOST_COPIES + 1)],
        constant=True,
    )
    refusal = Property(
        str, lambda self: "" if self._may else self.say("printing_page.not_yours"), notify=changed
    )
    problem = Property(str, lambda self: self._problem, notify=changed)
