"""Taking a checkpoint: the station signs where all of its chains stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select

from stationkiosk.ledger import checkpoint
from stationkiosk.ledger.checkpoint import Statement
from stationkiosk.ledger.journal import Head
from stationkiosk.ledger.keys import Keys, key_id
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import Checkpoint, Journal


def take(store: Store, keys: Keys, at: datetime) -> Statement:
    """Sign where every chain stands and return the statement; where nothing was added, the last one.

    The heads are gathered and signed outside the transaction that writes them down; where
    another process was quicker, its statement is returned.
    """
    with store.read() as connection:
        known, last = stated(connection)
        heads = _heads(connection)
    new = {chain: head for chain, head in heads.items() if known.get(chain) != head}
    if last is not None and not new:
        return last
    n, before = (last.n + 1, last.root) if last else (1, "")
    statement = checkpoint.state(n, at, heads, before)
    with store.write() as unit:
        if unit.connection.execute(select(func.max(Checkpoint.n))).scalar() != (last.n if last else None):
            return _latest(unit.connection)
        unit.insert(
            Checkpoint,
            n=n,
            at=at,
            size=statement.size,
            root=statement.root,
            heads=packed(new),
            signature=checkpoint.sign(keys.sign, statement),
            key_id=key_id(keys.sign_public),
            algorithm=checkpoint.ALGORITHM,
        )
    return statement


def packed(heads: Mapping[str, Head]) -> dict[str, list[object]]:
    """Return heads as a checkpoint's row keeps them."""
    return {chain: [head.seq, head.hash] for chain, head in heads.items()}


def unpacked(found: Mapping[str, list[object]]) -> dict[str, Head]:
    """Return the heads that a checkpoint's row keeps. Raises ``ValueError`` where they are none."""
    heads = {}
    for chain, (seq, digest) in found.items():
        if not isinstance(seq, int) or not isinstance(digest, str):
            raise ValueError(f"no head: {chain}")
        heads[chain] = Head(seq, digest)
    return heads


def stated(connection: Connection) -> tuple[dict[str, Head], Statement | None]:
    """Return all heads as the checkpoints state them, and the last statement."""
    heads: dict[str, Head] = {}
    last = None
    before = ""
    for row in connection.execute(select(Checkpoint.__table__).order_by(Checkpoint.n)):
        heads |= unpacked(row.heads)
        last = Statement(row.n, row.at, row.size, row.root, before)
        before = row.root
    return heads, last


def _latest(connection: Connection) -> Statement:
    last = stated(connection)[1]
    assert last is not None
    return last


def _heads(connection: Connection) -> dict[str, Head]:
    ends = select(Journal.chain, func.max(Journal.seq).label("seq")).group_by(Journal.chain).subquery()
    joined = (Journal.chain == ends.c.chain) & (Journal.seq == ends.c.seq)
    rows = connection.execute(select(Journal.chain, Journal.seq, Journal.hash).join(ends, joined))
    return {row.chain: Head(row.seq, row.hash) for row in rows}
