"""Whether the lists and the search say what the record says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from stationkiosk.domain.calendar import station_day
from stationkiosk.store import heads, lists, search
from stationkiosk.store.findings import Finding
from stationkiosk.store.heads import HEADS
from stationkiosk.store.list_rows import Made, made
from stationkiosk.store.lists import COUNT, DAY, LOOSE, OWED, QUEUE, TIE, WAITING

_READ = {"yield_per": 1000}


class _Expected:
    """What the lists must hold, as far as sums can tell."""

    def __init__(self) -> None:
        self.waiting = self.ties = 0
        self.counts: Counter[tuple[str, str]] = Counter()
        self.days: dict[date, tuple[int, int]] = {}

    def take(self, n: int, one: Made) -> None:
        """Add the lines of case ``n``."""
        self.waiting += sum(hash((n, *wait)) for wait in one.waiting)
        self.ties += sum(hash((kind, key, n)) for kind, key in one.ties)
        self.counts.update(lists.counted(one))
        day = station_day(one.line["filed_at"])
        first, last = self.days.get(day, (n, n))
        self.days[day] = min(first, n), max(last, n)


def list_findings(connection: Connection) -> Iterator[Finding]:
    """Yield the lines that differ from what the record makes of them, and the lists as a whole."""
    expected = _Expected()
    known = iter(connection.execute(select(QUEUE).order_by(QUEUE.c.case_id), execution_options=_READ))
    for source in lists.sources(connection):
        row, one = next(known, None), made(source)
        if row is None or any(getattr(row, name) != value for name, value in one.line.items()):
            yield Finding(str(source.case.id), 0, "list_changed", QUEUE.name)
            return
        expected.take(row.n, one)
    if next(known, None) is not None:
        yield Finding("", 0, "list_changed", QUEUE.name)
    yield from _wholes(connection, expected)


def _wholes(connection: Connection, expected: _Expected) -> Iterator[Finding]:
    waits = (hash((row.n, *lists.wait_of(row))) for row in _rows(connection, WAITING))
    ties = (hash((row.kind, row.key, row.n)) for row in _rows(connection, TIE))
    counts = {(row.list, row.key): row.lines for row in _rows(connection, COUNT) if row.lines}
    days = {row.day: (row.first, row.last) for row in _rows(connection, DAY)}
    owed = set(map(tuple, connection.execute(lists.OWED_NOW).all()))
    loose = set(connection.execute(lists.LOOSE_NOW).scalars())
    lines = ((hay, tags) for _n, hay, tags in lists.found(connection))
    for table, same in (
        (WAITING, sum(waits) == expected.waiting),
        (TIE, sum(ties) == expected.ties),
        (COUNT, counts == dict(expected.counts)),
        (DAY, days == expected.days),
        (OWED, {(row.case_id, row.n) for row in _rows(connection, OWED)} == owed),
        (LOOSE, loose <= {row.case_id for row in _rows(connection, LOOSE)}),
        (HEADS, not connection.execute(heads.WRONG).first()),
    ):
        if not same:
            yield Finding("", 0, "list_changed", table.name)
    if search.sums(connection) != search.sums_of(lines):
        yield Finding("", 0, "list_changed", search.TABLE)


def _rows(connection: Connection, table: Table) -> Iterable[Row[Any]]:
    return connection.execute(select(table), execution_options=_READ)
