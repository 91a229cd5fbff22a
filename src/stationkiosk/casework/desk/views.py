"""What casework tells the desk: plain frozen data, already cut to what the person may see.

A value the person may not see is not in here at all; ``Withheld`` tells that something is kept
from them, and why, without telling what.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Text


class Urgency(StrEnum):
    """How near the last day of what waits is; said by a colour and a word."""

    NONE = "none"
    LATER = "later"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"


class Shelf(StrEnum):
    """Which cases a list shows."""

    MINE = "mine"
    """What waits for the person: assigned to them, or to their role and to nobody."""
    TODAY = "today"
    """What waits for the person and is due today, or was before."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for; empty fields do not narrow. ``text`` is what was typed so far."""

    shelf: Shelf = Shelf.MINE
    text: str = ""
    tracks: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    urgency: Urgency = Urgency.NONE
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the work queue: a case, and the matter of it that has to be done next.

    ``due`` is the nearest running last day of that matter, ``provisional`` that its calendar is
    not out yet. ``owner`` is the sign-in name of whoever took it, "" while nobody has.
    ``ended`` tells that nothing of the case is open any more.
    """

    case_id: UUID
    matter_n: int
    number: str
    claimant: str
    respondent: str
    kind: Text
    right: str
    track: Text
    state: Text
    owner_role: str
    owner: str
    filed_at: datetime
    since: datetime
    due: date | None
    provisional: bool
    urgency: Urgency
    ended: bool = False


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list; ``after`` asks for the next one, "" where there is none."""

    rows: tuple[Listed, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines each shelf holds for this person."""

    mine: int
    today: int
    overdue: int
    all: int


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A list somebody named and kept."""

    name: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers an input takes; ``closed`` is why it cannot be chosen now."""

    id: str
    label: Text
    detail: Text | None = None
    closed: Text | None = None


@dataclass(frozen=True, slots=True)
class InputAsked:
    """Something an action needs to be told: drawn as a field of the dialog.

    ``kind`` is ``text``, ``day``, ``moment``, ``choice``, ``choices``, ``staff`` or ``party``.
    ``value`` is what stands in it to begin with, as it goes into ``Act.inputs``.
    """

    id: str
    kind: str
    label: Text
    required: bool
    hint: Text | None = None
    choices: tuple[Choice, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class NextAction:
    """What may come next in a matter, and why it is closed where it is.

    ``article`` is the basis in law; ``papers`` the titles of what it issues; ``starts`` the
    clocks it starts. ``key`` is its shortcut within the page, "" where it has none.
    ``primary`` marks the one to be done first.
    """

    matter_n: int
    id: str
    label: Text
    closed: Text | None
    inputs: tuple[InputAsked, ...]
    article: Text | None
    papers: tuple[Text, ...] = ()
    starts: tuple[Text, ...] = ()
    key: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something of the case this person may not see: what it is called, and the reason."""

    what: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled value as it is read; ``field`` names it for a correction, "" where none is possible."""

    label: Text
    value: Text
    field: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class PartyShown:
    """A party: its name, and the lines about it that this person may see; ID numbers are masked."""

    n: int
    role: Text
    name: str
    lines: tuple[Line, ...]
    answers_for: int | None = None


@dataclass(frozen=True, slots=True)
class ExhibitShown:
    """A piece of evidence. ``size`` is in bytes, ``pages`` 0 where it has none.

    ``purpose`` is one of ``domain.application.PURPOSES``, or "".
    """

    n: int
    name: str
    media_type: str
    size: int
    pages: int
    sha256: str
    brought_by: Text
    purpose: str
    source: Text
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline of a matter; ``why`` is its trace, line by line; ``still``: it stands still now."""

    matter_n: int
    label: Text
    due: date
    provisional: bool
    urgency: Urgency
    stopped_at: datetime | None
    why: tuple[Text, ...]
    still: bool = False


@dataclass(frozen=True, slots=True)
class MatterShown:
    """A matter as a stage of the rail. ``track_id`` and ``stage`` are the ids of its track and state."""

    n: int
    number: str
    version: int
    track: Text
    state: Text
    holder: Text
    owner: str
    since: datetime
    ended: bool
    actions: tuple[NextAction, ...]
    track_id: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class PaperShown:
    """A paper of the case; ``before_correction``: the record was corrected after it was issued."""

    ref: PaperRef
    kind: str
    title: Text
    number: str
    issued_at: datetime
    language: str
    copies: int = 0
    before_correction: bool = False


@dataclass(frozen=True, slots=True)
class ContactShown:
    """An attempt to reach a party: which way, what came of it, by whom."""

    n: int
    party: str
    way: Text
    result: Text | None
    paper: Text | None
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class EntryShown:
    """An entry of the journal: who did what, when, and why; ``hash`` shortened for reading."""

    seq: int
    at: datetime
    role: Text
    actor: str
    what: Text
    reason: str
    hash: str


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last act of this person on a case that can still be taken back: nothing was issued by it."""

    matter_n: int
    label: Text
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as one person may see it, at one moment. ``version`` is what an act is checked against.

    ``target`` is how many minutes the station aims at from filing to confirmation. ``how`` tells
    by which way it was filed; ``verified`` whether the case's journal was reckoned anew and holds,
    None where nobody looked. ``contact_ways`` and ``contact_results`` are what a contact can be;
    ``makes`` the papers that can be made with no act, each by its kind. ``opens_reporter``: who
    reported is sealed, and this person may open it with a reason.
    """

    case_id: UUID
    number: str
    version: int
    form: str
    kind: Text
    language: str
    claimant: str
    respondent: str
    filed_at: datetime
    target: int
    parties: tuple[PartyShown, ...]
    right: tuple[Line, ...]
    facts: tuple[Line, ...]
    claims: tuple[Line, ...]
    consents: tuple[Line, ...]
    answers: tuple[Line, ...]
    exhibits: tuple[ExhibitShown, ...]
    matters: tuple[MatterShown, ...]
    clocks: tuple[Clock, ...]
    papers: tuple[PaperShown, ...]
    contacts: tuple[ContactShown, ...]
    journal: tuple[EntryShown, ...]
    withheld: tuple[Withheld, ...] = ()
    undoable: Undoable | None = None
    station: Text | None = None
    how: Text | None = None
    verified: bool | None = None
    contact_ways: tuple[Choice, ...] = ()
    contact_results: tuple[Choice, ...] = ()
    makes: tuple[NextAction, ...] = ()
    opens_reporter: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another filing that may be the same: the case, and what is alike in words."""

    case_id: UUID
    number: str
    claimant: str
    respondent: str
    filed_at: datetime
    alike: tuple[Text, ...]
    state: Text
    decided: str = ""
    """What a clerk decided: ``same``, ``different``, "" while nobody has."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is counted around a case, with no verdict: same claimant, same agent, same right.

    ``asked`` is the sum asked for in all of them, in yuan.
    """

    since: date
    by_claimant: int
    by_agent: int
    by_right: int
    respondents: int
    small_shops: int
    asked: Decimal


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff as the security admin sees them."""

    login: str
    name: str
    roles: frozenset[Role]
    active: bool
    locked: bool
    last_sign_in: datetime | None


@dataclass(frozen=True, slots=True)
class CallShown:
    """A call for staff from a kiosk that nobody answered yet."""

    n: int
    device: str
    page: Text
    at: datetime


@dataclass(frozen=True, slots=True)
class MessageShown:
    """A message of the public that waits; ``case_id`` where it is about a case."""

    n: int
    text: str
    phone: str
    case_number: str
    left_at: datetime
    answer_by: date
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Audited:
    """One act of staff as an auditor reads it: no party's name, the reason as it was given.

    ``about`` is the number of the case, or the sign-in name that was changed; ``name`` that of
    the member, "" for the program. ``hash`` is the whole fingerprint of the journal's entry.
    """

    at: datetime
    login: str
    name: str
    role: Text
    device: str
    what: Text
    about: str
    reason: str
    chain: str
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of what staff did, the newest first; ``after`` asks for the next one."""

    lines: tuple[Audited, ...]
    after: str = ""
