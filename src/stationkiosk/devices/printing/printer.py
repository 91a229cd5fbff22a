"""What every printer answers, whether it speaks IPP, ESC/POS or writes to a folder.

A print is a process: a job is submitted, then asked about until it settles. The stages
follow the job states of IPP (RFC 8011, 5.3.7) with held and stopped folded into
``pending`` and ``printing`` plus a trouble; an ESC/POS head reports the same by its
real-time status (DLE EOT).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

from stationkiosk.domain.errors import KnownError

PaperFormat = Literal["a4", "roll80"]
Sides = Literal["one-sided", "two-sided-long-edge", "two-sided-short-edge"]


class Trouble(StrEnum):
    """What keeps a printer from printing; each value is the key of a fault's words."""

    NONE = ""
    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"
    PAPER_JAM = "paper_jam"
    DOOR_OPEN = "door_open"
    INK_OUT = "ink_out"
    INK_LOW = "ink_low"
    TRAY_FULL = "tray_full"
    PAUSED = "printer_paused"
    OFFLINE = "offline"
    MISSING = "printer_missing"
    READ_ONLY = "printer_read_only"
    FULL_FOLDER = "printer_full_folder"
    SPOOL_FULL = "printer_spool_full"
    BUSY = "printer_engaged"
    HELD = "printer_holds"
    REFUSED = "printer_refuses"
    TORN = "paper_torn"
    SWAPPED = "printer_swapped"
    NONE_FITS = "printer_none_fits"
    OTHER = "printer_error"

    @classmethod
    def of(cls, fault: KnownError) -> Trouble:
        """Return the trouble a fault names; ``OTHER`` for a fault that is no printer's."""
        return cls(fault.key) if fault.key in set(cls) else cls.OTHER

    @property
    def silent(self) -> bool:
        """Whether the device says nothing: no cable, no power, nothing at its address."""
        return self in (Trouble.OFFLINE, Trouble.MISSING)


class Stage(StrEnum):
    """Where a job stands. The last four are ends: nothing follows them.

    ``settled``: the device says that the whole job is out. ``unknown``: nobody can tell.
    """

    PENDING = "pending"
    PRINTING = "printing"
    SETTLED = "settled"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"

    @property
    def ended(self) -> bool:
        """Whether nothing more can happen to the job."""
        return self not in (Stage.PENDING, Stage.PRINTING)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a printer can do. ``dpi`` is 0 where it takes PDF itself.

    ``cancels``: a waiting job can be taken back. ``confirms``: ``settled`` is the device's
    own word and not merely a queue's. ``resumes``: it can be told to go on after a pause.
    """

    cancels: bool
    confirms: bool
    dpi: int = 0
    resumes: bool = False


@dataclass(frozen=True, slots=True)
class Supply:
    """Something a printer uses up; ``level`` in per cent, None where it does not tell."""

    name: str
    level: int | None
    low: bool = False


@dataclass(frozen=True, slots=True)
class PrinterState:
    """Whether a new job would print now; ``trouble`` is why not, ``warnings`` do not stop it.

    ``trays`` are the names by which a job may ask for one, ``model`` what the device calls itself,
    ``jobs`` how many wait in its queue, whoever sent them.
    """

    ready: bool
    trouble: Trouble = Trouble.NONE
    warnings: tuple[Trouble, ...] = ()
    supplies: tuple[Supply, ...] = ()
    trays: tuple[str, ...] = ()
    model: str = ""
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Ticket:
    """How one job is to be printed; one job is one copy. ``tray`` is "" for the printer's own choice."""

    title: str
    tray: str = ""
    sides: Sides = "one-sided"


@dataclass(frozen=True, slots=True)
class Queued:
    """A job in a printer's queue. ``ours``: this program sent it; another's has no title here."""

    job: str
    title: str
    stage: Stage
    trouble: Trouble = Trouble.NONE
    ours: bool = True


@dataclass(frozen=True, slots=True)
class JobState:
    """One answer about one job; ``trouble`` is what holds it up or what ended it."""

    stage: Stage
    trouble: Trouble = Trouble.NONE


def check_pdf(pdf: bytes) -> None:
    """Raise ValueError for what is not a PDF: a page handed over must be one."""
    if not pdf.startswith(b"%PDF-"):
        raise ValueError("a printer takes PDF")


class Printer(Protocol):
    """A printer. Every call may block on a device, so none belongs on the window's thread.

    Calls raise ``KnownError`` with a ``Trouble`` as its key when the device cannot be asked.
    """

    @property
    def name(self) -> str:
        """The name that enters the ledger of copies."""

    @property
    def formats(self) -> tuple[PaperFormat, ...]:
        """The paper it takes, best first."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    def state(self) -> PrinterState:
        """Return how the printer is now; never raises for a trouble it can name."""

    def begin(self, ticket: Ticket) -> str:
        """Open a job and return its name, which stays good after a restart. No paper moves yet.

        The name is kept before ``send``: whoever asks about it later learns what became of the paper.
        """

    def send(self, job: str, pdf: bytes) -> None:
        """Hand over what the begun ``job`` prints, once; ``ValueError`` for what is not a PDF."""

    def poll(self, job: str) -> JobState:
        """Return where ``job`` stands; ``unknown`` for a job this printer does not know."""

    def cancel(self, job: str) -> None:
        """Take ``job`` back if it has not ended; otherwise change nothing."""

    def queue(self) -> tuple[Queued, ...]:
        """Return the jobs that have not ended, the first to print first."""

    def resume(self) -> None:
        """Let a paused printer go on; nothing where it cannot be told."""

    def close(self) -> None:
        """Let go of the device and of every thread; no call follows."""
