"""Reading many tables side by side, one case after another, each row once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import Connection, Row, select

from stationkiosk.store.base import Base, Chain
from stationkiosk.store.rows import Shape, shape
from stationkiosk.store.tables import Journal, JournalSalt

_AT_ONCE = 200


def journaled(chain: Chain) -> list[Shape]:
    """Return the tables whose changes stand on case chains, or on the station's."""
    found = [shape(cast("type[Base]", mapper.class_)) for mapper in Base.registry.mappers]
    return sorted((one for one in found if one.chain is chain), key=lambda one: one.name)


class Grouped:
    """The rows of one table by the chain they belong to, in the order of the chains' names."""

    def __init__(self, connection: Connection, one: Shape) -> None:
        self.shape = one
        order = [one.table.c[name] for name in one.key]
        options = {"yield_per": _AT_ONCE}
        self._rows = iter(connection.execute(select(one.table).order_by(*order), execution_options=options))
        self._next: Row[Any] | None = next(self._rows, None)

    def before(self, chain: str) -> Iterator[tuple[str, Row[Any]]]:
        """Yield the rows of chains whose names come before ``chain``, with those names."""
        while self._next is not None and (name := self._chain(self._next)) < chain:
            yield name, self._take()

    def of(self, chain: str) -> Iterator[Row[Any]]:
        """Yield the rows of ``chain``; those before it must have been taken."""
        while self._next is not None and self._chain(self._next) == chain:
            yield self._take()

    def _chain(self, row: Row[Any]) -> str:
        return self.shape.chain_of(getattr(row, self.shape.key[0]))

    def _take(self) -> Row[Any]:
        row = self._next
        assert row is not None
        self._next = next(self._rows, None)
        return row


class ByChain:
    """The entries of the journal, or their salts, by chain."""

    def __init__(self, connection: Connection, table: type[Journal] | type[JournalSalt]) -> None:
        options = {"yield_per": _AT_ONCE}
        order = select(table.__table__).order_by(table.chain, table.seq)
        self._rows = iter(connection.execute(order, execution_options=options))
        self._next: Row[Any] | None = next(self._rows, None)

    @property
    def chain(self) -> str:
        """Return the name of the chain that comes next, ``""`` at the end."""
        return "" if self._next is None else self._next.chain

    def of(self, chain: str) -> Iterator[Row[Any]]:
        """Yield what belongs to ``chain``, passing over what comes before it."""
        while self._next is not None and self._next.chain <= chain:
            row = self._next
            self._next = next(self._rows, None)
            if row.chain == chain:
                yield row
