"""What casework tells the screens: plain frozen data, safe to pass between threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from stationkiosk.domain.copies import CopyState as CopyState
from stationkiosk.domain.forms import Answer
from stationkiosk.domain.opening import Opening
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """Something that comes next: when, what, and why then. ``due`` where it is a day."""

    when: Text
    title: Text
    detail: Text
    due: date | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class PaperRef:
    """An issued paper."""

    case_id: UUID
    n: int


@dataclass(frozen=True, slots=True)
class FiledOther:
    """A further case of one filing: the other side it is about, and the code that tracks it."""

    number: str
    respondent: str
    receipt_code: str


@dataclass(frozen=True, slots=True)
class Filed:
    """The answer to a filing, or to an answer: committed for good before this object exists.

    ``receipt_code`` is what the receipt's holder tracks the case with. A filing against several
    makes a case for each; ``others`` are those after the first, and ``receipt`` lists them all.
    """

    case_id: UUID
    number: str
    receipt_code: str
    filed_at: datetime
    receipt: PaperRef
    steps: tuple[Step, ...]
    others: tuple[FiledOther, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """What the code on a notice opens: the complaint as its paper tells it, and nothing else.

    ``party_n`` is the party of the case who is asked; ``title`` is the kind of dispute;
    ``claimant`` has agreed to be named. ``answer_by`` is None where no day is running;
    ``asked_until`` is the day they asked for and nobody has granted. ``whom`` is the name the
    notice is for, "" where it is not known.
    ``answered`` tells that a yes or no to mediation is in, so that no further answer is taken;
    ``may_ask`` that they may once more say that they want to know more first. ``said`` is what
    they answered last in the open, by question; days asked for and what is sealed are not in it.
    """

    case_id: UUID
    party_n: int
    number: str
    title: Text
    claimant: str
    right: str
    acts: tuple[Text, ...]
    claims: tuple[Text, ...]
    since: Text | None
    answer_by: date | None
    answered: bool
    asked_until: date | None = None
    may_ask: bool = True
    said: Mapping[str, Answer] = field(default_factory=dict)
    whom: str = ""


@dataclass(frozen=True, slots=True)
class CopyView:
    """One copy of a paper; ``trouble`` is the key of a fault when it failed.

    ``copy_no`` counts the printings of this paper, as the strip on the copy says; ``replaces`` is the
    number of the torn copy in whose place this one was printed, 0 where there is none.
    """

    paper: PaperRef
    n: int
    state: CopyState
    printer: str
    trouble: str = ""
    copy_no: int = 1
    replaces: int = 0


@dataclass(frozen=True, slots=True)
class MatterProgress:
    """Where one matter stands: its track, state, who has it since when, and what comes next.

    ``why`` is how the day of ``next`` was reckoned; ``yours`` that it waits for who is asking.
    ``kept`` tells that the station keeps something, and nobody has to act.
    """

    track: Text
    state: Text
    holder: Text
    since: datetime
    ended: bool
    next: Step | None
    why: tuple[Text, ...] = ()
    yours: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A paper of a case that who is asking may read and have printed."""

    ref: PaperRef
    title: Text
    issued_at: datetime


class Viewer(StrEnum):
    """As whom somebody sees a case."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"


@dataclass(frozen=True, slots=True)
class Progress:
    """What somebody sees of a case. It names no person.

    ``others`` are the further cases of one filing against several, each without its own others.
    ``by_number``: it was tracked by its number, so it shows no papers; those need a code.
    ``takes_proof`` tells that who is asking may hand in more proof here.
    """

    number: str
    title: Text
    filed_at: datetime
    matters: tuple[MatterProgress, ...]
    papers: tuple[PaperIssued, ...]
    viewer: Viewer = Viewer.APPLICANT
    others: tuple[Progress, ...] = ()
    by_number: bool = False
    takes_proof: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """A call for staff as it was entered; ``opening`` is whether anybody is at the counter now."""

    n: int
    at: datetime
    opening: Opening | None


@dataclass(frozen=True, slots=True)
class MessageLeft:
    """A message as it was kept: its number, answered by when, about which case, whether by telephone."""

    n: int
    answer_by: date
    case_number: str
    by_phone: bool


@dataclass(frozen=True, slots=True)
class RatingTotal:
    """How often a question was answered well, so-so and badly."""

    question: str
    well: int
    so_so: int
    badly: int


@dataclass(frozen=True, slots=True)
class DraftOpened:
    """A draft just begun: the code that opens it again, and the day it is dropped."""

    id: UUID
    code: str
    until: date


@dataclass(frozen=True, slots=True)
class Face:
    """What the kiosk says about itself on its home page.

    ``printer_trouble`` is the key of what keeps the printer from printing, ``opening`` whether
    the counter is open ``at`` that moment; None where the station wrote no hours. ``missing`` is what
    is fitted and does not work now; see ``selftest.working``. ``reprints``: papers are printed again
    at its kiosks.
    """

    station_code: str
    station: Text
    address: Text
    hours: Text
    phone: str
    notice: Text | None
    printer_ready: bool
    card_reader_ready: bool
    demo: bool
    printer_trouble: str = ""
    at: datetime | None = None
    opening: Opening | None = None
    max_respondents: int = 30
    missing: tuple[str, ...] = ()
    reprints: bool = True


@dataclass(frozen=True, slots=True)
class EvidenceTerms:
    """Where evidence may come from at this station, and how much of it is taken.

    ``sources`` are some of ``usb``, ``camera``, ``scanner``; ``made_up``: the camera's pictures
    are. Sizes in bytes: ``most_total`` of one application, ``most_file`` of one file.
    """

    sources: tuple[str, ...]
    most_files: int
    most_total: int
    most_file: int
    made_up: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as it is looked at: what it is, and the picture (PNG) of one of its pages if it has one.

    ``pages`` is 0 where a file has none, ``seconds`` where it does not last or does not say.
    """

    media_type: str
    pages: int
    seconds: int
    picture: bytes | None
