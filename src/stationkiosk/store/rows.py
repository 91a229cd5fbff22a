"""How the rows of each table are written, and how a change of one stands in the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, Select, Table, Update, bindparam, insert, select, update

from stationkiosk.ledger.journal import SALTED, STATION_CHAIN, salted
from stationkiosk.store.base import Base, Chain


def plain(value: object) -> object:
    """Return ``value`` as canonical JSON takes it; bytes stand as their SHA-256."""
    if type(value) in _AS_THEY_ARE:
        return value
    spell = _SPELLINGS.get(type(value))
    if spell is not None:
        return spell(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")


_AS_THEY_ARE = frozenset({str, int, bool, type(None)})
_SPELLINGS: dict[type, Callable[[Any], object]] = {
    UUID: str,
    bytes: lambda value: {"sha256": sha256(value).hexdigest()},
    datetime: _moment,
    date: date.isoformat,
    dict: lambda value: {key: plain(item) for key, item in value.items()},
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row added or changed: ``private`` values are still in the clear here."""

    chain: str
    table: str
    op: str
    key: dict[str, object]
    values: dict[str, object]
    private: dict[str, object]

    def journaled(self, salts: list[bytes]) -> dict[str, object]:
        """Return the change as it enters the journal, its private values digested with ``salts``."""
        hidden = {
            column: {SALTED: salted(salt, value)}
            for (column, value), salt in zip(self.private.items(), salts, strict=True)
        }
        return {"table": self.table, "op": self.op, "key": self.key, "values": self.values | hidden}


@dataclass(frozen=True, slots=True)
class Shape:
    """What writing a table's rows needs to know, worked out once."""

    name: str
    table: Table
    chain: Chain | None
    key: tuple[str, ...]
    private: frozenset[str]
    versioned: bool
    columns: tuple[str, ...]
    insert: Insert
    version: Select[Any]
    _updates: dict[tuple[str, ...], Update] = field(default_factory=dict)

    def update(self, columns: tuple[str, ...]) -> Update:
        """Return the statement that sets ``columns`` (``new_…``) of the row with the key (``key_…``)."""
        found = self._updates.get(columns)
        if found is None:
            found = update(self.table).values({name: bindparam(f"new_{name}") for name in columns})
            self._updates[columns] = found = found.where(*_same_key(self.table, self.key))
        return found

    def check_key(self, key: Mapping[str, object]) -> None:
        """Raise ``ValueError`` for less, or more, than the whole primary key."""
        if set(key) != set(self.key):
            raise ValueError(f"the key of {self.name} is {self.key}, not {tuple(key)}")

    def inserted(self, values: Mapping[str, object]) -> RowChange:
        """Return the record of a new row."""
        return self._change("insert", {name: values[name] for name in self.key}, values)

    def updated(self, key: Mapping[str, object], values: Mapping[str, object]) -> RowChange:
        """Return the record of a changed row."""
        return self._change("update", dict(key), values)

    def _change(self, op: str, key: dict[str, object], values: Mapping[str, object]) -> RowChange:
        told = {name: plain(value) for name, value in values.items() if self._tells(op, name, value)}
        return RowChange(
            self.chain_of(key[self.key[0]]),
            self.name,
            op,
            {name: plain(value) for name, value in key.items()},
            {name: value for name, value in told.items() if name not in self.private},
            {name: value for name, value in told.items() if name in self.private},
        )

    def _tells(self, op: str, name: str, value: object) -> bool:
        return name not in self.key and (value is not None or op == "update")

    def chain_of(self, first: object) -> str:
        """Return the name of the chain that tells of a row, by the first value of its key."""
        return STATION_CHAIN if self.chain is Chain.STATION else str(first)


@cache
def shape(table: type[Base]) -> Shape:
    """Return how ``table`` is written."""
    plan = table.__table__
    assert isinstance(plan, Table)
    key = tuple(column.name for column in plan.primary_key.columns)
    counted = [column for column in plan.c if column.info.get("version")]
    return Shape(
        name=plan.name,
        table=plan,
        chain=plan.info["chain"],
        key=key,
        private=frozenset(column.name for column in plan.c if column.info.get("private")),
        versioned=bool(counted),
        columns=tuple(plan.c.keys()),
        insert=insert(plan),
        version=select(*(counted or plan.primary_key.columns)).where(*_same_key(plan, key)),
    )


def _same_key(table: Table, key: tuple[str, ...]) -> list[Any]:
    return [table.c[name] == bindparam(f"key_{name}") for name in key]
