"""Taking a checkpoint: the station signs where all of its chains stand."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from stationkiosk.ledger import checkpoint
from stationkiosk.ledger.checkpoint import Statement
from stationkiosk.ledger.keys import Keys, key_id
from stationkiosk.store import heads
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import Checkpoint


def take(store: Store, keys: Keys, at: datetime) -> Statement:
    """Sign where every chain stands and return the statement; where nothing was added, the last one.

    The heads that moved are gathered and signed outside the transaction that writes them down;
    where another process was quicker, its statement is returned.
    """
    with store.read() as connection:
        last = _latest(connection)
        new = heads.moved(connection)
        if last is not None and not new:
            return last
        tree = heads.tree(connection, new)
    n, before = (last.n + 1, last.root) if last else (1, "")
    statement = Statement(n, at, tree.size, tree.root, before)
    with store.write() as unit:
        now = _latest(unit.connection)
        if now is not None and now != last:
            return now
        unit.insert(
            Checkpoint,
            n=n,
            at=at,
            size=statement.size,
            root=statement.root,
            heads=heads.packed(new),
            signature=checkpoint.sign(keys.sign, statement),
            key_id=key_id(keys.sign_public),
            algorithm=checkpoint.ALGORITHM,
        )
        heads.keep(unit.connection, new, tree)
    return statement


def _latest(connection: Connection) -> Statement | None:
    columns = (Checkpoint.n, Checkpoint.at, Checkpoint.size, Checkpoint.root)
    rows = connection.execute(select(*columns).order_by(Checkpoint.n.desc()).limit(2)).all()
    if not rows:
        return None
    before = rows[1].root if len(rows) > 1 else ""
    return Statement(rows[0].n, rows[0].at, rows[0].size, rows[0].root, before)
