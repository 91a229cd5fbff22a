"""What the papers of a mediation say of it, as plain facts: who mediates, the meetings, the promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Mediated:
    """How a matter is mediated, under whose name and by whom. ``disclosed`` "": no tie was named.

    ``rule`` is the id of the way; ``entrusted`` tells that a court entrusted it.
    """

    way: Text
    body: Text
    mediator: str
    disclosed: str = ""
    rule: str = ""
    entrusted: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session. ``private_with`` is the party of a private one; ``outcome`` None while it goes on."""

    room: str
    starts_at: datetime
    minutes: int
    private_with: int | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: Text | None = None
    present: tuple[str, ...] = ()
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """How somebody signed: strokes on the pad, else a typed name; ``told`` says when, as papers do."""

    told: Text
    strokes: tuple[tuple[tuple[int, int], ...], ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """Something said to reach a settlement. ``offer`` counts offers from 1, 0 for a note."""

    who: Text
    words: str
    offer: int = 0
    amount: Decimal | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a side has to do under an agreement. ``amount`` is in yuan, ``state`` open, done or broken."""

    who: str
    what: Text
    due: date | None = None
    amount: Decimal | None = None
    state: str = "open"
    done_on: date | None = None
    proof: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """How a mediation went: accepted on what day, how many sessions were held.

    ``undisputed`` tells that facts were put down that neither side disputes.
    """

    accepted_on: date
    sessions: int
    undisputed: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says besides things to be done by a day.

    ``broken`` is what it says of breach, ``also`` the rest; ``court`` is who confirms it, where known.
    """

    broken: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()
    court: Text | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A mediation that ended with an agreement: its paper's number, since when, what was promised."""

    number: str
    effective_at: datetime
    promises: tuple[Promise, ...]
    wishes_confirmation: bool
    apply_by: Text | None
    terms: Terms = Terms()
