"""Many other sides as rows of a table: typed, pasted from a spreadsheet, or read from a text file."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stationkiosk.domain.answers import accept
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import Answer, FormPage, Question
from stationkiosk.journeys.sides import NAME, of_side

ENCODINGS = ("utf-8-sig", "gb18030")
"""How a text file may be written; office programs here write the second."""

UTF_16 = (b"\xff\xfe", b"\xfe\xff")

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowRead:
    """One row as it was read: its answers, and what is wrong with it, cell by cell."""

    answers: Mapping[str, Answer]
    problems: tuple[Problem, ...]


def columns(page: FormPage) -> tuple[Question, ...]:
    """Return the columns of the table: the questions about one other side that are always asked."""
    return tuple(question for question in page.questions if of_side(question) and not question.when)


def text_of(data: bytes) -> str:
    """Return what a text file says, in whichever of the usual encodings.

    Raises UnicodeError where it is in none of them, and so no text.
    """
    if data.startswith(UTF_16):
        return data.decode("utf-16")
    for encoding in ENCODINGS[:-1]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(ENCODINGS[-1])


def cells_of(text: str, width: int, headings: Sequence[frozenset[str]] = ()) -> tuple[Cells, ...]:
    """Return the cells of pasted or read text, a tuple of ``width`` a row; empty rows are left out.

    Cells are parted by tabs, as spreadsheets copy them, else by semicolons or commas. A first
    row that says only ``headings``, one set a column, is a heading and left out.
    """
    even = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    rows = (
        tuple(cell.strip() for cell in row) for row in csv.reader(even.split("\n"), delimiter=_mark(even))
    )
    read = [_fitted(row, width) for row in rows if any(row)]
    if read and headings and _is_heading(read[0], headings):
        read = read[1:]
    return tuple(read)


def read_rows(asked: Sequence[Question], rows: Iterable[Cells]) -> tuple[RowRead, ...]:
    """Check every row. A cell left empty is "I don't know" where that is an answer.

    Two rows that say the same are told at the second.
    """
    seen: dict[tuple[str, ...], int] = {}
    read = []
    for n, row in enumerate(rows, 1):
        answers, problems = _checked(asked, row)
        first = seen.setdefault(tuple("".join(cell.split()).casefold() for cell in row), n)
        if first != n:
            problems = (*problems, Problem(NAME, "row_twice", {"row": str(first)}))
        read.append(RowRead(answers, problems))
    return tuple(read)


def _checked(asked: Sequence[Question], row: Cells) -> tuple[dict[str, Answer], tuple[Problem, ...]]:
    answers, problems = dict[str, Answer](), list[Problem]()
    for question, cell in zip(asked, row, strict=True):
        raw = None if question.unknown and not cell else cell
        answer, problem = accept(question, raw)
        if problem is not None:
            problems.append(problem)
        elif answer != "":
            answers[question.id] = answer
    return answers, tuple(problems)


def _mark(text: str) -> str:
    first = text.lstrip("\n").partition("\n")[0]
    return next((mark for mark in ("\t", ";", ",") if mark in first), "\t")


def _fitted(row: Cells, width: int) -> Cells:
    """Return a row of ``width`` cells; what is too much is left out."""
    kept = row[:width]
    return (*kept, *[""] * (width - len(kept)))


def _is_heading(row: Cells, headings: Sequence[frozenset[str]]) -> bool:
    said = [(cell.casefold(), known) for cell, known in zip(row, headings, strict=True) if cell]
    return all(any(word in cell for word in known) for cell, known in said)
