"""Which ways are open for a dispute, why each other is closed, and what each costs.

The gate matrix (which right, which body) stands in ``resources/rules/routes.toml`` as dated
rows; a row holds for one kind of dispute and one track.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stationkiosk.domain import fees
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.money import show
from stationkiosk.domain.rules import Book, Dated
from stationkiosk.domain.text import Text


class Gate(StrEnum):
    """How a way stands: to be chosen, opened by every filing, opening later, or shut."""

    OPEN = "open"
    BY_ITSELF = "by_itself"
    LATER = "later"
    SHUT = "shut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Dated):
    """A row of the gate matrix. ``{fee}`` in ``cost`` stands for the court's case fee."""

    kind: str
    track: str
    gate: Gate
    label: Text
    term: Text
    why: Text
    cost: Text
    agency: Text
    article: Text
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class RouteOffer:
    """One way as shown to somebody: whether it may be chosen, and why or why not.

    ``by_itself`` ways open with every filing and are not chosen. ``suggested`` is ticked
    to begin with.
    """

    track: str
    gate: Gate
    label: Text
    term: Text
    why: Text
    cost: Text
    agency: Text
    article: Text
    suggested: bool

    @property
    def open(self) -> bool:
        """Tell whether it may be chosen now."""
        return self.gate is Gate.OPEN

    @property
    def by_itself(self) -> bool:
        """Tell whether every filing opens it."""
        return self.gate is Gate.BY_ITSELF


def routes_for(
    routes: Book[Route],
    brackets: fees.CaseFee,
    *,
    kind: str,
    day: date,
    claimed: Decimal | None = None,
) -> tuple[RouteOffer, ...]:
    """Return every way for a kind of dispute on a day, in the order of the rows.

    ``claimed`` is the sum asked for in yuan, None where there is none yet.
    """
    fee = _fee(brackets, claimed)
    return tuple(
        RouteOffer(
            track=row.track,
            gate=row.gate,
            label=row.label,
            term=row.term,
            why=row.why,
            cost=row.cost.put(fee=fee),
            agency=row.agency,
            article=row.article,
            suggested=row.suggested,
        )
        for row in routes.all_on(day)
        if row.kind == kind
    )


def opened(offers: tuple[RouteOffer, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tracks a filing opens: the ways chosen and those that open by themselves.

    Raises KnownError ``route_not_open`` for a way that may not be chosen.
    """
    tracks = tuple(o.track for o in offers if o.by_itself or (o.open and o.track in chosen))
    if closed := sorted(set(chosen) - set(tracks)):
        raise KnownError("route_not_open", track=closed[0])
    return tracks


def _fee(case_fee: fees.CaseFee, claimed: Decimal | None) -> Text:
    if claimed is None:
        low, high = show(case_fee.without_amount[0]), show(case_fee.without_amount[1])
        return Text(f"{low} 至 {high} 元", f"{low} to {high} yuan")
    fee = show(case_fee.of(claimed))
    return Text(f"{fee} 元", f"{fee} yuan")
