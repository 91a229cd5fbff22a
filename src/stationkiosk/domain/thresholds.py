"""Sums at which the law changes the procedure: a hearing is offered, a fine may be set on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Dated):
    """A sum in yuan. ``at_most`` sums may not be exceeded; the others count once reached."""

    label: Text
    article: Text
    amount: Decimal
    at_most: bool = False

    def met(self, amount: Decimal) -> bool:
        """Tell whether a sum reaches the threshold, or stays within it where it is a ceiling."""
        return amount <= self.amount if self.at_most else amount >= self.amount
