"""What pages show of printers and copies, and what they hand back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from stationkiosk.casework.views import PaperRef
from stationkiosk.devices.printing import PrinterSpec, PrinterState, Queued, Sides
from stationkiosk.domain.copies import CopyState, Needs
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class PaperRule:
    """How one kind of paper is printed. ``printer`` "" is the first printer that takes its size.

    ``copies`` are printed at the desk at once, each a copy of its own in the ledger.
    """

    printer: str = ""
    tray: str = ""
    sides: Sides = "one-sided"
    copies: int = 1


@dataclass(frozen=True, slots=True)
class PaperPlanned:
    """The rule of a kind of paper beside its name; ``own`` tells it from the rule for all others."""

    kind: str
    title: Text
    rule: PaperRule
    own: bool


OTHERS = "*"
"""Stands for every kind of paper that has no rule of its own."""
FOLDER = "folder"
"""The id of the printer that saves papers as files; every station has it."""
MOST_COPIES = 9
"""How many copies of a paper are printed at once, at the most."""


@dataclass(frozen=True, slots=True)
class PrinterShown:
    """A printer as it is now. ``queue`` holds what waits in it; ``refused`` why it cannot be changed."""

    spec: PrinterSpec
    state: PrinterState
    queue: tuple[Queued, ...] = ()
    refused: Text | None = None


@dataclass(frozen=True, slots=True)
class PrinterFound:
    """A printer nobody wrote down yet, as discovery found it; ``spec`` is ready to be kept."""

    spec: PrinterSpec
    model: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class PrinterOffered:
    """A printer that takes a paper's size, as somebody who is to choose sees it."""

    id: str
    name: Text
    ready: bool
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn in the fate of a copy, with its trouble's key."""

    state: CopyState
    at: datetime
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class CopyShown:
    """A line of the ledger of copies. ``asked_by`` is a name or what the public is called."""

    ref: PaperRef
    n: int
    copy_no: int
    case_number: str
    paper_number: str
    title: Text
    printer: Text
    reason: Text
    asked_by: Text
    asked_at: datetime
    state: CopyState
    needs: Needs = ""
    trouble: str = ""
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """How many copies of a paper left a printer on a day; ``taken`` of them are known to be in hand."""

    title: Text
    printer: Text
    printed: int
    taken: int
    failed: int


@dataclass(frozen=True, slots=True)
class CopiesShown:
    """The copies of a day, newest first, those of any day that need a hand, and the day's totals."""

    day: date
    copies: tuple[CopyShown, ...]
    waiting: tuple[CopyShown, ...]
    totals: tuple[Total, ...]


CopyEnd = Literal["in_hand", "destroyed", "not_there"]
"""What staff say about a copy nobody accounts for: handed over, destroyed, or no paper was there."""
