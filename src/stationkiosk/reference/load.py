"""Loads every resource once, at start-up, into one frozen object; what is wrong fails there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from stationkiosk.domain import routes as ways
from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.deadlines import Deadline, reckon
from stationkiosk.domain.fees import CaseFee
from stationkiosk.domain.forms import ConsentAsked, Form, Kind
from stationkiosk.domain.routes import Route, RouteOffer
from stationkiosk.domain.rules import Article, Book, Period
from stationkiosk.domain.text import Text
from stationkiosk.reference import rules
from stationkiosk.reference.forms import load_consents, load_form, load_kinds
from stationkiosk.reference.rows import fault
from stationkiosk.reference.words import Words, load_words


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


def load(resources: Path, corrections: Path | None = None) -> Reference:
    """Read ``rules``, ``forms`` and ``i18n``. Raises KnownError ``reference_broken``, naming file and row.

    ``corrections`` is a station's folder with the same shape: its rows lie over those shipped.
    """
    mended = corrections if corrections and corrections.is_dir() else None
    folder, over = resources / "rules", mended / "rules" if mended else None
    forms, missing = _forms(resources / "forms")
    texts = load_words(resources / "i18n", mended / "i18n" if mended else None)
    kinds = load_kinds(resources / "forms" / "kinds.toml")
    for kind in kinds:
        if kind.form and kind.form not in forms:
            raise fault("kinds.toml", kind.id, "no_such_form", kind.form)
    articles = rules.load_book("articles.toml", "article", rules.article, folder, over)
    _check_articles(forms, articles)
    return Reference(
        forms=forms,
        kinds=kinds,
        consents=load_consents(resources / "forms" / "consents.toml"),
        words=Words(texts | missing),
        periods=rules.load_book("deadlines.toml", "period", rules.period, folder, over),
        articles=articles,
        routes=rules.load_book("routes.toml", "route", rules.route, folder, over),
        case_fee=rules.load_book("fees.toml", "fee", rules.case_fee, folder, over),
        calendar=rules.load_calendar(folder, over),
    )


NOT_FORMS = ("kinds.toml", "consents.toml")


def _forms(folder: Path) -> tuple[dict[str, Form], dict[str, Text]]:
    forms: dict[str, Form] = {}
    missing: dict[str, Text] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name in NOT_FORMS:
            continue
        form, words = load_form(path)
        for key, text in words.items():
            if missing.setdefault(key, text) != text:
                raise fault(path.name, key, "two_texts", key)
        forms[form.id] = form
    return forms, missing


def _check_articles(forms: Mapping[str, Form], articles: Book[Article]) -> None:
    for form in forms.values():
        for question in form.questions():
            for option in question.options:
                if option.article and option.article not in articles.rows:
                    raise fault(f"{form.id}.toml", option.id, "no_such_article", option.article)
