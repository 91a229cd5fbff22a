"""One transaction of the store: rows change and the journal says so, together or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select

from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import Changed
from stationkiosk.domain.ports import Random
from stationkiosk.ledger.canonical import canonical
from stationkiosk.ledger.journal import (
    NO_HEAD,
    SALT_BYTES,
    STATION_CHAIN,
    Entry,
    Head,
    chain_name,
    make_entry,
)
from stationkiosk.store import heads, lists
from stationkiosk.store.base import Base
from stationkiosk.store.rows import RowChange, Shape, plain, shape
from stationkiosk.store.tables import Journal, JournalSalt

_HEAD = (
    select(Journal.seq, Journal.hash)
    .where(Journal.chain == bindparam("of"))
    .order_by(Journal.seq.desc())
    .limit(1)
)
_ADD_ENTRY = insert(Journal)
_ADD_SALTS = insert(JournalSalt)


def head_of(connection: Connection, chain: str) -> Head:
    """Return the last entry of a chain."""
    row = connection.execute(_HEAD, {"of": chain}).first()
    return NO_HEAD if row is None else Head(row.seq, row.hash)


class Unit:
    """One transaction. ``connection`` serves plain selects and the tables that are not journaled."""

    def __init__(self, connection: Connection, random: Random) -> None:
        self.connection = connection
        self._random = random
        self._changes: list[RowChange] = []
        self._chains: dict[str, set[str]] = {}
        self._ends: dict[str, Entry] = {}

    def insert(self, table: type[Base], /, **values: object) -> None:
        """Add a row; of a journaled table it is recorded for the next ``journal``."""
        found = shape(table)
        self.connection.execute(found.insert, values)
        if found.chain is not None:
            self._changes.append(found.inserted(values))

    def insert_all(self, table: type[Base], rows: Iterable[Mapping[str, object]]) -> None:
        """Add rows that name the same columns, in one go."""
        kept = [dict(row) for row in rows]
        if not kept:
            return
        found = shape(table)
        self.connection.execute(found.insert, kept)
        if found.chain is not None:
            self._changes.extend(found.inserted(row) for row in kept)

    def update(
        self,
        table: type[Base],
        key: Mapping[str, object],
        /,
        *,
        expect_version: int | None = None,
        **values: object,
    ) -> None:
        """Change the row whose whole primary key is ``key``; a version column goes up by one.

        Raises ``Changed`` when the row's version is not ``expect_version`` any more, and
        ``LookupError`` when there is no such row.
        """
        found = shape(table)
        found.check_key(key)
        if found.versioned:
            values["version"] = self._next_version(found, key, expect_version)
        statement = found.update(tuple(values))
        bound = {f"key_{name}": value for name, value in key.items()}
        bound |= {f"new_{name}": value for name, value in values.items()}
        if self.connection.execute(statement, bound).rowcount != 1:
            raise LookupError(f"no row {dict(key)} in {found.name}")
        if found.chain is not None:
            self._changes.append(found.updated(key, values))

    def _next_version(self, found: Shape, key: Mapping[str, object], expected: int | None) -> int:
        now = self.connection.execute(found.version, {f"key_{n}": v for n, v in key.items()}).scalar()
        if now is None:
            raise LookupError(f"no row {dict(key)} in {found.name}")
        if expected is not None and now != expected:
            raise Changed(found.name, expected, now)
        return int(now) + 1

    def journal(
        self,
        chain: UUID | None,
        actor: Actor,
        action: str,
        at: datetime,
        detail: Mapping[str, object] | None = None,
    ) -> Entry:
        """Write one entry with ``detail`` and every row change since the entry before.

        ``chain`` is a case, or None for the station. Raises ``ValueError`` when a recorded
        row belongs to another chain.
        """
        name = chain_name(chain)
        head = head_of(self.connection, name)
        salts: list[dict[str, object]] = []
        rows = [self._journaled(name, head.seq + 1, at_row, salts) for at_row in enumerate(self._changes)]
        body = canonical({"detail": plain(detail or {}), "rows": rows})
        entry = make_entry(name, head, at, actor.role, actor.name, actor.device, action, body)
        self.connection.execute(_ADD_ENTRY, _values(entry))
        if salts:
            self.connection.execute(_ADD_SALTS, salts)
        self._chains.setdefault(name, set()).update(change.table for change in self._changes)
        self._changes.clear()
        self._ends[name] = entry
        return entry

    def _journaled(
        self, chain: str, seq: int, numbered: tuple[int, RowChange], salts: list[dict[str, object]]
    ) -> dict[str, object]:
        index, change = numbered
        if change.chain != chain:
            raise ValueError(f"a row of {change.table} belongs to {change.chain}, not to {chain}")
        names = [f"{index}.{column}" for column in change.private]
        chance = self._random.bytes(SALT_BYTES * len(names)) if names else b""
        kept = [chance[i : i + SALT_BYTES] for i in range(0, len(chance), SALT_BYTES)]
        salts.extend(
            {"chain": chain, "seq": seq, "name": name, "salt": salt}
            for name, salt in zip(names, kept, strict=True)
        )
        return change.journaled(kept)

    def finish(self) -> tuple[str, ...]:
        """Bring the lists up to date and return the chains that grew.

        Raises ``RuntimeError`` when a change was not journaled.
        """
        if self._changes:
            tables = sorted({change.table for change in self._changes})
            raise RuntimeError(f"changes that the journal does not tell of: {', '.join(tables)}")
        heads.move(self.connection, self._ends.values())
        for chain, touched in self._chains.items():
            if chain != STATION_CHAIN:
                lists.refresh(self.connection, UUID(chain), touched)
        return tuple(self._chains)


def _values(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in Entry.__slots__}
