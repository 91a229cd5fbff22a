"""What a court asks (FEE 13, 14): cumulative brackets as rate and constant, and what is taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from stationkiosk.domain.money import FEN
from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Bracket:
    """Up to a claim of ``up_to`` yuan (None: without end) the fee is claim × rate + constant."""

    up_to: Decimal | None
    rate: Decimal
    constant: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFee(Dated):
    """A fee: brackets in rising order, the range where no sum is claimed, and what it never exceeds."""

    brackets: tuple[Bracket, ...]
    without_amount: tuple[Decimal, Decimal]
    cap: Decimal | None = None

    def of(self, claim: Decimal) -> Decimal:
        """Return the fee in yuan for a claim in yuan."""
        bracket = next(b for b in self.brackets if b.up_to is None or claim <= b.up_to)
        fee = (claim * bracket.rate + bracket.constant).quantize(FEN, ROUND_HALF_UP)
        return fee if self.cap is None else min(fee, self.cap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Dated):
    """A part of the case fee that is asked on some ground: ``part`` of ``whole``, as 1 of 2.

    Shares that do not ``stack`` are given once only, however many grounds there are.
    """

    label: Text
    part: int
    whole: int
    stacks: bool = False

    def of(self, fee: Decimal) -> Decimal:
        """Return this share of a fee, to the fen."""
        return (fee * self.part / self.whole).quantize(FEN, ROUND_HALF_UP)


def reduced(fee: Decimal, grounds: Sequence[Share]) -> Decimal:
    """Return what is left of a fee by every ground there is; those that do not stack count once."""
    once = [share.of(fee) for share in grounds if not share.stacks]
    left = min(once, default=fee)
    for share in grounds:
        left = share.of(left) if share.stacks else left
    return left
