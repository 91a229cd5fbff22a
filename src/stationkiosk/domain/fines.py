"""The range of a fine for a breach, by the law of a day and what the breach came to.

APL 37: the law of the day of the act counts, unless that of the day of the decision is lighter.
The range is a hint to an officer, never a decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from stationkiosk.domain.laws import Severity
from stationkiosk.domain.money import show
from stationkiosk.domain.rules import Book, Dated
from stationkiosk.domain.text import Text


class When(StrEnum):
    """Which case a band of a fine is for."""

    LARGE = "large"
    SMALL = "small"
    ORDINARY = "ordinary"
    SERIOUS = "serious"
    PERSON = "person"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Breach:
    """What is known of a breach: what it came to in yuan, how grave it is, who did it.

    ``came_to`` is the turnover or the gain, as the law asks; None where there was none or it
    cannot be reckoned.
    """

    came_to: Decimal | None = None
    serious: bool = False
    unit: bool = True


@dataclass(frozen=True, slots=True)
class Band:
    """From least to most in yuan, or in multiples of what the breach came to."""

    when: When
    least: Decimal
    most: Decimal
    times: bool = False

    def range(self, came_to: Decimal) -> tuple[Decimal, Decimal]:
        """Return least and most in yuan."""
        factor = came_to if self.times else Decimal(1)
        return self.least * factor, self.most * factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Fine(Dated):
    """What may be fined for a breach.

    ``threshold`` in yuan parts small from large; a sum right on it is large if ``from_threshold``.
    ``confiscate`` tells that goods or gains are taken too, ``optional`` that a fine need not be
    set, ``innocent_free`` that a seller who did not know and names the source is only told to stop.
    """

    label: Text
    article: Text
    agency: Text
    bands: tuple[Band, ...]
    threshold: Decimal | None = None
    from_threshold: bool = True
    confiscate: bool = False
    optional: bool = False
    innocent_free: bool = False

    def band(self, breach: Breach) -> Band:
        """Return the band a breach falls in."""
        wanted = self._when(breach)
        return next((band for band in self.bands if band.when in wanted), self.bands[0])

    def _when(self, breach: Breach) -> tuple[When, ...]:
        if self.threshold is not None:
            return (When.LARGE if self._large(breach.came_to, self.threshold) else When.SMALL,)
        grave = When.SERIOUS if breach.serious else When.ORDINARY
        return (grave, When.UNIT if breach.unit else When.PERSON)

    def _large(self, came_to: Decimal | None, threshold: Decimal) -> bool:
        if came_to is None:
            return False
        return came_to > threshold or (self.from_threshold and came_to == threshold)


@dataclass(frozen=True, slots=True)
class FineRange:
    """Least and most in yuan by the law that counts, and why it is that law."""

    least: Decimal
    most: Decimal
    rule: Fine
    trace: tuple[Text, ...]


def fine_range(
    fines: Book[Fine], rule: str, breach: Breach, *, acted: date, decided: date
) -> FineRange | None:
    """Return the range for a breach by the law of its day, or of the decision's if that is lighter.

    None where no rule of that name held on the day of the act.
    """
    then, now = fines.on(rule, acted), fines.on(rule, decided)
    if then is None:
        return None
    if now is None or now == then:
        return _found(then, breach, _SAME)
    if severity(now, breach) < severity(then, breach):
        return _found(now, breach, _LIGHTER)
    return _found(then, breach, _OF_THE_ACT)


def _range(fine: Fine, breach: Breach) -> tuple[Decimal, Decimal]:
    return fine.band(breach).range(breach.came_to or Decimal(0))


def severity(fine: Fine, breach: Breach) -> Severity:
    """Return how hard a rule hits a breach."""
    least, most = _range(fine, breach)
    return Severity(punished=True, most=most, least=least, must=not fine.optional)


def _found(fine: Fine, breach: Breach, why: Text) -> FineRange:
    least, most = _range(fine, breach)
    told = (_RANGE if least else _UP_TO).put(least=show(least), most=show(most))
    return FineRange(least, most, fine, (fine.article, why, told))


_SAME = Text(
    "行为当天和作出决定时适用同一规定。", "One rule holds on the day of the act and of the decision."
)
_LIGHTER = Text(
    "作出决定时的规定处罚较轻，适用新规定。",
    "The rule on the day of the decision is lighter, so it applies.",
)
_OF_THE_ACT = Text(
    "新规定不比旧规定轻，适用行为当天的规定。",
    "The newer rule is not lighter, so that of the day of the act applies.",
)
_RANGE = Text("罚款 {least} 元至 {most} 元。", "A fine from {least} to {most} yuan.")
_UP_TO = Text("罚款 {most} 元以下。", "A fine of up to {most} yuan.")
