"""Reads the dated rules: periods, articles, ways, fees, holidays; corrections lie over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypedDict, TypeVar

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.fees import Bracket, CaseFee
from stationkiosk.domain.routes import Gate, Route
from stationkiosk.domain.rules import Article, Book, Confidence, Dated, Period, Unit, lay_over
from stationkiosk.reference.rows import Row, fault, read

DatedRow = TypeVar("DatedRow", bound=Dated)


_Year = tuple[tuple[date, ...], tuple[date, ...], bool]
"""The holidays and the worked weekends of a year, and whether its notice is still awaited."""


class _DatedFields(TypedDict):
    id: str
    valid_from: date
    valid_to: date | None
    source: str
    confidence: Confidence


def load_book(
    file: str, table: str, make: Callable[[Row], DatedRow], folder: Path, corrections: Path | None
) -> Book[DatedRow]:
    """Return the rows of a file; a station's correction lies over the shipped rows of its id."""
    rows = _rows(folder / file, table, make)
    if corrections and (corrections / file).is_file():
        mended = [replace(row, corrected=True) for row in _rows(corrections / file, table, make)]
        for unknown in {row.id for row in mended} - {row.id for row in rows}:
            raise fault(file, unknown, "unknown_row")
        rows = lay_over(rows, mended)
    book = Book.of(rows)
    flaw = book.flaw()
    if flaw:
        raise fault(file, flaw[0].id, flaw[1])
    return book


def load_calendar(folder: Path, corrections: Path | None) -> Calendar:
    """Return the calendar; a corrected year replaces the shipped one.

    A year ``awaited`` has no notice yet: the holidays the regulation itself fixes rest, and
    what is reckoned in it stays provisional.
    """
    years = _years(folder / "holidays.toml")
    if corrections and (corrections / "holidays.toml").is_file():
        years |= _years(corrections / "holidays.toml")
    return Calendar(
        holidays=frozenset(day for holidays, _, _ in years.values() for day in holidays),
        workdays=frozenset(day for _, workdays, _ in years.values() for day in workdays),
        years=frozenset(year for year, (_, _, awaited) in years.items() if not awaited),
    )


def period(row: Row) -> Period:
    """Take a period apart."""
    value = row.integer("value")
    if value < 1:
        row.fail("out_of_range", "value")
    return Period(
        **_dated(row),
        label=row.text("label"),
        value=value,
        unit=_one_of(row, "unit", Unit),
        article=row.text("article"),
        start=row.text("start"),
        roll=not row.flag("stays"),
    )


def article(row: Row) -> Article:
    """Take an article apart."""
    return Article(**_dated(row), label=row.text("label"))


def route(row: Row) -> Route:
    """Take a row of the gate matrix apart."""
    return Route(
        **_dated(row),
        kind=row.string("kind"),
        track=row.string("track"),
        gate=_one_of(row, "gate", Gate),
        label=row.text("label"),
        term=row.text("term"),
        why=row.text("why"),
        cost=row.text("cost"),
        agency=row.text("agency"),
        article=row.text("article"),
        suggested=row.flag("suggested"),
    )


def case_fee(row: Row) -> CaseFee:
    """Take a table of case fees apart."""
    brackets = tuple(
        Bracket(
            up_to=_decimal(bracket, "up_to") if bracket.has("up_to") else None,
            rate=_decimal(bracket, "rate"),
            constant=_decimal(bracket, "constant"),
        )
        for bracket in row.rows("bracket")
    )
    tops = [bracket.up_to for bracket in brackets]
    if not tops or tops[-1] is not None or None in tops[:-1] or tops[:-1] != sorted(filter(None, tops)):
        row.fail("out_of_order", "bracket")
    return CaseFee(
        **_dated(row),
        brackets=brackets,
        without_amount=(_decimal(row, "without_amount_least"), _decimal(row, "without_amount_most")),
    )


def _rows(path: Path, table: str, make: Callable[[Row], DatedRow]) -> list[DatedRow]:
    file = read(path)
    rows = [make(row) for row in file.rows(table)]
    file.done()
    return rows


def _dated(row: Row) -> _DatedFields:
    return {
        "id": row.string("id"),
        "valid_from": row.day("valid_from"),
        "valid_to": row.day_or_none("valid_to"),
        "source": row.string("source"),
        "confidence": _one_of(row, "confidence", Confidence),
    }


Choice = TypeVar("Choice", Unit, Gate, Confidence)


def _one_of(row: Row, key: str, choices: Callable[[Any], Choice]) -> Choice:
    try:
        return choices(row.string(key))
    except ValueError:
        row.fail("wrong_type", key)


def _decimal(row: Row, key: str) -> Decimal:
    try:
        return Decimal(row.string(key))
    except ArithmeticError:
        row.fail("wrong_type", key)


def _years(path: Path) -> dict[int, _Year]:
    file = read(path)
    years = {}
    for row in file.rows("year"):
        year = row.integer("year")
        row.string("source")
        holidays, workdays = row.days("holidays"), row.days("workdays")
        if year in years or any(day.year != year for day in (*holidays, *workdays)):
            row.fail("wrong_year", str(year))
        years[year] = (holidays, workdays, row.flag("awaited"))
    file.done()
    return years
