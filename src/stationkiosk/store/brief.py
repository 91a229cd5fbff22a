"""A short look at the store each morning: what can be proved in a moment. ``verify`` proves it all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from stationkiosk.ledger import checkpoint
from stationkiosk.ledger.checkpoint import Statement
from stationkiosk.ledger.journal import NO_HEAD, START, Break, Entry, Head, follow
from stationkiosk.ledger.keys import key_id
from stationkiosk.store import heads
from stationkiosk.store.engine import Store
from stationkiosk.store.faults import disk_faults
from stationkiosk.store.findings import Finding
from stationkiosk.store.tables import Checkpoint, Journal

_STEPS = 20_000
"""SQLite's instructions between two looks at the clock."""

_INTERRUPTED = "interrupted"
_LAST = 500
"""So many entries at the end of a chain are followed; the station's own grows for years."""

_BLOCK = b"\0" * 4096


def whole(store: Store, seconds: float, monotonic: Callable[[], float]) -> bool | None:
    """Tell whether the database holds together; None where the time was not enough to say.

    Every page that was read was checked against its code. KnownError ``store_corrupt``, …
    """
    until = monotonic() + seconds
    with store.read() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_progress_handler(lambda: monotonic() > until, _STEPS)
        try:
            (found,) = connection.exec_driver_sql("PRAGMA quick_check(1)").one()
        except DBAPIError as error:
            if _INTERRUPTED not in str(error.orig):
                raise
            return None
        finally:
            driver.set_progress_handler(None, 0)
    return bool(found == "ok")


@dataclass(frozen=True, slots=True)
class Followed:
    """How many chains and entries were followed, and the first thing that does not hold."""

    chains: int
    entries: int
    finding: Finding | None


def follow_since(store: Store, since: datetime) -> Followed:
    """Follow the chains that went on since a moment, to their ends; the ends must be as they were kept."""
    chains = entries = 0
    with store.read() as connection:
        for chain, head in sorted(_moved_since(connection, since).items()):
            chains += 1
            for step in _chain(connection, chain, head):
                if isinstance(step, Finding):
                    return Followed(chains, entries, step)
                entries += 1
    return Followed(chains, entries, None)


def _moved_since(connection: Connection, since: datetime) -> dict[str, Head]:
    moved = heads.moved(connection)
    query = select(Checkpoint.heads).where(Checkpoint.at >= since).order_by(Checkpoint.n.desc())
    for kept in connection.execute(query).scalars():
        moved = heads.unpacked(kept) | moved
    return moved


def _chain(connection: Connection, chain: str, head: Head) -> Iterator[Entry | Finding]:
    before = _before(connection, chain, head.seq - _LAST)
    query = select(Journal.__table__).where(Journal.chain == chain, Journal.seq > before.seq)
    rows = connection.execute(query.order_by(Journal.seq).limit(_LAST * 2))
    last = before
    for step in follow(chain, (Entry(*row) for row in rows), before):
        if isinstance(step, Break):
            yield Finding(chain, step.seq, step.what)
            return
        last = Head(step.seq, step.hash)
        yield step
        if last.seq == head.seq and last != head:
            yield Finding(chain, head.seq, "entry_changed")
            return
    if last.seq < head.seq:
        yield Finding(chain, last.seq + 1, "entry_missing")


def _before(connection: Connection, chain: str, seq: int) -> Head:
    if seq < 1:
        return NO_HEAD
    query = select(Journal.hash).where(Journal.chain == chain, Journal.seq == seq)
    return Head(seq, connection.execute(query).scalar() or START)


@dataclass(frozen=True, slots=True)
class Signed:
    """The last checkpoint, the short name of the key that signed it, and whether the signature holds."""

    statement: Statement
    key_id: str
    holds: bool


def last_checkpoint(store: Store, sign_public: bytes) -> Signed | None:
    """Return the last checkpoint, None at a station that has none."""
    query = select(Checkpoint.__table__).order_by(Checkpoint.n.desc()).limit(2)
    with store.read() as connection:
        rows = connection.execute(query).all()
    if not rows:
        return None
    row = rows[0]
    statement = Statement(row.n, row.at, row.size, row.root, rows[1].root if len(rows) > 1 else "")
    known = (row.algorithm, row.key_id) == (checkpoint.ALGORITHM, key_id(sign_public))
    return Signed(statement, row.key_id, known and checkpoint.holds(sign_public, statement, row.signature))


def parts_of(point: Statement, signed_by: str) -> tuple[str, ...]:
    """Return what a sheet states of a checkpoint: number, time to the second, chains, root, key."""
    at = point.at.astimezone(UTC).isoformat(timespec="seconds")
    return str(point.n), at, str(point.size), point.root, signed_by


def kept(store: Store, stated: Sequence[str]) -> bool:
    """Tell whether a checkpoint is in the store as a sheet states it, in the order of ``parts_of``."""
    query = select(Checkpoint.__table__).where(Checkpoint.n == int(stated[0]))
    with store.read() as connection:
        row = connection.execute(query).first()
    if row is None:
        return False
    return parts_of(Statement(row.n, row.at, row.size, row.root, ""), row.key_id) == tuple(stated)


def write_beside(file: Path) -> None:
    """Write a block beside ``file`` down to the disk and take it away. KnownError ``disk_full``, …"""
    trial = file.with_name(f".{file.name}.{os.getpid()}.trial")
    with disk_faults(trial):
        try:
            descriptor = os.open(trial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            try:
                os.write(descriptor, _BLOCK)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        finally:
            trial.unlink(missing_ok=True)
