"""Rows of the gate matrix and of rights: ways, courts, versions of laws, terms, words of numbers."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from stationkiosk.domain.courts import Court, Purpose, Venue
from stationkiosk.domain.disputes import Ask, DisputeKind, Fits, Subject
from stationkiosk.domain.grounds import Ground
from stationkiosk.domain.identity_kinds import Tie
from stationkiosk.domain.laws import Basis, LawVersion
from stationkiosk.domain.official_numbers import NumberWord
from stationkiosk.domain.routes import Gate, Route
from stationkiosk.domain.terms import Term
from stationkiosk.reference.rows import Row
from stationkiosk.reference.rules import dated, decimal, one_of

Choice = TypeVar("Choice", bound=StrEnum)


def route(row: Row) -> Route:
    """Take a row of the gate matrix apart."""
    return Route(
        **dated(row),
        fits=_fits(row),
        track=row.string("track"),
        gate=one_of(row, "gate", Gate),
        label=row.text("label"),
        term=row.text("term"),
        why=row.text("why"),
        cost=row.text("cost"),
        agency=row.text("agency"),
        article=row.text("article"),
        suggested=row.flag("suggested"),
    )


def court(row: Row) -> Court:
    """Take a court apart."""
    return Court(**dated(row), name=row.text("name"), sign=row.string("sign", ""))


def venue(row: Row) -> Venue:
    """Take a row of the table of courts apart."""
    return Venue(
        **dated(row),
        court=row.string("court"),
        purposes=_some_of(row, "purposes", Purpose),
        fits=_fits(row),
        why=row.text("why"),
        article=row.text("article"),
    )


def law_version(row: Row) -> LawVersion:
    """Take a version of a law apart."""
    return LawVersion(
        **dated(row),
        title=row.text("title"),
        number=row.string("number", ""),
        basis=one_of(row, "basis", Basis),
    )


def term(row: Row) -> Term:
    """Take the length of a right apart."""
    months = row.integer("months")
    if months < 1:
        row.fail("out_of_range", "months")
    return Term(
        **dated(row),
        label=row.text("label"),
        months=months,
        start=row.text("start"),
        year_end=row.flag("year_end"),
    )


def number_word(row: Row) -> NumberWord:
    """Take a word of a paper's number apart."""
    return NumberWord(**dated(row), word=row.string("word"), label=row.text("label"))


def ground(row: Row) -> Ground:
    """Take a ground of a decision apart."""
    return Ground(
        **dated(row),
        number=row.integer("number", 0),
        label=row.text("label"),
    )


def _fits(row: Row) -> Fits:
    return Fits(
        kinds=_kinds(row),
        subjects=frozenset(_some_of(row, "subjects", Subject)),
        asks=_some_of(row, "asks", Ask),
        only=_some_of(row, "only", Ask),
        ties=_some_of(row, "ties", Tie),
        least=_sum_or_none(row, "least"),
        consumer=row.flag("consumer"),
        rank=row.integer("rank", Fits().rank),
    )


def _kinds(row: Row) -> frozenset[str]:
    kinds = (row.string("kind"),) if row.has("kind") else row.strings("kinds")
    for kind in kinds:
        if kind not in list(DisputeKind):
            row.fail("no_such_kind", kind)
    return frozenset(kinds)


def _some_of(row: Row, key: str, choices: type[Choice]) -> frozenset[Choice]:
    try:
        return frozenset(choices(value) for value in row.strings(key))
    except ValueError as wrong:
        row.fail("wrong_type", f"{key}: {wrong}")


def _sum_or_none(row: Row, key: str) -> Decimal | None:
    return decimal(row, key) if row.has(key) else None
