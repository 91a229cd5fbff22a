"""A mediation agreement as the checks before a court see it: who, on what terms, signed how."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stationkiosk.domain.clauses import Clause, Facet, Role, Slot, SlotKind, Value, Values, draft, filled
from stationkiosk.domain.text import Text


class Way(StrEnum):
    """Under which rules the agreement came about: they differ on what makes it take effect."""

    PEOPLE = "people"
    ADMINISTRATIVE = "administrative"
    COMMERCIAL = "commercial"
    COURT = "court"
    ONLINE = "online"


class Capacity(StrEnum):
    """As what somebody signs for a side."""

    SELF = "self"
    HEAD = "head"
    AGENT = "agent"


class Level(StrEnum):
    """The level of a court."""

    BASIC = "basic"
    INTERMEDIATE = "intermediate"


@dataclass(frozen=True, slots=True)
class Side:
    """One party. ``willing`` is True once it said of its own free will that it agrees."""

    name: str
    organisation: bool = False
    address: str = ""
    phone: str = ""
    id_number: str = ""
    willing: bool = False
    applies: bool = True


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs for a side. ``may_settle``: the special authority of CPL 62, to ``until`` if set."""

    side: str
    name: str
    capacity: Capacity
    proof: bool = True
    may_settle: bool = False
    until: date | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RightHeld:
    """The right in dispute. ``ends`` None: no end is known. ``holders`` are all its owners."""

    holders: tuple[str, ...]
    ends: date | None = None
    proof: bool = True
    all_agree: bool = True


@dataclass(frozen=True, slots=True)
class Term:
    """One numbered term: a clause and what was put into it so far."""

    clause: Clause
    values: Values = field(default_factory=dict)

    def words(self) -> Text:
        """Return what it says as far as it is filled."""
        return draft(self.clause, self.values)

    def of_kind(self, kind: SlotKind) -> tuple[tuple[Slot, Value], ...]:
        """Return the filled slots of a kind with their values."""
        return tuple(pair for pair in self._filled() if pair[0].kind is kind)

    def of_role(self, role: Role) -> tuple[Value, ...]:
        """Return the values of the filled slots with a role."""
        return tuple(value for slot, value in self._filled() if slot.role is role)

    def lacks(self, facet: Facet) -> bool:
        """Tell whether this is a duty that does not say ``facet`` yet."""
        slot = self.clause.duty.get(facet, "")
        return bool(slot) and not filled(self.clause, slot, self.values)

    def _filled(self) -> tuple[tuple[Slot, Value], ...]:
        slots = self.clause.slots
        return tuple((s, self.values[s.id]) for s in slots if filled(self.clause, s.id, self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement, a draft or signed. Money is in yuan; days are the station's own.

    ``apply_by`` is the last day to ask for confirmation and ``court_due`` the level of the court
    the routing names: both are reckoned elsewhere from their own dated rules.
    """

    way: Way
    sides: tuple[Side, ...]
    terms: tuple[Term, ...]
    right: RightHeld | None = None
    signers: tuple[Signer, ...] = ()
    body: str = ""
    body_proof: bool = False
    mediator_signed: bool = False
    sealed: bool = False
    claimed: Decimal | None = None
    exhibits: int = 0
    foreign: bool = False
    effective_on: date | None = None
    apply_by: date | None = None
    court_due: Level | None = None
    court_chosen: Level | None = None

    def names(self) -> frozenset[str]:
        """Return the names of the sides."""
        return frozenset(side.name for side in self.sides)
