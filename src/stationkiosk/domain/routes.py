"""Which ways are open for a dispute, why each other is closed, and what each costs.

The gate matrix (which right, which body) stands in ``resources/rules/routes.toml`` as dated
rows; a row is for one track and the disputes it fits. Of several, the lowest rank speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stationkiosk.domain import fees
from stationkiosk.domain.courts import Court, CourtOffer, Purpose, Venue, court_for
from stationkiosk.domain.disputes import Dispute, Fits
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.money import show
from stationkiosk.domain.rules import Book, Confidence, Dated
from stationkiosk.domain.text import Text


class Gate(StrEnum):
    """How a way stands: to be chosen, opened by every filing, opening later, elsewhere, or shut.

    A way is ``elsewhere`` where it is open, but another body opens it.
    """

    OPEN = "open"
    BY_ITSELF = "by_itself"
    LATER = "later"
    ELSEWHERE = "elsewhere"
    SHUT = "shut"


ORDER = (
    "mediation",
    "report",
    "patent_adjudication",
    "referral",
    "preservation",
    "confirmation",
    "court",
    "commercial_mediation",
    "complaint",
    "notary",
)
"""The tracks as they are shown."""

_COURTS = {"court": Purpose.SUIT, "confirmation": Purpose.CONFIRMATION}
_AT_THE_KIOSK = frozenset({Gate.OPEN, Gate.BY_ITSELF, Gate.LATER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Dated):
    """A row of the gate matrix. ``{fee}`` in ``cost`` stands for the court's case fee."""

    fits: Fits
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
    to begin with. ``court`` is the court of a suit or a confirmation, where it is known.
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
    confidence: Confidence = Confidence.ARTICLE_READ
    court: CourtOffer | None = None

    @property
    def open(self) -> bool:
        """Tell whether it may be chosen now."""
        return self.gate is Gate.OPEN

    @property
    def by_itself(self) -> bool:
        """Tell whether every filing opens it."""
        return self.gate is Gate.BY_ITSELF


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows that decide: ways, courts and which of them takes what."""

    routes: Book[Route]
    courts: Book[Court]
    venues: Book[Venue]


def ways(matrix: Matrix, brackets: fees.CaseFee, dispute: Dispute, day: date) -> tuple[RouteOffer, ...]:
    """Return every track there is for a dispute on a day, open or not, each with its reason."""
    spoken: dict[str, Route] = {}
    for row in sorted(matrix.routes.all_on(day), key=lambda row: row.fits.rank):
        if row.fits.holds(dispute):
            spoken.setdefault(row.track, row)
    fee = _fee(brackets, dispute.claimed)
    return tuple(
        _offer(spoken[track], fee, _court(matrix, dispute, track, spoken[track].gate, day))
        for track in ORDER
        if track in spoken
    )


def at_the_kiosk(offers: tuple[RouteOffer, ...]) -> tuple[RouteOffer, ...]:
    """Return the ways that a filing at the kiosk opens, now or later."""
    return tuple(offer for offer in offers if offer.gate in _AT_THE_KIOSK)


def _court(matrix: Matrix, dispute: Dispute, track: str, gate: Gate, day: date) -> CourtOffer | None:
    if track not in _COURTS or gate is Gate.SHUT:
        return None
    return court_for(matrix.courts, matrix.venues, dispute, _COURTS[track], day)


def _offer(row: Route, fee: Text, court: CourtOffer | None) -> RouteOffer:
    return RouteOffer(
        track=row.track,
        gate=row.gate,
        label=row.label,
        term=row.term,
        why=row.why,
        cost=row.cost.put(fee=fee),
        agency=row.agency,
        article=row.article,
        suggested=row.suggested,
        confidence=row.confidence,
        court=court,
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
