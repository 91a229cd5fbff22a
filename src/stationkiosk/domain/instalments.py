"""Paying in parts: sums that come to the whole to the fen, and the days they fall due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stationkiosk.domain.calendar import Calendar, add_months
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.money import show, to_fen, to_yuan
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text, rolled


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of a sum in yuan; ``due`` is its last day, ``agreed`` the day before it rolled."""

    n: int
    amount: Decimal
    agreed: date
    due: date

    def told(self) -> tuple[Text, ...]:
        """Tell why this part is due on its day."""
        line = _PART.put(n=self.n, amount=show(self.amount), day=day_text(self.agreed))
        return (line, *rolled(self.agreed, self.due))


def split(total: Decimal, parts: int) -> tuple[Decimal, ...]:
    """Return a sum in equal parts to the fen; the last takes what does not divide.

    No part, or a part without a fen, is our own mistake: ValueError.
    """
    fen = to_fen(total)
    if parts < 1 or fen < parts:
        raise ValueError(parts)
    each = fen // parts
    return (*(to_yuan(each) for _ in range(parts - 1)), to_yuan(fen - each * (parts - 1)))


def plan(
    amounts: Sequence[Decimal], first: date, calendar: Calendar, *, every_months: int = 1
) -> tuple[Instalment, ...]:
    """Return each part with its day: the same day of the month as the first, or the month's end.

    A day at rest rolls to the next working day; the one after is counted from the first again.
    """
    days = [add_months(first, n * every_months) for n in range(len(amounts))]
    pairs = enumerate(zip(amounts, days, strict=True), start=1)
    return tuple(Instalment(n, amount, day, calendar.roll(day)) for n, (amount, day) in pairs)


def check_sum(total: Decimal, amounts: Sequence[Decimal], question: str = "") -> Problem | None:
    """Return what is wrong with parts that shall come to a whole: too little, too much, or nothing."""
    if any(amount <= 0 for amount in amounts):
        return Problem(question, "instalment_empty")
    missing = total - sum(amounts)
    if missing > 0:
        return Problem(question, "instalments_short", {"missing": show(missing)})
    if missing < 0:
        return Problem(question, "instalments_over", {"over": show(-missing)})
    return None


_PART = Text("第 {n} 期 {amount} 元，约定{day}付。", "Part {n}, {amount} yuan, agreed for {day}.")
