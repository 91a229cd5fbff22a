"""Reads the dated rules: periods, articles, ways, fees, holidays; corrections lie over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypedDict, TypeVar

from stationkiosk.domain.calendar import Calendar
from stationkiosk.domain.grounds import Breach
from stationkiosk.domain.rules import Article, Book, Confidence, Dated, lay_over
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


def article(row: Row) -> Article:
    """Take an article apart."""
    return Article(**dated(row), label=row.text("label"))


def breach(row: Row) -> Breach:
    """Take a breach that another authority punishes apart."""
    return Breach(**dated(row), authority=row.text("authority"), article=row.string("article"))


def _rows(path: Path, table: str, make: Callable[[Row], DatedRow]) -> list[DatedRow]:
    file = read(path)
    rows = [make(row) for row in file.rows(table)]
    file.done()
    return rows


def dated(row: Row) -> _DatedFields:
    """Take what every dated row has."""
    return {
        "id": row.string("id"),
        "valid_from": row.day("valid_from"),
        "valid_to": row.day_or_none("valid_to"),
        "source": row.string("source"),
        "confidence": one_of(row, "confidence", Confidence),
    }


Choice = TypeVar("Choice", bound=StrEnum)


def one_of(row: Row, key: str, choices: type[Choice]) -> Choice:
    """Take one of a list of words."""
    try:
        return choices(row.string(key))
    except ValueError:
        row.fail("wrong_type", key)


def decimal(row: Row, key: str) -> Decimal:
    """Take a decimal number, written as a string."""
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
