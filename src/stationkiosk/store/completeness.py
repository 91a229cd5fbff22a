"""Whether anything is missing or left over that no single chain can tell of.

A number and its case come in one transaction, so the numbers of a day have no gaps: a
case that was removed with its whole journal still leaves one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sqlalchemy import Connection, select

from stationkiosk.domain.numbering import ALPHABET, parse_case_number
from stationkiosk.store.findings import Finding
from stationkiosk.store.tables import Case, Counter, EvidenceChunk, Exhibit, OfficialCounter, Paper

_Book = tuple[date, int]
"""A day and the block its numbers came from."""

_Series = tuple[str, int]
"""What an official number begins with, and its year."""

_OFFICIAL = re.compile(r"(.+)〔([0-9]{4})〕第([1-9][0-9]*)号")


def completeness_findings(connection: Connection) -> Iterator[Finding]:
    """Yield the numbers whose cases are gone, and the bytes of cases that no exhibit names."""
    given, used = _counters(connection), _serials(connection)
    for book in sorted({*given, *used}):
        yield from _gaps(book, *given.get(book, (1, 0)), sorted(used.get(book, ())))
    yield from _official(connection)
    yield from _unclaimed(connection)


def _counters(connection: Connection) -> dict[_Book, tuple[int, int]]:
    rows = connection.execute(select(Counter.__table__))
    return {(row.day, row.block % len(ALPHABET)): (row.first, row.last) for row in rows}


def _serials(connection: Connection) -> dict[_Book, list[int]]:
    used: dict[_Book, list[int]] = defaultdict(list)
    for text in connection.execute(select(Case.number)).scalars():
        number = parse_case_number(text)
        if number is not None:
            used[number.day, number.block].append(number.serial)
    return used


def _gaps(book: _Book, first: int, last: int, serials: list[int]) -> Iterator[Finding]:
    day, block = book
    for before, after in pairwise([first - 1, *serials, last + 1]):
        if after > before + 1:
            yield Finding("", 0, "case_missing", f"{day} {ALPHABET[block]} {before + 1}-{after - 1}")
    if serials and not first <= serials[0] <= serials[-1] <= last:
        yield Finding("", 0, "counter_behind", f"{day} {ALPHABET[block]} {last}")


def _official(connection: Connection) -> Iterator[Finding]:
    """Yield official numbers whose papers are gone, that came twice, or that no counter gave."""
    rows = connection.execute(select(OfficialCounter.__table__))
    given: dict[_Series, int] = {(row.series, row.year): row.last for row in rows}
    used: dict[_Series, list[int]] = defaultdict(list)
    bearing = select(Paper.number).where(Paper.number.like("%〔%"))
    for found in map(_OFFICIAL.fullmatch, connection.execute(bearing).scalars()):
        if found:
            used[found[1], int(found[2])].append(int(found[3]))
    for series in sorted({*given, *used}):
        last, counts = given.get(series, 0), sorted(used.get(series, ()))
        where = f"{series[0]} {series[1]}"
        for before, after in pairwise([0, *counts, last + 1]):
            if after > before + 1:
                yield Finding("", 0, "official_missing", f"{where} {before + 1}-{after - 1}")
        if counts and (len(set(counts)) < len(counts) or counts[-1] > last):
            yield Finding("", 0, "official_unsound", f"{where} {last}")


def _unclaimed(connection: Connection) -> Iterator[Finding]:
    named = (
        select(Exhibit.n)
        .where(Exhibit.case_id == EvidenceChunk.case_id, Exhibit.sha256 == EvidenceChunk.sha256)
        .exists()
    )
    query = select(EvidenceChunk.case_id, EvidenceChunk.sha256).distinct()
    for row in connection.execute(query.where(EvidenceChunk.case_id.in_(select(Case.id)), ~named)):
        yield Finding(str(row.case_id), 0, "evidence_extra", row.sha256)
