"""What casework tells the desk of a mediation: plain frozen data, cut to what the person may see.

What is said to reach a settlement opens to the mediator of the matter alone: to everybody else
``talks`` and ``draft`` are None, and nothing tells how much lies behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.agreement import Capacity
from stationkiosk.domain.clauses import Clause, Values
from stationkiosk.domain.confirmability import Finding
from stationkiosk.domain.talks import Reader as Reader
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody who may come and sign for a side: the party itself, its head, or an agent.

    ``n`` is the row among the case's parties; ``side_n`` the party they are or speak for.
    """

    n: int
    side_n: int
    name: str
    side: str
    role: Text
    capacity: Capacity
    may_settle: bool
    informed: bool
    """Whether rights and duties were made known to them, and they said so."""


@dataclass(frozen=True, slots=True)
class SessionShown:
    """A meeting that is planned, under way or over. ``with_n`` is the party of a private one."""

    n: int
    private: bool
    with_n: int | None
    room: str
    starts_at: datetime
    minutes: int
    opened_at: datetime | None
    closed_at: datetime | None
    outcome: Text | None
    present: tuple[str, ...]


TermsWritten = tuple[tuple[str, Values], ...]
"""The terms of a draft in their order: the id of each clause, and what was filled in so far."""


@dataclass(frozen=True, slots=True)
class TalkShown:
    """Something said to reach a settlement: a note, or an offer in the order it was made.

    ``offer`` counts offers from 1, 0 for a note. ``amount`` is in yuan. ``answer`` is what became
    of an offer: ``taken``, ``refused``, ``countered``, "" while it is open.
    """

    n: int
    session_n: int | None
    offer: int
    side_n: int | None
    text: str
    amount: Decimal | None
    reader: Reader
    answer: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """Something said that is to be sealed: by which side, in which session, who may be shown it.

    An ``offer`` may name an ``amount`` in yuan; ``side_n`` is None for the mediator's own note.
    """

    text: str
    reader: Reader
    session_n: int | None = None
    side_n: int | None = None
    amount: Decimal | None = None
    offer: bool = False


@dataclass(frozen=True, slots=True)
class TermShown:
    """A term of the draft: the clause, what was filled in so far, and how it reads.

    ``change`` is what became of it since the version before: ``new``, ``changed``, ``same``;
    ``before`` how it read then.
    """

    clause: Clause
    values: Values
    reads: Text
    change: str = "same"
    before: Text | None = None


@dataclass(frozen=True, slots=True)
class SignerShown:
    """Somebody who has to sign a text that is fixed, and whether they did: ``way`` pad, typed or paper."""

    n: int
    name: str
    side: str
    as_: Text
    signed_at: datetime | None
    way: str = ""


@dataclass(frozen=True, slots=True)
class DraftShown:
    """The agreement as it now stands. ``version`` counts from 1; 0 while nothing was written.

    ``state`` is ``open`` (being written), ``fixed`` (to be signed, cannot change) or ``effective``.
    ``gone`` are terms of the version before that were left out. ``text_sha256`` is the hash of the
    exact bytes to be signed, "" while it is open. ``versions`` are the moments at which those that
    may be read were kept, with their ``numbers``.
    """

    version: int
    state: str
    terms: tuple[TermShown, ...]
    gone: tuple[Text, ...]
    findings: tuple[Finding, ...]
    wishes_confirmation: bool
    text_sha256: str
    signers: tuple[SignerShown, ...]
    versions: tuple[datetime, ...]
    numbers: tuple[int, ...] = ()


class DutyState(StrEnum):
    """What became of a duty."""

    OPEN = "open"
    DONE = "done"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class DutyShown:
    """Something a side promised to do by a day; a sum in parts is a duty a part."""

    n: int
    term: int
    who: str
    what: Text
    due: date | None
    amount: Decimal | None
    state: DutyState
    done_on: date | None
    proof: str
    note: str


@dataclass(frozen=True, slots=True)
class Way:
    """One of the ways to mediate: its rule of consent, its effect and who signs, in words."""

    id: str
    label: Text
    consent: Text
    takes_effect: Text
    signs: Text


@dataclass(frozen=True, slots=True)
class MediationShown:
    """A mediation as one person may see it, at one moment.

    ``mediator`` is the sign-in name, ``mine`` whether this person is that mediator; ``stage`` the
    state of the matter. ``clauses`` are those a term can be made of, each with the sums, days and
    names that the record already holds for its blanks (``ready``). ``mediator_gone``: they mediate
    at this station no more; ``kept_back`` counts what stays with a mediator before this one.
    """

    case_id: UUID
    matter_n: int
    stage: str
    mine: bool
    way: Way | None
    body: Text
    mediator: str
    mediator_name: str
    disclosed: str
    attendants: tuple[Attendant, ...]
    sessions: tuple[SessionShown, ...]
    undisputed: tuple[str, ...]
    talks: tuple[TalkShown, ...] | None
    draft: DraftShown | None
    duties: tuple[DutyShown, ...]
    rooms: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    ready: Mapping[str, Values] | None = None
    papers: tuple[PaperRef, ...] = ()
    case_version: int = 0
    matter_version: int = 0
    mediator_gone: bool = False
    kept_back: int = 0


@dataclass(frozen=True, slots=True)
class Booked:
    """A room or a person that is taken at a time: by which case, what for. ``case_id`` None: closed."""

    room: str
    mediator: str
    starts_at: datetime
    minutes: int
    number: str
    case_id: UUID | None


class Screening(StrEnum):
    """What a public screen does for the desk."""

    FREE = "free"
    BUSY = "busy"
    """Somebody of the public is at it with something of their own."""
    AWAY = "away"
    SHOWS = "shows"
    BLANK = "blank"
    SIGNS = "signs"


HELD = frozenset({Screening.SHOWS, Screening.BLANK, Screening.SIGNS})
"""What a screen does while a desk has it."""


@dataclass(frozen=True, slots=True)
class ScreenShown:
    """A public screen: its device, what it does, for which case, and who is or was to sign there.

    ``by`` is the sign-in name of whoever has it, or waits for it while it is busy. ``ending`` tells
    what became of what was put there last, "" while nothing did: a word of ``stages.Ending``
    (``signed``, ``declined``, ``paper``, ``idle``, ``changed``, ``restarted``, ``busy``, ``left``).
    """

    device: str
    state: Screening
    case_id: UUID | None = None
    signer: str = ""
    since: datetime | None = None
    by: str = ""
    ending: str = ""
