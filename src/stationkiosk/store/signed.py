"""Whether the journal still holds everything that the station once signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, bindparam, select

from stationkiosk.ledger import checkpoint
from stationkiosk.ledger.checkpoint import Standing, Statement
from stationkiosk.ledger.journal import Head
from stationkiosk.ledger.keys import key_id
from stationkiosk.store.findings import Finding
from stationkiosk.store.heads import unpacked
from stationkiosk.store.tables import Checkpoint, Journal

_HASH = select(Journal.hash).where(Journal.chain == bindparam("of"), Journal.seq == bindparam("at_seq"))


def checkpoint_findings(connection: Connection, sign_public: bytes) -> Iterator[Finding]:
    """Yield what does not hold of the checkpoints, and the entries they name that are not there."""
    standing = Standing()
    before, expected = "", 1
    rows = select(Checkpoint.__table__).order_by(Checkpoint.n)
    for row in connection.execute(rows, execution_options={"yield_per": 1}):
        place = f"checkpoint {row.n}"
        if row.n != expected:
            yield Finding("", 0, "checkpoint_missing", f"checkpoint {expected}")
            return
        new = unpacked(row.heads)
        standing.move(new)
        statement = Statement(row.n, row.at, row.size, row.root, before)
        if standing.state(row.n, row.at, before) != statement:
            yield Finding("", 0, "checkpoint_changed", place)
        known = (row.algorithm, row.key_id) == (checkpoint.ALGORITHM, key_id(sign_public))
        if not known or not checkpoint.holds(sign_public, statement, row.signature):
            yield Finding("", 0, "checkpoint_unsigned", place)
        yield from _entries_gone(connection, new, place)
        before, expected = row.root, expected + 1


def _entries_gone(connection: Connection, heads: Mapping[str, Head], place: str) -> Iterator[Finding]:
    for chain, head in sorted(heads.items()):
        found = connection.execute(_HASH, {"of": chain, "at_seq": head.seq}).scalar()
        if found != head.hash:
            yield Finding(chain, head.seq, "entry_missing" if found is None else "entry_changed", place)
