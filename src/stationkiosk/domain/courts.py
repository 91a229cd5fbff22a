"""Which court takes a suit, and which confirms a deal, with the reason and how sure it is.

Courts and their areas stand in ``resources/rules/courts.toml`` and ``venues.toml``: they move
by notice, and the district's own changed in 2026, so a station corrects the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stationkiosk.domain.disputes import Dispute, Fits
from stationkiosk.domain.rules import Book, Confidence, Dated
from stationkiosk.domain.text import Text


class Purpose(StrEnum):
    """What a court is wanted for."""

    SUIT = "suit"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Court(Dated):
    """A court; ``sign`` is what stands for it in its numbers (``渝0192``), "" if it is not one court."""

    name: Text
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Dated):
    """A row of the table of courts: for which disputes ``court`` is the one, and why."""

    court: str
    purposes: frozenset[Purpose]
    fits: Fits
    why: Text
    article: Text


@dataclass(frozen=True, slots=True)
class CourtOffer:
    """The court for a dispute. ``confidence`` is the weaker of the venue's and the court's own row."""

    court: Court
    why: Text
    article: Text
    confidence: Confidence
    corrected: bool


def court_for(
    courts: Book[Court], venues: Book[Venue], dispute: Dispute, purpose: Purpose, day: date
) -> CourtOffer | None:
    """Return the court on a day, None where no row names one that is there."""
    fitting = [v for v in venues.all_on(day) if purpose in v.purposes and v.fits.holds(dispute)]
    venue = min(fitting, key=lambda v: v.fits.rank, default=None)
    court = courts.on(venue.court, day) if venue else None
    if venue is None or court is None:
        return None
    sure = list(Confidence)
    return CourtOffer(
        court,
        venue.why,
        venue.article,
        max(venue.confidence, court.confidence, key=sure.index),
        venue.corrected or court.corrected,
    )
