"""What a court asks for taking a case (FEE 13): cumulative brackets, as rate and constant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from stationkiosk.domain.money import FEN
from stationkiosk.domain.rules import Dated


@dataclass(frozen=True, slots=True)
class Bracket:
    """Up to a claim of ``up_to`` yuan (None: without end) the fee is claim × rate + constant."""

    up_to: Decimal | None
    rate: Decimal
    constant: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFee(Dated):
    """The case fee: brackets in rising order, and the range where no sum is claimed."""

    brackets: tuple[Bracket, ...]
    without_amount: tuple[Decimal, Decimal]

    def of(self, claim: Decimal) -> Decimal:
        """Return the fee in yuan for a claim in yuan."""
        bracket = next(b for b in self.brackets if b.up_to is None or claim <= b.up_to)
        return (claim * bracket.rate + bracket.constant).quantize(FEN, ROUND_HALF_UP)
