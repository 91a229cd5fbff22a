"""Keeping the lists: of one case in the transaction that changed it, or of all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Row,
    Select,
    Table,
    TextClause,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from stationkiosk.domain.calendar import station_day
from stationkiosk.store import heads, search
from stationkiosk.store.base import Base
from stationkiosk.store.list_rows import Made, Source, Waits, made
from stationkiosk.store.list_tables import DERIVED, LISTS, LooseEvidence
from stationkiosk.store.rows import shape
from stationkiosk.store.tables import (
    Case,
    Claim,
    Deadline,
    EvidenceChunk,
    Matter,
    Paper,
    PaperFile,
    Party,
    Right,
)

CASE, PARTY, RIGHT, CLAIM, MATTER, DEADLINE, PAPER, FILE = (
    shape(one).table for one in (Case, Party, Right, Claim, Matter, Deadline, Paper, PaperFile)
)
QUEUE, WAITING, COUNT, DAY, TIE, OWED = (shape(one).table for one in LISTS)
LOOSE = shape(LooseEvidence).table

LISTED = frozenset({"cases", "parties", "rights", "claims", "matters", "deadlines"})
"""Tables whose rows a line is made from."""
PAPERS = frozenset({"papers", "paper_files"})
MOVING = "state IN ('rendered', 'spooled', 'printing')"
"""The copies of which somebody has to find out what became, as their index names them."""
UNKNOWN = "state = 'unknown'"
"""The copies of which nobody could tell what became, as their index names them."""
TRACKS = "tracks"
"""The list of ``queue_counts`` that counts cases by their tracks."""

_OWNER = func.coalesce(MATTER.c.owner, "").label("owner")
_MATTERS: Select[Any] = select(
    MATTER.c.case_id,
    MATTER.c.n,
    MATTER.c.track,
    MATTER.c.state,
    MATTER.c.since,
    MATTER.c.owner_role,
    _OWNER,
)
_PARTIES: Select[Any] = select(
    PARTY.c.case_id,
    PARTY.c.role,
    PARTY.c.kind,
    PARTY.c.name,
    PARTY.c.id_number,
    PARTY.c.phone,
    PARTY.c.address,
    PARTY.c.answers_for,
)
_RIGHTS: Select[Any] = select(RIGHT.c.case_id, RIGHT.c.kind, RIGHT.c.number, RIGHT.c.name)
_CLAIMS: Select[Any] = select(CLAIM.c.case_id, func.sum(CLAIM.c.amount_fen).label("asked")).group_by(
    CLAIM.c.case_id
)
_DEADLINES: Select[Any] = select(
    DEADLINE.c.case_id, DEADLINE.c.matter_n, DEADLINE.c.due, DEADLINE.c.provisional
).where(DEADLINE.c.stopped_at.is_(None), DEADLINE.c.still_since.is_(None))
_CASES: Select[Any] = select(CASE.c.id, CASE.c.number, CASE.c.form, CASE.c.filed_at)

_ONE_CASE = _CASES.where(CASE.c.id == bindparam("of"))
_BESIDE = ((_PARTIES, PARTY), (_RIGHTS, RIGHT), (_MATTERS, MATTER), (_DEADLINES, DEADLINE))
_OF_CASE = tuple(
    query.where(table.c.case_id == bindparam("of")).order_by(*table.primary_key.columns)
    for query, table in _BESIDE
)
_ASKED = _CLAIMS.where(CLAIM.c.case_id == bindparam("of"))
_KNOWN = select(QUEUE).where(QUEUE.c.case_id == bindparam("of"))
_WAITING_OF = select(WAITING).where(WAITING.c.n == bindparam("at"))
_TIES_OF = select(TIE.c.kind, TIE.c.key).where(TIE.c.n == bindparam("at"))


def moving() -> TextClause:
    """Return what must hold of a copy of which somebody has to find out what became; it has an index."""
    return text(MOVING)


def unknown() -> TextClause:
    """Return what must hold of a copy of which nobody could tell what became; it has an index."""
    return text(f"copies.{UNKNOWN}")


def put_lists(connection: Connection) -> None:
    """Make the tables and the index, empty."""
    Base.metadata.create_all(connection, _tables())
    for statement in _BESIDE_TABLES.values():
        connection.exec_driver_sql(statement)
    search.put_search(connection)


def drop_lists(connection: Connection) -> None:
    """Remove the tables and the index, where they are."""
    search.drop_search(connection)
    for name, statement in _BESIDE_TABLES.items():
        connection.exec_driver_sql(f"DROP {statement.split()[1]} IF EXISTS {name}")
    Base.metadata.drop_all(connection, _tables())


def refresh(connection: Connection, case_id: UUID, touched: Collection[str]) -> None:
    """Bring the lines of a case up to date after a change of the tables ``touched``."""
    if not LISTED.isdisjoint(touched):
        _refresh_lines(connection, case_id)
    if not PAPERS.isdisjoint(touched):
        _refresh_owed(connection, case_id)


def rebuild(connection: Connection) -> None:
    """Make all lists anew from the record; a few minutes for a million cases."""
    drop_lists(connection)
    put_lists(connection)
    connection.execute(insert(OWED).from_select(["case_id", "n"], OWED_NOW))
    connection.execute(insert(LOOSE).from_select(["case_id"], LOOSE_NOW))
    heads.rebuild(connection)
    counts: Counter[tuple[str, str]] = Counter()
    days: dict[date, tuple[int, int]] = {}
    order = func.row_number().over(order_by=(CASE.c.filed_at, CASE.c.id)).label("at")
    place = {row.id: row.at for row in connection.execute(select(CASE.c.id, order))}
    lines: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = []
    ties: list[dict[str, Any]] = []
    for source in sources(connection):
        n, one = place.pop(source.case.id), made(source)
        lines.append({"n": n, **one.line})
        waiting += (_waiting_row(n, wait) for wait in one.waiting)
        ties += ({"kind": kind, "key": key, "n": n} for kind, key in one.ties)
        counts.update(counted(one))
        day = station_day(source.case.filed_at)
        first, last = days.get(day, (n, n))
        days[day] = min(first, n), max(last, n)
        if len(lines) == _AT_ONCE:
            _put(connection, lines, waiting, ties)
    _put(connection, lines, waiting, ties)
    rows = [{"list": one, "key": key, "lines": n} for (one, key), n in counts.items()]
    spans = [{"day": day, "first": first, "last": last} for day, (first, last) in days.items()]
    _insert(connection, COUNT, rows)
    _insert(connection, DAY, spans)
    search.fill(connection, found(connection))


_AT_ONCE = 2000
_BESIDE_TABLES = {
    "ix_copies_moving": f"CREATE INDEX ix_copies_moving ON copies (state) WHERE {MOVING}",
    "ix_copies_unknown": f"CREATE INDEX ix_copies_unknown ON copies (state) WHERE {UNKNOWN}",
    "ix_copies_asked": "CREATE INDEX ix_copies_asked ON copies (asked_at)",
    "loose_evidence_kept": (
        "CREATE TRIGGER loose_evidence_kept AFTER INSERT ON evidence_chunks"
        " WHEN NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id)"
        " BEGIN INSERT OR IGNORE INTO loose_evidence VALUES (NEW.case_id); END"
    ),
    "loose_evidence_filed": (
        "CREATE TRIGGER loose_evidence_filed AFTER INSERT ON cases"
        " BEGIN DELETE FROM loose_evidence WHERE case_id = NEW.id; END"
    ),
}
"""What stands beside the tables, by name: made and dropped with them."""


def found(connection: Connection) -> Iterator[tuple[int, str, str]]:
    """Yield ``(n, hay, tags)`` of every line in order."""
    query = select(QUEUE.c.n, QUEUE.c.hay, QUEUE.c.tags).order_by(QUEUE.c.n)
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
        yield row.n, row.hay, row.tags


def sources(connection: Connection) -> Iterator[Source]:
    """Yield the rows of every case that the lists are made from, in the order of the cases' ids."""

    def told(query: Any, *order: Any) -> Iterator[Row[Any]]:  # noqa: ANN401 -- any select
        options = {"yield_per": _AT_ONCE}
        return iter(connection.execute(query.order_by(*order), execution_options=options))

    ordered = [_Behind(told(query, *table.primary_key.columns)) for query, table in _BESIDE]
    claims = _Behind(told(_CLAIMS, CLAIM.c.case_id))
    for case in told(_CASES, CASE.c.id):
        parties, rights, matters, deadlines = (rows.of(case.id) for rows in ordered)
        yield _source(case, parties, rights, claims.of(case.id), matters, deadlines)


