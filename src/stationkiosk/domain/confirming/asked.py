"""What a check is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from stationkiosk.domain.agreement import Agreement, Term
from stationkiosk.domain.phrases import Phrases
from stationkiosk.domain.text import Text

LEAST_SIDES = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a check found something: the index of the term, and the words or names concerned."""

    term: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check is given: the agreement, today, and the rule's own words, clauses and days.

    ``said`` holds what each term says, made ``even`` for searching.
    """

    agreement: Agreement
    today: date
    said: tuple[Text, ...]
    phrases: Phrases
    clauses: tuple[str, ...]
    days: int

    def terms(self) -> Iterator[tuple[int, Term]]:
        """Yield each term with its index."""
        return iter(enumerate(self.agreement.terms))


Check = Callable[[Asked], Iterator[Hit]]
