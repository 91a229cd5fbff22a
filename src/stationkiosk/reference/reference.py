"""What was loaded, as one frozen object, and the questions the rest of the house asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from stationkiosk.domain import routes as ways
from stationkiosk.domain.calendar import Calendar, station_day
from stationkiosk.domain.clauses import Clause
from stationkiosk.domain.clocks import Clock
from stationkiosk.domain.confirmability import Confirmability
from stationkiosk.domain.damages import Damages
from stationkiosk.domain.deadlines import Deadline, reckon, reckon_from
from stationkiosk.domain.disputes import Dispute
from stationkiosk.domain.fees import CaseFee, Share
from stationkiosk.domain.fines import Fine
from stationkiosk.domain.forms import ConsentAsked, Form, Kind
from stationkiosk.domain.grounds import Breach, Ground
from stationkiosk.domain.interest import Rate
from stationkiosk.domain.laws import LawVersion
from stationkiosk.domain.mediation import MediationRule
from stationkiosk.domain.official_numbers import BureauNumber, NumberWord
from stationkiosk.domain.routes import Matrix, Route, RouteOffer
from stationkiosk.domain.rules import Article, Book, Counting, Period
from stationkiosk.domain.terms import Term
from stationkiosk.domain.text import Text
from stationkiosk.domain.thresholds import Threshold
from stationkiosk.domain.triage import Triage
from stationkiosk.reference.rows import fault
from stationkiosk.reference.words import Words

ISSUER = "issuer.bureau"
"""The row of the bureau in whose name the station acts."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What the law, the forms and the languages say, as loaded."""

    forms: Mapping[str, Form]
    triage: Triage
    kinds: tuple[Kind, ...]
    consents: tuple[ConsentAsked, ...]
    words: Words
    periods: Book[Period]
    counting: Book[Counting]
    articles: Book[Article]
    matrix: Matrix
    laws: Book[LawVersion]
    terms: Book[Term]
    number_words: Book[NumberWord]
    grounds: Book[Ground]
    case_fee: Book[CaseFee]
    shares: Book[Share]
    rates: Book[Rate]
    fines: Book[Fine]
    damages: Book[Damages]
    thresholds: Book[Threshold]
    calendar: Calendar
    clauses: Book[Clause]
    confirmability: Book[Confirmability]
    breaches: Book[Breach]
    mediation: Book[MediationRule]

    def ways(self, dispute: Dispute, day: date) -> tuple[RouteOffer, ...]:
        """Return every track for a dispute on a day, open or not, each with reason, court and cost."""
        return ways.ways(self.matrix, self._case_fee(day), dispute, day)

    @property
    def routes(self) -> Book[Route]:
        """The rows of the gate matrix."""
        return self.matrix.routes

    def words_of(self, kind: str, day: date) -> frozenset[str]:
        """Return the words that papers' numbers of a kind, ``court`` or ``bureau``, may hold on a day."""
        return frozenset(w.word for w in self.number_words.all_on(day) if w.id.startswith(f"{kind}."))

    def issuer(self, day: date) -> NumberWord:
        """Return the bureau in whose name the station acts: its name, and what its numbers begin with."""
        return self._number_word(ISSUER, day)

    def official_number(self, kind: str, day: date, count: int, counter: str) -> BureauNumber:
        """Return the number of our own paper of a kind: the ``count``-th of ``counter`` this year."""
        bureau, word = self.issuer(day), self._number_word(f"bureau.{kind}", day)
        return BureauNumber(bureau.word, word.word, day.year, count, ordinal=True, counter=counter)

    def has_official_number(self, kind: str) -> bool:
        """Tell whether papers of a kind bear the bureau's number, and not the case's."""
        return f"bureau.{kind}" in self.number_words.rows

    def _number_word(self, row_id: str, day: date) -> NumberWord:
        row = self.number_words.on(row_id, day)
        if row is None:
            raise fault("numbers.toml", row_id, "no_row_on_day", day.isoformat())
        return row

    def deadline(self, rule: str, start: date) -> Deadline:
        """Return the last day of a period set going on ``start``, by the rule of that day."""
        return reckon(self.period(rule, start), start, self.calendar)

    def deadline_from(self, rule: str, moment: datetime) -> Deadline:
        """Return the last day, or for hours the last moment, of a period set going at a moment."""
        return reckon_from(self.period(rule, station_day(moment)), moment, self.calendar)

    def clock(self, rule: str, start: date) -> Clock:
        """Return the clock of a period set going on ``start``, to be paused or lengthened."""
        return Clock(self.period(rule, start), start)

    def period(self, rule: str, day: date) -> Period:
        """Return a period as the rule in force on a day has it."""
        period = self.periods.on(rule, day)
        if period is None:
            raise fault("deadlines.toml", rule, "no_row_on_day", day.isoformat())
        return period

    def article(self, name: str, day: date) -> Text:
        """Return how the law in force on a day calls a provision."""
        row = self.articles.on(name, day)
        if row is None:
            raise fault("articles.toml", name, "no_row_on_day", day.isoformat())
        return row.label

    def choices(self, name: str, day: date) -> tuple[Ground, ...]:
        """Return what may be chosen of a list on a day, in the law's own order."""
        held = (row for row in self.grounds.all_on(day) if row.list == name)
        return tuple(sorted(held, key=lambda row: row.number))

    def choice(self, name: str, option: str, day: date) -> Text:
        """Return what was chosen from a list, as it is said on a day; what no list has, as it is."""
        held = {row.option: row.label for row in self.choices(name, day)}
        return held.get(option, Text(option, option))

    def way(self, way: str, day: date) -> MediationRule:
        """Return the rule of a way to mediate on a day."""
        row = self.mediation.on(way, day)
        if row is None:
            raise fault("mediation.toml", way, "no_row_on_day", day.isoformat())
        return row

    def elsewhere(self, breach: str | None, day: date) -> Breach | None:
        """Return the authority that alone may punish a breach, None where that is this agency."""
        return next((row for row in self.breaches.all_on(day) if row.id == breach), None)

    def punished_elsewhere(self) -> frozenset[str]:
        """Return the breaches that another authority punishes from now on."""
        return frozenset(breach for breach, rows in self.breaches.rows.items() if rows[-1].valid_to is None)

    def _case_fee(self, day: date) -> CaseFee:
        row = self.case_fee.on("case_fee", day)
        if row is None:
            raise fault("fees.toml", "case_fee", "no_row_on_day", day.isoformat())
        return row