class _Behind:
    """Rows read beside the cases, in the same order."""

    def __init__(self, rows: Iterator[Row[Any]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, case_id: UUID) -> list[Row[Any]]:
        """Return the rows of a case; those of cases before it are passed over."""
        own = []
        while self._next is not None and self._next.case_id <= case_id:
            if self._next.case_id == case_id:
                own.append(self._next)
            self._next = next(self._rows, None)
        return own


def _source(
    case: Row[Any],
    parties: list[Row[Any]],
    rights: list[Row[Any]],
    claims: list[Row[Any]],
    matters: list[Row[Any]],
    deadlines: list[Row[Any]],
) -> Source:
    asked = (claims[0].asked or 0) if claims else 0
    return Source(case, parties, rights[0] if rights else None, asked, matters, deadlines)


def counted(one: Made) -> list[tuple[str, str]]:
    """Return which counts a case adds to."""
    return [(TRACKS, one.line["tracks"]), *((holder, due) for holder, due, *_rest in one.waiting)]


def _refresh_lines(connection: Connection, case_id: UUID) -> None:
    of = {"of": case_id}
    case = connection.execute(_ONE_CASE, of).first()
    if case is None:
        return
    parties, rights, matters, deadlines = (list(connection.execute(query, of)) for query in _OF_CASE)
    claims = list(connection.execute(_ASKED, of))
    one = made(_source(case, parties, rights, claims, matters, deadlines))
    known = connection.execute(_KNOWN, of).first()
    if known is None:
        _enter(connection, one)
    else:
        _change(connection, known, one)


def _enter(connection: Connection, one: Made) -> None:
    n = connection.execute(insert(QUEUE), one.line).lastrowid
    day = station_day(one.line["filed_at"])
    spans = upsert(DAY).values(day=day, first=n, last=n)
    connection.execute(spans.on_conflict_do_update(index_elements=["day"], set_={"last": n}))
    _insert(connection, WAITING, [_waiting_row(n, wait) for wait in one.waiting])
    _insert(connection, TIE, [{"kind": kind, "key": key, "n": n} for kind, key in one.ties])
    _count(connection, Counter(counted(one)))
    search.add(connection, n, one.line["hay"], one.line["tags"])


def _change(connection: Connection, known: Row[Any], one: Made) -> None:
    new = {name: value for name, value in one.line.items() if getattr(known, name) != value}
    if new:
        connection.execute(update(QUEUE).where(QUEUE.c.n == known.n), new)
    if new.keys() & {"hay", "tags"}:
        search.replace(connection, known.n, one.line["hay"], one.line["tags"])
    at = {"at": known.n}
    waits = frozenset(wait_of(row) for row in connection.execute(_WAITING_OF, at))
    before = Counter([(TRACKS, known.tracks), *((holder, due) for holder, due, *_rest in waits)])
    if waits != one.waiting:
        connection.execute(delete(WAITING).where(WAITING.c.n == known.n))
        _insert(connection, WAITING, [_waiting_row(known.n, wait) for wait in one.waiting])
    now = Counter(counted(one))
    now.subtract(before)
    _count(connection, now)
    ties = frozenset((row.kind, row.key) for row in connection.execute(_TIES_OF, at))
    if ties != one.ties:
        connection.execute(delete(TIE).where(TIE.c.n == known.n))
        _insert(connection, TIE, [{"kind": kind, "key": key, "n": known.n} for kind, key in one.ties])


def _count(connection: Connection, more: Counter[tuple[str, str]]) -> None:
    rows = [{"list": one, "key": key, "lines": n} for (one, key), n in more.items() if n]
    if rows:
        connection.execute(_ADD_UP, rows)


_NEW_COUNT = upsert(COUNT)
_ADD_UP = _NEW_COUNT.on_conflict_do_update(
    index_elements=["list", "key"], set_={"lines": COUNT.c.lines + _NEW_COUNT.excluded.lines}
)


def _waiting_row(n: int, wait: Waits) -> dict[str, Any]:
    return {"n": n, **dict(zip(_WAITS, wait, strict=True))}


def wait_of(row: Row[Any]) -> Waits:
    """Return a row of ``queue_waiting`` as it was made."""
    return tuple(getattr(row, name) for name in _WAITS)


_WAITS = ("holder", "due", "matter_n", "form", "track", "state", "owner_role", "since", "provisional")


def _put(connection: Connection, lines: list[Any], waiting: list[Any], ties: list[Any]) -> None:
    for table, rows in ((QUEUE, lines), (WAITING, waiting), (TIE, ties)):
        _insert(connection, table, rows)
        rows.clear()


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    kept = list(rows)
    if kept:
        connection.execute(insert(table), kept)


def _owed() -> Any:  # noqa: ANN401 -- a select
    same = (FILE.c.case_id == PAPER.c.case_id) & (FILE.c.paper_n == PAPER.c.n)
    return select(PAPER.c.case_id, PAPER.c.n).where(~select(FILE.c.paper_n).where(same).exists())


OWED_NOW = _owed()
"""Every paper without bytes, by the record: a walk through all papers."""
LOOSE_NOW: Select[Any] = (
    select(EvidenceChunk.case_id).where(EvidenceChunk.case_id.not_in(select(CASE.c.id))).distinct()
)
"""Every id of evidence that is no case, by the record: a walk through all evidence."""
_OWED_OF = OWED_NOW.where(PAPER.c.case_id == bindparam("of"))
_KNOWN_OWED = select(OWED.c.n).where(OWED.c.case_id == bindparam("of"))


def _refresh_owed(connection: Connection, case_id: UUID) -> None:
    of = {"of": case_id}
    owed = {row.n for row in connection.execute(_OWED_OF, of)}
    known = set(connection.execute(_KNOWN_OWED, of).scalars())
    _insert(connection, OWED, [{"case_id": case_id, "n": n} for n in sorted(owed - known)])
    for n in sorted(known - owed):
        connection.execute(delete(OWED).where(OWED.c.case_id == case_id, OWED.c.n == n))


def _tables() -> list[Table]:
    return [shape(one).table for one in DERIVED]
