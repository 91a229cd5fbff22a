"""No column of any journaled table can be changed without verification naming it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy import Column, text

from stationkiosk.store.base import Base, Chain
from stationkiosk.store.engine import Store
from stationkiosk.store.grouped import journaled
from stationkiosk.store.rows import Shape
from stationkiosk.store.types import Blob, Day, Flag, Id, Json, Moment, Whole, Words
from stationkiosk.store.verification import verify
from tests.store.conftest import NOON, STATION
from tests.store.test_verification import KEYS

CASE = UUID(int=7)
SAMPLES: dict[type, object] = {
    Id: CASE,
    Words: "样例 𠮷",
    Whole: 5,
    Flag: True,
    Moment: datetime(2026, 1, 2, 3, 4, 5, 678901, NOON.tzinfo),
    Day: date(2026, 1, 2),
    Json: {"甲": [1, None, True]},
    Blob: b"\x00\xff",
}
OTHERS: dict[type, object] = {
    Id: UUID(int=8).bytes,
    Words: "x",
    Whole: 6,
    Flag: 0,
    Moment: 7,
    Day: "2026-01-03",
    Json: "[]",
    Blob: b"\x01",
}
COLUMNS = [
    pytest.param(shape, column, id=f"{shape.name}.{column.name}")
    for chain in Chain
    for shape in journaled(chain)
    for column in shape.table.columns
    if column.name not in shape.key
]


def model(shape: Shape) -> type[Base]:
    return next(m.class_ for m in Base.registry.mappers if m.local_table is shape.table)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One row in every journaled table."""
    store = Store.create(tmp_path_factory.mktemp("full") / "s.db", KEYS.store)
    with store.write() as unit:
        for chain, owner in ((Chain.CASE, CASE), (Chain.STATION, None)):
            for shape in sorted(journaled(chain), key=lambda one: one.name != "cases"):
                unit.insert(model(shape), **{c.name: SAMPLES[type(c.type)] for c in shape.table.columns})
            unit.journal(owner, STATION, "fill", NOON)
    yield store
    store.close()


def told(store: Store) -> set[tuple[str, str]]:
    return {(finding.what, finding.where) for finding in verify(store, KEYS).findings}


def test_every_type_of_value_is_proven_unchanged(full: Store) -> None:
    assert {what for what, _ in told(full)} <= {"evidence_missing", "paper_changed"}


@pytest.mark.parametrize(("shape", "column"), COLUMNS)
def test_a_change_of_any_column_is_named(full: Store, shape: Shape, column: Column[object]) -> None:
    before = told(full)
    with full.write() as unit:
        run = unit.connection.execute
        if shape.name == "paper_files":
            run(text("DROP TRIGGER IF EXISTS paper_files_no_update"))
        kept = run(text(f"SELECT {column.name} FROM {shape.name}")).scalar_one()
        run(text(f"UPDATE {shape.name} SET {column.name} = :new"), {"new": OTHERS[type(column.type)]})
    place = " ".join(str(SAMPLES[type(shape.table.c[part].type)]) for part in shape.key[1:])
    where = " ".join(filter(None, (shape.name, place, column.name)))
    assert ("row_changed", where) in told(full) - before
    with full.write() as unit:
        unit.connection.execute(text(f"UPDATE {shape.name} SET {column.name} = :old"), {"old": kept})
    assert told(full) == before
