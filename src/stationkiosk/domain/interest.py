"""What a sum grows by each day it is late: the surcharge on a fine, the doubled part of interest.

APL 72: 3 % of the fine a day, never more than the fine; not while a review or lawsuit runs
(APL 73). CPL 264 and the 2014 interpretation: 0.0175 % a day on the unpaid money.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from stationkiosk.domain.counting import RUNNING, StandStill
from stationkiosk.domain.money import FEN, show
from stationkiosk.domain.rules import Dated
from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Dated):
    """A rate by the day; ``cap`` is the most it comes to, as a multiple of the sum (None: no end)."""

    label: Text
    per_day: Decimal
    cap: Decimal | None = None

    def on(self, owed: Decimal, days: int) -> Decimal:
        """Return what so many days on a sum in yuan come to, to the fen."""
        grown = owed * self.per_day * days
        most = grown if self.cap is None else owed * self.cap
        return min(grown, most).quantize(FEN, ROUND_HALF_UP)

    def told(self, owed: Decimal, days: int) -> Text:
        """Tell how it was reckoned."""
        grown = self.on(owed, days)
        line = _TOLD.put(owed=show(owed), percent=_percent(self.per_day), days=days, grown=show(grown))
        if self.cap is not None and owed * self.per_day * days > owed * self.cap:
            capped = _CAPPED.put(most=show(grown))
            return Text(line.zh + capped.zh, f"{line.en} {capped.en}")
        return line


def days_late(due: date, paid: date, still: StandStill = RUNNING) -> int:
    """Return the days after a last day up to the day of payment, without those that stand still."""
    if paid <= due:
        return 0
    return (paid - due).days - still.days(due, paid)


def pay_in_order(paid: Decimal, owed: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return what a payment leaves of each debt, the first being paid first; what is over is lost to none.

    2014 interpretation, article 4: the money the document orders first, then the doubled part.
    """
    left = []
    for debt in owed:
        part = min(paid, debt)
        paid -= part
        left.append(debt - part)
    return tuple(left)


def _percent(rate: Decimal) -> str:
    return f"{(rate * 100).normalize():f}%"


_TOLD = Text(
    "{owed} 元 × 每天 {percent} × {days} 天 = {grown} 元。",
    "{owed} yuan × {percent} a day × {days} days = {grown} yuan.",
)
_CAPPED = Text("最多 {most} 元。", "It is never more than {most} yuan.")
