"""What a dispute is about, as the gate matrix and the table of courts look at it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from stationkiosk.domain.identity_kinds import Tie


class DisputeKind(StrEnum):
    """The kinds of dispute, named as their forms are."""

    TRADEMARK = "trademark"
    PATENT = "patent"
    DESIGN = "design"
    COPYRIGHT = "copyright"
    TRADE_SECRET = "trade_secret"
    COMPETITION = "competition"
    GEOGRAPHICAL_INDICATION = "geographical_indication"
    TECHNOLOGY_CONTRACT = "technology_contract"


class Subject(StrEnum):
    """What within a kind decides the way or the court."""

    INVENTION = "invention"
    UTILITY = "utility"
    PASSING_OFF = "passing_off"
    SOFTWARE = "software"
    WORK = "work"
    TECHNICAL = "technical"
    BUSINESS = "business"
    CONFUSION = "confusion"
    FALSE_ADVERTISING = "false_advertising"
    DEFAMATION = "defamation"
    NETWORK = "network"


class Ask(StrEnum):
    """What is asked for, as far as it decides the way or the court."""

    STOP = "stop"
    DAMAGES = "damages"
    OWNERSHIP = "ownership"
    VALIDITY = "validity"
    INVENTORSHIP = "inventorship"
    REWARD = "reward"
    WELL_KNOWN = "well_known"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute before it is filed; ``""``, empty and None where nobody has said yet.

    ``claimed`` is in yuan; ``tie`` is the farthest a party belongs; ``consumer`` tells that
    the filer bought the thing for daily life.
    """

    kind: str
    subject: str = ""
    asks: frozenset[Ask] = frozenset()
    claimed: Decimal | None = None
    tie: Tie = Tie.MAINLAND
    consumer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fits:
    """Which disputes a row is for: every condition that is set must hold.

    ``asks`` holds if one of them is asked for, ``only`` if nothing else is. A sum nobody has
    named is below any ``least``. Of the rows that fit, the one with the lowest ``rank`` speaks.
    """

    kinds: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    asks: frozenset[Ask] = frozenset()
    only: frozenset[Ask] = frozenset()
    ties: frozenset[Tie] = frozenset()
    least: Decimal | None = None
    consumer: bool = False
    rank: int = 50

    def holds(self, dispute: Dispute) -> bool:
        """Tell whether the row is for this dispute."""
        return (
            (not self.kinds or dispute.kind in self.kinds)
            and (not self.subjects or dispute.subject in self.subjects)
            and (not self.asks or bool(self.asks & dispute.asks))
            and (not self.only or (bool(dispute.asks) and dispute.asks <= self.only))
            and (not self.ties or dispute.tie in self.ties)
            and (self.least is None or (dispute.claimed is not None and dispute.claimed >= self.least))
            and (not self.consumer or dispute.consumer)
        )
