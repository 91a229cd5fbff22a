"""Dated rules: what holds on a day, where it comes from and how sure we are of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Generic, TypeVar

from stationkiosk.domain.events import Approver, Event, PauseReason
from stationkiosk.domain.text import Text

_ONE_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a rule's value counts."""

    WORKING_DAYS = "wd"
    CALENDAR_DAYS = "cd"
    MONTHS = "mo"
    YEARS = "yr"
    HOURS = "h"


class Confidence(StrEnum):
    """How well a row is founded: read in the article, secondary, common knowledge, inferred."""

    ARTICLE_READ = "A"
    SECONDARY = "B"
    COMMON = "M"
    INFERRED = "I"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A row that holds from one day to another, both included; ``valid_to`` None is open.

    ``corrected`` rows came from the station's own corrections and not from the product.
    """

    id: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: Confidence
    corrected: bool = False

    def holds(self, day: date) -> bool:
        """Tell whether the row holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengthening:
    """By how much a period may be lengthened, and by whom; ``value`` None leaves it to the approver."""

    value: int | None
    unit: Unit
    approver: Approver


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Dated):
    """A period somebody has. ``roll`` moves a last rest day to the next working day (CC 203).

    ``before`` periods are counted back from their event. Hours run at once, or from the
    ``next_hour`` (Interp 125). ``lengthenings`` may be used one after the other, in their order.
    """

    label: Text
    value: int
    unit: Unit
    article: Text
    start: Text
    roll: bool = True
    event: Event | None = None
    law: str = ""
    before: bool = False
    next_hour: bool = False
    pauses: frozenset[PauseReason] = frozenset()
    lengthenings: tuple[Lengthening, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting(Dated):
    """How a law counts days where it says only "days": which counts are working days.

    ``in_words`` laws say "working day" each time, so that nothing follows from the count.
    """

    label: Text
    working: frozenset[int] = frozenset()
    in_words: bool = False

    def agrees(self, value: int, unit: Unit) -> bool:
        """Tell whether a period of so many days is counted as this law counts it."""
        if self.in_words or unit not in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS):
            return True
        return (value in self.working) is (unit is Unit.WORKING_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Dated):
    """How the law in force on a day calls the provision known here as ``id``."""

    label: Text


RowType = TypeVar("RowType", bound=Dated)


@dataclass(frozen=True, slots=True)
class Book(Generic[RowType]):
    """Rows of one kind by id, each id's in the order of their days."""

    rows: Mapping[str, tuple[RowType, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[RowType]) -> Book[RowType]:
        """Put rows in order. Says nothing of gaps: ``flaw`` does."""
        found: dict[str, tuple[RowType, ...]] = {}
        for row in rows:
            found[row.id] = (*found.get(row.id, ()), row)
        return cls({key: tuple(sorted(group, key=lambda r: r.valid_from)) for key, group in found.items()})

    def on(self, row_id: str, day: date) -> RowType | None:
        """Return the row with this id that holds on a day, if one does."""
        return next((row for row in self.rows[row_id] if row.holds(day)), None)

    def all_on(self, day: date) -> tuple[RowType, ...]:
        """Return every row that holds on a day, in the order of the ids' first appearance."""
        return tuple(row for group in self.rows.values() for row in group if row.holds(day))

    def flaw(self) -> tuple[RowType, str] | None:
        """Return the first row whose days end before they begin, overlap or leave a gap, and which."""
        for group in self.rows.values():
            for row in group:
                if row.valid_to is not None and row.valid_to < row.valid_from:
                    return row, "ends_before_it_begins"
            for before, after in pairwise(group):
                if before.valid_to is None or before.valid_to >= after.valid_from:
                    return after, "overlap"
                if before.valid_to + _ONE_DAY < after.valid_from:
                    return after, "gap"
        return None


def lay_over(shipped: Iterable[RowType], corrected: Iterable[RowType]) -> list[RowType]:
    """Return the rows with corrections on top: a shipped row holds on the days no correction does."""
    over = list(corrected)
    left = list(shipped)
    for row in over:
        left = [part for below in left for part in _outside(below, row)]
    return left + over


def _outside(row: RowType, over: RowType) -> Iterator[RowType]:
    """Yield what is left of a row before and after one that lies over it."""
    if row.id != over.id or not _meet(row, over):
        yield row
        return
    if row.valid_from < over.valid_from:
        yield replace(row, valid_to=over.valid_from - _ONE_DAY)
    if over.valid_to is not None and (row.valid_to is None or over.valid_to < row.valid_to):
        yield replace(row, valid_from=over.valid_to + _ONE_DAY)


def _meet(one: Dated, other: Dated) -> bool:
    return one.holds(max(one.valid_from, other.valid_from)) and other.holds(
        max(one.valid_from, other.valid_from)
    )
