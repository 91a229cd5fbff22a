"""How long a right lasts, by the rows of the day it began; warnings about its end, never a block.

A term of years from a day ends the day before that day comes round again: a mark registered
on 2016-01-21 lasts to 2026-01-20. A term counted in whole years after an event (works,
software) ends on the last day of the year.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from stationkiosk.domain.calendar import add_months
from stationkiosk.domain.patents import parse_patent
from stationkiosk.domain.rights import RightKind, expiry_warning
from stationkiosk.domain.rules import Book, Dated
from stationkiosk.domain.text import Text
from stationkiosk.domain.trace import day_text

_ONE_DAY = timedelta(days=1)
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Dated):
    """A length in months: of a right's life, its renewal window or a grace.

    It holds for what began between its days: a design filed before 2021-06-01 keeps its ten
    years. ``year_end`` runs to the end of the last calendar year.
    """

    label: Text
    months: int
    start: Text
    year_end: bool = False


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to tell about a right; the words are at ``right.<key>`` with ``values`` put in."""

    key: str
    values: dict[str, Text | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RightSeen:
    """What is known of a right. Days are None where nobody said.

    ``began`` is the day its term runs from: registration of a mark, filing of a patent, first
    publication of a work or program (the author's death for a ``personal`` one). ``expires``
    is the last day as printed, if it is; ``fee_paid_until`` the last day of the patent year
    for which the annual fee is paid.
    """

    kind: RightKind
    number: str = ""
    began: date | None = None
    expires: date | None = None
    fee_paid_until: date | None = None
    personal: bool = False
    evaluated: bool = False


_TERMS = {
    RightKind.TRADEMARK: "trademark.term",
    RightKind.INVENTION: "invention.term",
    RightKind.UTILITY: "utility.term",
    RightKind.DESIGN: "design.term",
    RightKind.WORK: "work.term",
    RightKind.SOFTWARE: "software.term",
}
_PATENTS = frozenset({RightKind.INVENTION, RightKind.UTILITY, RightKind.DESIGN})
_EVALUATED = frozenset({RightKind.UTILITY, RightKind.DESIGN})
_WITHOUT_TERM = {
    RightKind.GEOGRAPHICAL: "no_term_geographical",
    RightKind.TRADE_SECRET: "no_term_secret",
    RightKind.TECHNOLOGY_CONTRACT: "no_term_contract",
}


def last_day(terms: Book[Term], name: str, began: date) -> date | None:
    """Return the last day of a term that began on a day; None where no row holds on that day."""
    term = terms.on(name, began)
    if term is None:
        return None
    if term.year_end:
        return date(began.year + term.months // _MONTHS_A_YEAR, 12, 31)
    return add_months(began, term.months) - _ONE_DAY


def expires(terms: Book[Term], right: RightSeen) -> date | None:
    """Return the last day of a right: as printed, or reckoned from the day it began."""
    if right.expires or right.began is None or right.kind not in _TERMS:
        return right.expires
    return last_day(terms, "work.person" if right.personal else _TERMS[right.kind], right.began)


def warnings(terms: Book[Term], right: RightSeen, on: date) -> tuple[Warned, ...]:
    """Return what somebody who relies on a right ought to hear on a day. Nothing here stops him."""
    found = [*_about_end(terms, right, on), *_about_fee(terms, right, on), *_about_number(right)]
    if right.kind in _EVALUATED and not right.evaluated:
        found.append(Warned("evaluation_report"))
    return tuple(found)


def _about_end(terms: Book[Term], right: RightSeen, on: date) -> tuple[Warned, ...]:
    if right.kind in _WITHOUT_TERM and right.expires is None:
        return (Warned(_WITHOUT_TERM[right.kind]),)
    end = expires(terms, right)
    if end is None:
        return (Warned("end_unknown"),)
    if right.kind in (RightKind.TRADEMARK, RightKind.GEOGRAPHICAL):
        return _about_renewal(terms, end, on)
    return (Warned("ended", {"day": day_text(end)}),) if on > end else ()


def _about_renewal(terms: Book[Term], end: date, on: date) -> tuple[Warned, ...]:
    renewal, grace = _months(terms, "trademark.renewal", end), _months(terms, "trademark.grace", end)
    key = expiry_warning(end, on, renewal=renewal, grace=grace)
    if not key:
        return ()
    return (Warned(f"mark_{key}", {"day": day_text(end), "until": day_text(add_months(end, grace))}),)


def _about_fee(terms: Book[Term], right: RightSeen, on: date) -> tuple[Warned, ...]:
    paid = right.fee_paid_until
    if right.kind not in _PATENTS or paid is None or on <= paid:
        return ()
    until = add_months(paid, _months(terms, "patent.fee_grace", paid))
    return (Warned("fee_late" if on <= until else "fee_lapsed", {"until": day_text(until)}),)


def _about_number(right: RightSeen) -> tuple[Warned, ...]:
    """Tell where a patent's number speaks of another kind or another year of filing."""
    patent = parse_patent(right.number) if right.kind in _PATENTS else None
    if patent is None:
        return ()
    found = [Warned(f"number_is_{patent.kind}")] if patent.kind is not right.kind else []
    if right.began and right.began.year != patent.year:
        found.append(Warned("filed_another_year", {"year": str(patent.year)}))
    return tuple(found)


def _months(terms: Book[Term], name: str, day: date) -> int:
    term = terms.on(name, day)
    return term.months if term else 0
