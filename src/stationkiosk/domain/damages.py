"""What may be asked as damages: the bases in their order, the range without proof, the punitive part."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.money import FEN, show
from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text


class Basis(StrEnum):
    """What damages are reckoned from."""

    LOSS = "loss"
    PROFIT = "profit"
    LICENCE = "licence"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damages(Dated):
    """How damages are reckoned for a right.

    ``order`` holds the bases step by step; bases of one step may be chosen freely. Without
    proof a court sets ``least`` to ``most``. ``costs_on_top`` tells that reasonable costs come
    on top of that range and are not weighed inside it.
    """

    label: Text
    article: Text
    order: tuple[frozenset[Basis], ...]
    least: Decimal
    most: Decimal
    punitive_least: Decimal
    punitive_most: Decimal
    costs_on_top: bool

    def may_follow(self, basis: Basis, failed: frozenset[Basis]) -> bool:
        """Tell whether a basis is open when those of ``failed`` could not be shown."""
        before = next(n for n, step in enumerate(self.order) if basis in step)
        return all(step <= failed for step in self.order[:before])

    def statutory(self, sum_asked: Decimal, costs: Decimal = Decimal(0)) -> Problem | None:
        """Return what is wrong with a sum asked for without proof, by the range of the law."""
        counted = sum_asked if self.costs_on_top else sum_asked + costs
        if counted > self.most:
            return Problem("", "damages_too_high", {"most": show(self.most)})
        if counted < self.least:
            return Problem("", "damages_too_low", {"least": show(self.least)})
        return None

    def punitive(self, base: Decimal, multiple: Decimal) -> tuple[Decimal, Problem | None]:
        """Return base × (1 + multiple), and what is wrong with the multiple. Costs are no part of base."""
        total = (base * (1 + multiple)).quantize(FEN, ROUND_HALF_UP)
        if self.punitive_least <= multiple <= self.punitive_most:
            return total, None
        span = {"least": f"{self.punitive_least:f}", "most": f"{self.punitive_most:f}"}
        return total, Problem("", "multiple_out_of_range", span)
