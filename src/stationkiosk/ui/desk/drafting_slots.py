"""A blank of a term while it is filled in: what was typed, how it reads, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import Property, QObject, Signal, Slot

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.clauses import Slot as Blank
from stationkiosk.domain.clauses import SlotKind, Value, say_slot
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.instalments import Instalment, check_sum, plan, split
from stationkiosk.domain.money import plain
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.bridge import LINES, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.days import read_day
from stationkiosk.ui.desk.drafting_values import Cells, read, read_count, rows_of, write

NAMED_DAYS = {0: "acting.today", 1: "acting.tomorrow"}
QUICK_DAYS = (0, 7, 30, 90)
"""Days offered for one press, counted from today."""

MOST_PARTS = 60
SAID = (SlotKind.SUM, SlotKind.DAY)
"""The kinds under which is said how what was typed is read."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a blank knows of the world: words, today, rest days, who the sides are."""

    words: Words
    today: Callable[[], date]
    calendar: Calendar
    sides: tuple[tuple[str, Text], ...]


class SlotField(QObject):
    """Bridge of one blank.

    Signals:
        changed: what stands in it is new.
        laid: it has more or fewer instalments; apart, so that typing rebuilds no row.
        edited: a person changed it.
    """

    changed = Signal()
    laid = Signal()
    edited = Signal()

    def __init__(self, blank: Blank, around: Around, total: Callable[[], Decimal | None]) -> None:
        super().__init__()
        self.blank = blank
        self._around = around
        self._total = total
        self._cells = write(blank, None)
        self._ready = False
        self._split: tuple[str, ...] = ("", "", "1")
        around.words.changed.connect(self.changed)
        around.words.changed.connect(self.laid)

    # what Python asks

    @property
    def value(self) -> Value | None:
        """What goes into the draft: None while nothing was typed."""
        return read(self.blank, self._cells, self._around.today(), self._around.calendar)

    @property
    def filled(self) -> bool:
        """Whether it holds what can be said."""
        return isinstance(self.said, Text)

    @property
    def said(self) -> Text | Problem:
        """How it reads in the term, or what is wrong with it."""
        return say_slot(self.blank, self.value)

    def take(self, value: Value | None, *, ready: bool = False) -> None:
        """Show a value; ``ready``: the record or another term held it."""
        self._cells, self._ready = write(self.blank, value), ready and value is not None
        self.laid.emit()
        self.changed.emit()

    # what QML may do

    @Slot(str)
    def type(self, text: str) -> None:
        """Take what now stands in the blank, or was chosen for it."""
        self.typeAt(0, text)

    @Slot(int, str)
    def typeAt(self, at: int, text: str) -> None:  # noqa: N802
        """Take what now stands in one of several cells."""
        if 0 <= at < len(self._cells) and self._cells[at] != text:
            self._put((*self._cells[:at], text, *self._cells[at + 1 :]))

    @Slot(int)
    def quick(self, days: int) -> None:
        """Put in the day that many days from today."""
        self.type((self._around.today() + timedelta(days=days)).isoformat())

    @Slot(int, str)
    def plan(self, at: int, text: str) -> None:
        """Take into how many instalments (0), from which day (1), every how many months (2)."""
        self._split = (*self._split[:at], text, *self._split[at + 1 :])
        self.changed.emit()

    @Slot()
    def divide(self) -> None:
        """Split the total equally to the fen, on the same day of each month."""
        total, (parts, first, months) = self._total(), self._planned()
        if total is None or not parts or first is None or parts > MOST_PARTS or total * 100 < parts:
            return
        found = plan(split(total, parts), first, self._around.calendar, every_months=months or 1)
        self._put(write(self.blank, found), laid=True)

    @Slot()
    def addPart(self) -> None:  # noqa: N802
        """Add an instalment: the sum that is missing, a month after the last."""
        parts = self._parts()
        rest = (self._total() or Decimal(0)) - sum((part.amount for part in parts), Decimal(0))
        day = plan((Decimal(1),) * 2, parts[-1].agreed, self._around.calendar)[1] if parts else None
        row = (plain(rest) if rest > 0 else "", day.agreed.isoformat() if day else "")
        kept = [cell for old in rows_of(self._cells) if any(old) for cell in old]
        self._put((*kept, *row), laid=True)

    @Slot(int)
    def dropPart(self, at: int) -> None:  # noqa: N802
        """Take an instalment out."""
        rows = rows_of(self._cells)
        kept = tuple(cell for n, row in enumerate(rows) if n != at for cell in row)
        self._put(kept or write(self.blank, None), laid=True)

    def _put(self, cells: Cells, *, laid: bool = False) -> None:
        self._cells, self._ready = cells, False
        if laid:
            self.laid.emit()
        self.changed.emit()
        self.edited.emit()

    def _planned(self) -> tuple[int, date | None, int]:
        parts, first, months = self._split
        return read_count(parts) or 0, read_day(first, self._around.today()), read_count(months) or 1

    def _parts(self) -> tuple[Instalment, ...]:
        value = self.value
        parts = value if isinstance(value, tuple) else ()
        return tuple(part for part in parts if isinstance(part, Instalment))

    # what QML shows

    def _say(self, key: str, **values: object) -> str:
        return self._around.words.speak(self._around.words.text(key).put(**values))

    def _get_problem(self) -> str:
        said = self.said
        if isinstance(said, Text) or said.key == "slot_missing":
            return ""
        key = f"drafting.unread_{self.blank.kind}"
        unread = said.key == "slot_wrong_kind" and self.blank.kind in ("sum", "day", "count", "instalments")
        return self._say(key) if unread else self._around.words.problem(said)

    def _get_said(self) -> str:
        said = self.said
        if self.blank.kind not in SAID or not isinstance(said, Text):
            return ""
        spoken = self._around.words.speak(said)
        value = self.value
        if isinstance(value, date):
            return f"{spoken}  {self._say(f'acting.weekday_{value.isoweekday()}')}"
        return spoken

    def _get_options(self) -> list[dict[str, str]]:
        speak = self._around.words.speak
        if self.blank.kind is SlotKind.PARTY:
            known = [name for name, _side in self._around.sides]
            rows = [{"id": name, "label": name, "detail": speak(side)} for name, side in self._around.sides]
            here = self._cells[0]
            return rows if here in ("", *known) else [*rows, {"id": here, "label": here, "detail": ""}]
        return [{"id": one.id, "label": speak(one.label), "detail": ""} for one in self.blank.choices]

    def _get_quick(self) -> list[dict[str, object]]:
        if self.blank.kind is not SlotKind.DAY:
            return []
        return [
            {"days": n, "label": self._say(NAMED_DAYS.get(n, "acting.in_days"), n=n)} for n in QUICK_DAYS
        ]

    def _get_parts(self) -> list[dict[str, str]]:
        if self.blank.kind is not SlotKind.INSTALMENTS:
            return []
        return [{"amount": amount, "day": day} for amount, day in rows_of(self._cells)]

    def _get_rolled(self) -> list[str]:
        """Say of each instalment whose day is a rest day when it falls due."""
        rolled = {part.n: day_text(part.due) for part in self._parts() if part.due != part.agreed}
        return [
            self._say("drafting.rolled", day=rolled[n]) if n in rolled else ""
            for n in range(1, len(rows_of(self._cells)) + 1)
        ]

    def _get_sum_told(self) -> str:
        """Say whether the instalments come to the total; "" while there is nothing to compare."""
        total, parts = self._total(), self._parts()
        if total is None or not parts:
            return ""
        problem = check_sum(total, [part.amount for part in parts])
        return self._around.words.problem(problem) if problem else self._say("drafting.sum_fits")

    def _get_fits(self) -> bool:
        total, parts = self._total(), self._parts()
        return total is None or not parts or check_sum(total, [part.amount for part in parts]) is None

    def _get_divides(self) -> bool:
        total, (parts, first, _months) = self._total(), self._planned()
        return total is not None and 0 < parts <= MOST_PARTS and first is not None

    id = Property(str, lambda self: self.blank.id, constant=True)
    kind = Property(str, lambda self: self.blank.kind.value, constant=True)
    label = Property(str, lambda self: self._around.words.speak(self.blank.label), notify=laid)
    cells = Property(LINES, lambda self: list(self._cells), notify=changed)
    text = Property(str, lambda self: self._cells[0], notify=changed)
    open = Property(bool, lambda self: not self.filled, notify=changed)
    ready = Property(bool, lambda self: self._ready, notify=changed)
    problem = Property(str, _get_problem, notify=changed)
    reads = Property(str, _get_said, notify=changed)
    options = Property(ROWS, _get_options, notify=laid)
    quickDays = Property(ROWS, _get_quick, notify=laid)  # noqa: N815
    parts = Property(ROWS, _get_parts, notify=laid)
    rolled = Property(LINES, _get_rolled, notify=changed)
    sumTold = Property(str, _get_sum_told, notify=changed)  # noqa: N815
    fits = Property(bool, _get_fits, notify=changed)
    divides = Property(bool, _get_divides, notify=changed)
    planned = Property(LINES, lambda self: list(self._split), notify=changed)
