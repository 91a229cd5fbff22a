"""What became of every copy: those that need a hand first, then a day's, with their turns and totals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.casework.printing.shown import CopiesShown, CopyEnd, CopyShown
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.copies import MOVING
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.printing_tab import Tab
from stationkiosk.ui.desk.printing_words import PrintingWords, Row, copy_key, refusal
from stationkiosk.ui.desk.rows import Rows
from stationkiosk.ui.desk.shell import Shell
from stationkiosk.ui.desk.times import clock_text, moment_text

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk

IN_HAND, DESTROYED, NOT_THERE, AGAIN, TURNS = "in_hand", "destroyed", "not_there", "again", "turns"
WITH_REASON = (DESTROYED, NOT_THERE, AGAIN)
"""What a person says of a copy and is asked why; that it is in hand says enough."""


class Copies(Tab):
    """Bridge of the tab of copies. ``sheet`` is the one that is up over it, "" for none.

    Signals:
        listed: the day's copies, or its totals, are others.
        counted: another number of copies needs a hand.
    """

    changed = Signal()
    listed = Signal()
    counted = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._asking = asking
        self._shell = shell
        self._tell = PrintingWords(words)
        self._clock: Clock | None = None
        self._waiting: Rows[CopyShown] = Rows(self._needing, copy_key)
        self._waiting.setParent(self)
        words.changed.connect(self._waiting.say_again)
        self._day: date | None = None
        self._shown: CopiesShown | None = None
        self._clear()

    def _clear(self) -> None:
        self._sheet = self._key = self._reason = self._problem = ""

    def start(self, clock: Clock) -> None:
        """Take the clock: the day that shows first is today."""
        self._clock = clock

    def look(self) -> None:
        """Ask for the copies of the day that shows."""
        day = self._chosen_day
        self._asking.ask(lambda desk: desk.copies(day), self._saw, self._cannot)

    def forget(self) -> None:
        """Hold no copy."""
        self._day, self._shown = None, None
        self._waiting.put(())
        self._clear()
        self.listed.emit()
        self.changed.emit()

    @property
    def waiting(self) -> int:
        """How many copies need a hand."""
        return self._waiting.rowCount()

    # what QML may do

    @Slot(str)
    def choose(self, iso: str) -> None:
        """Show another day; "" is today."""
        self._day = date.fromisoformat(iso) if iso else None
        self.look()
        self.changed.emit()

    @Slot(int)
    def step(self, days: int) -> None:
        """Show the day after or before."""
        self.choose((self._chosen_day + timedelta(days=days)).isoformat())

    @Slot(str, str)
    def say_of(self, key: str, end: str) -> None:
        """Say what became of a copy, or have it printed again; what needs a reason asks for it first."""
        self._clear()
        self._key = key
        if end in WITH_REASON:
            self._sheet = end
            self.changed.emit()
        else:
            self._settle(IN_HAND, self.say("printing_page.reason_in_hand"))

    @Slot(str)
    def open(self, key: str) -> None:
        """Show the turns of a copy."""
        self._clear()
        self._sheet, self._key = TURNS, key
        self.changed.emit()

    @Slot(str)
    def type(self, reason: str) -> None:
        """Take the reason as it is typed."""
        self._reason, self._problem = reason, ""
        self.changed.emit()

    @Slot()
    def accept(self) -> None:
        """Do what the sheet asks."""
        reason = self._reason.strip()
        if not reason:
            self._problem = self.say("printing_page.lacks_reason")
            self.changed.emit()
        elif self._sheet == AGAIN:
            self._again(reason)
        else:
            self._settle(self._sheet, reason)

    @Slot()
    def leave(self) -> None:
        """Take the sheet away."""
        self._clear()
        self.changed.emit()

    def _settle(self, end: str, reason: str) -> None:
        copy = self._one
        if copy is not None:
            ref, n, word = copy.ref, copy.n, cast("CopyEnd", end)
            self._do(lambda desk: desk.settle_copy(ref, n, word, reason), f"printing_page.settled.{end}")

    def _again(self, reason: str) -> None:
        copy = self._one
        if copy is not None:
            ref = copy.ref
            self._do(lambda desk: desk.print_paper(ref, reason), "printing_page.settled.again")

    def _do(self, job: Callable[[Desk], object], key: str) -> None:
        said = self.words.text(key)

        def done(_answer: object) -> None:
            self.leave()
            self._shell.tell(said)
            self.look()

        self._asking.ask(job, done, self._cannot)

    def _cannot(self, fault: Exception) -> bool:
        if isinstance(fault, KnownError):
            self._problem = refusal(self.words, fault)
            if not self._sheet:
                self._shell.tell(self.words.fault(fault)[0], "seal")
            self.changed.emit()
        return isinstance(fault, KnownError)

    def _saw(self, shown: CopiesShown) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self._waiting.put(shown.waiting)
        self.listed.emit()
        self.counted.emit()
        self.changed.emit()

    # what QML shows

    @property
    def _chosen_day(self) -> date:
        if self._day is not None or self._clock is None:
            return self._day or date.min
        return station_day(self._clock.now())

    @property
    def _one(self) -> CopyShown | None:
        shown = self._shown
        listed = (*shown.waiting, *shown.copies) if shown else ()
        return next((one for one in listed if copy_key(one) == self._key), None)

    def _at(self, copy: CopyShown) -> str:
        return clock_text(copy.asked_at, self._clock.now()) if self._clock else moment_text(copy.asked_at)

    def _needing(self, copy: CopyShown) -> Row:
        return {
            **self._tell.copy_line(copy, self._at(copy)),
            "case": copy.case_number,
            "needs": copy.needs,
            "asks": self.say(f"printing.needs.{copy.needs or 'fate'}"),
            "trouble": self._tell.title(copy.trouble),
        }

    def _get_sheet(self) -> dict[str, Any]:
        copy = self._one
        if copy is None:
            return {"turns": [], "reason": self._reason, "again": False}
        return {
            **self._tell.copy_line(copy, moment_text(copy.asked_at)),
            "case": copy.case_number,
            "reason": self._reason,
            "why": self.speak(copy.reason),
            "again": copy.state not in MOVING,
            "turns": [
                {
                    "at": moment_text(turn.at),
                    "state": self._tell.copy_state(turn.state),
                    "trouble": self._tell.title(turn.trouble),
                }
                for turn in copy.turns
            ],
        }

    def _get_rows(self) -> list[Row]:
        copies = self._shown.copies if self._shown else ()
        return [self._tell.copy_line(copy, self._at(copy)) for copy in copies]

    def _get_totals(self) -> list[Row]:
        totals = self._shown.totals if self._shown else ()
        return [
            {
                "key": str(n),
                "title": self.speak(total.title),
                "printer": self.speak(total.printer),
                "printed": str(total.printed),
                "taken": str(total.taken),
                "failed": str(total.failed),
            }
            for n, total in enumerate(totals)
        ]

    needing = Property(QObject, lambda self: self._waiting, constant=True)
    rows = Property(ROWS, _get_rows, notify=listed)
    totals = Property(ROWS, _get_totals, notify=listed)
    day = Property(str, lambda self: self._chosen_day.isoformat(), notify=changed)
    sheet = Property(str, lambda self: self._sheet, notify=changed)
    one = Property(MAP, _get_sheet, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
