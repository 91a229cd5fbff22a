"""The index that finds cases by words: FTS5 without contents and without places (SQLite).

A document is all words of one case under the number that ``queue_cases`` gives it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from zlib import crc32

from sqlalchemy import Connection

from stationkiosk.store.search_words import document

TABLE = "search"
_CREATE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, content='', contentless_delete=1, detail=none,"
    " tokenize=\"ascii tokenchars ':._-'\")"
)
_ADD = f"INSERT INTO {TABLE} (rowid, words) VALUES (?, ?)"
_REPLACE = f"UPDATE {TABLE} SET words = ? WHERE rowid = ?"
_SET = f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES (?, ?)"
_FOUND = (
    f"SELECT q.n, q.hay FROM {TABLE} JOIN queue_cases AS q ON q.n = {TABLE}.rowid"
    f" WHERE {TABLE} MATCH ? AND {TABLE}.rowid < ? ORDER BY {TABLE}.rowid DESC"
)
_NUMBERS = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH ? AND rowid < ? ORDER BY rowid DESC"
_IN_ONE_PIECE = f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')"
_HELD_IN_MEMORY = 1 << 20
_HELD_WHILE_BUILT = 48 << 20
_BUCKETS = 1 << 16


def put_search(connection: Connection) -> None:
    """Make the index, empty."""
    connection.exec_driver_sql(_CREATE)


def drop_search(connection: Connection) -> None:
    """Remove the index, where there is one."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {TABLE}")


def add(connection: Connection, n: int, hay: str, tags: str) -> None:
    """Enter a case."""
    connection.exec_driver_sql(_ADD, (n, document(hay, tags)))


def replace(connection: Connection, n: int, hay: str, tags: str) -> None:
    """Enter a case anew."""
    connection.exec_driver_sql(_REPLACE, (document(hay, tags), n))


def fill(connection: Connection, cases: Iterable[tuple[int, str, str]]) -> None:
    """Enter many cases, ``(n, hay, tags)`` in the order of their numbers, in large pieces."""
    connection.exec_driver_sql(_SET, ("hashsize", _HELD_WHILE_BUILT))
    some: list[tuple[int, str]] = []
    for n, hay, tags in cases:
        some.append((n, document(hay, tags)))
        if len(some) == 1000:
            connection.exec_driver_sql(_ADD, some)
            some.clear()
    if some:
        connection.exec_driver_sql(_ADD, some)
    connection.exec_driver_sql(_SET, ("hashsize", _HELD_IN_MEMORY))
    connection.exec_driver_sql(_IN_ONE_PIECE)


def sums(connection: Connection) -> list[int]:
    """Return how many cases hold the words of each bucket; a word's bucket is a digest of it."""
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab(main, {TABLE}, row)"
    )
    counted = [0] * _BUCKETS
    for term, cases in connection.exec_driver_sql("SELECT term, doc FROM temp.search_terms"):
        counted[bucket(term)] += cases
    connection.exec_driver_sql("DROP TABLE temp.search_terms")
    return counted


def sums_of(cases: Iterable[tuple[str, str]]) -> list[int]:
    """Return what ``sums`` must be for cases with these words."""
    counted: Counter[int] = Counter()
    for hay, tags in cases:
        counted.update(map(bucket, document(hay, tags).split()))
    return [counted[at] for at in range(_BUCKETS)]


def bucket(word: str) -> int:
    """Return the bucket of a word."""
    return crc32(word.encode()) % _BUCKETS


def found(connection: Connection, expression: str, below: int) -> Iterator[tuple[int, str]]:
    """Yield ``(n, hay)`` of the cases that an expression finds, the last filed first; read what is needed.

    Only those whose number is under ``below`` are looked at.
    """
    with connection.exec_driver_sql(_FOUND, (expression, below)) as rows:
        yield from rows


def numbers(connection: Connection, expression: str, below: int) -> Iterator[int]:
    """Yield the numbers of the cases that ``found`` yields."""
    with connection.exec_driver_sql(_NUMBERS, (expression, below)) as rows:
        yield from rows.scalars()
