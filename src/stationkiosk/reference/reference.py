"""What was loaded, as one frozen object, and the questions the rest of the house asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from stationkiosk.domain import routes as ways
from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.clauses import Clause
from stationkiosk.domain.confirmability import Confirmability
from stationkiosk.domain.deadlines import Deadline, reckon
from stationkiosk.domain.fees import CaseFee
from stationkiosk.domain.forms import ConsentAsked, Form, Kind
from stationkiosk.domain.routes import Route, RouteOffer
from stationkiosk.domain.rules import Article, Book, Period
from stationkiosk.domain.text import Text
from stationkiosk.reference.rows import fault
from stationkiosk.reference.words import Words


@dataclass(frozen=True, slots=True)
class Reference:
    """What the law, the forms and the languages say, as loaded."""

    forms: Mapping[str, Form]
    kinds: tuple[Kind, ...]
    consents: tuple[ConsentAsked, ...]
    words: Words
    periods: Book[Period]
    articles: Book[Article]
    routes: Book[Route]
    case_fee: Book[CaseFee]
    calendar: Calendar
    clauses: Book[Clause]
    confirmability: Book[Confirmability]

    def routes_for(self, kind: str, day: date, claimed: Decimal | None = None) -> tuple[RouteOffer, ...]:
        """Return every way for a kind of dispute on a day; ``claimed`` is in yuan."""
        return ways.routes_for(self.routes, self._case_fee(day), kind=kind, day=day, claimed=claimed)

    def deadline(self, rule: str, start: date) -> Deadline:
        """Return the last day of a period set going on ``start``, by the rule of that day."""
        period = self.periods.on(rule, start)
        if period is None:
            raise fault("deadlines.toml", rule, "no_row_on_day", start.isoformat())
        return reckon(period, start, self.calendar)

    def article(self, name: str, day: date) -> Text:
        """Return how the law in force on a day calls a provision."""
        row = self.articles.on(name, day)
        if row is None:
            raise fault("articles.toml", name, "no_row_on_day", day.isoformat())
        return row.label

    def _case_fee(self, day: date) -> CaseFee:
        row = self.case_fee.on("case_fee", day)
        if row is None:
            raise fault("fees.toml", "case_fee", "no_row_on_day", day.isoformat())
        return row
