"""Playing a chain's entries again, to see whether the tables say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from stationkiosk.ledger.canonical import canonical, parse
from stationkiosk.ledger.journal import SALTED, Entry, salted
from stationkiosk.store.rows import Shape, plain

Salts = Mapping[tuple[int, str], bytes]
"""The salts of a chain by sequence number and name; erased ones are not there."""


ERASED: tuple[object, ...] = ("", None, [], {})
"""What may stand where a private value was erased with its salt."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value as an entry tells it: which entry, and under which name its salt is kept."""

    seq: int
    value: object
    salt: str

    def says(self, value: object, salts: Salts) -> bool:
        """Tell whether ``value`` is what the entry wrote; a private value without its salt was erased."""
        if not isinstance(self.value, dict) or SALTED not in self.value:
            return self.value == value
        salt = salts.get((self.seq, self.salt))
        return value in ERASED if salt is None else salted(salt, value) == self.value[SALTED]


_Key = tuple[str, str]


class Replay:
    """What the rows of one chain must be, after its entries."""

    def __init__(self) -> None:
        self._rows: dict[_Key, dict[str, Written]] = {}
        self._seq: dict[_Key, int] = {}
        self._left: set[_Key] = set()

    def play(self, entry: Entry) -> None:
        """Take in one entry. Raises ``ValueError`` when its body is not what this program writes."""
        body = parse(entry.body)
        try:
            for index, row in enumerate(body["rows"]):
                key = (row["table"], canonical(row["key"]))
                written = {
                    name: Written(entry.seq, value, f"{index}.{name}")
                    for name, value in row["values"].items()
                }
                self._rows.setdefault(key, {}).update(written)
                self._seq[key] = entry.seq
                self._left.add(key)
        except (KeyError, TypeError, AttributeError) as fault:
            raise ValueError(f"no list of rows in entry {entry.seq}") from fault

    def compare(self, shape: Shape, row: Row[Any], salts: Salts) -> Iterator[tuple[int, str]]:
        """Yield ``(seq, column)`` for what a row says otherwise; ``(0, "")`` when no entry wrote it."""
        values = {name: plain(getattr(row, name)) for name in shape.columns}
        key = (shape.name, canonical({name: values.pop(name) for name in shape.key}))
        if key not in self._rows:
            yield 0, ""
            return
        self._left.discard(key)
        told = self._rows[key]
        for name, value in values.items():
            written = told.get(name, Written(self._seq[key], None, ""))
            if not written.says(value, salts):
                yield written.seq, name

    def seq_of(self, shape: Shape, row: Row[Any]) -> int:
        """Return the entry that last wrote the row, 0 for none."""
        key = canonical({name: plain(getattr(row, name)) for name in shape.key})
        return self._seq.get((shape.name, key), 0)

    def missing(self) -> Iterator[tuple[int, str, str]]:
        """Yield ``(seq, table, key)`` of the rows that entries wrote and no table holds."""
        for table, key in sorted(self._left):
            yield self._seq[table, key], table, key
