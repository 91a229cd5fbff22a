"""The lists say what the record says, however they came about."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.store import cipher, lists, search
from stationkiosk.store.engine import Store
from stationkiosk.store.list_tables import DERIVED, QueueCase, QueueCount, QueueDay, QueueWaiting
from stationkiosk.store.schema import migrate
from stationkiosk.store.tables import Deadline, Matter, Party
from stationkiosk.store.unit import Unit
from tests.store.conftest import KEY, NOON, PUBLIC, fail_after_writing, put_case

DAY = date(2026, 12, 1)


def deadline(unit: Unit, case_id: UUID, n: int, due: date, matter_n: int = 1) -> None:
    unit.insert(
        Deadline,
        case_id=case_id,
        n=n,
        matter_n=matter_n,
        rule="mediation.decide",
        start=NOON.date(),
        due=due,
        provisional=False,
        stopped_at=None,
        trace=[],
    )
    unit.journal(case_id, PUBLIC, "clock", NOON)


def filled(store: Store, count: int = 3) -> list[UUID]:
    """A store with cases, the last of which is refused and the first of which has a last day."""
    cases = []
    for n in range(1, count + 1):
        with store.write() as unit:
            cases.append(put_case(unit, f"LJ07A-20261122-0000{n}-0", NOON + timedelta(minutes=n)))
    with store.write() as unit:
        deadline(unit, cases[0], 1, DAY)
    with store.write() as unit:
        unit.update(Matter, {"case_id": cases[-1], "n": 1}, state="refused", owner_role="")
        unit.journal(cases[-1], PUBLIC, "refuse", NOON)
    return cases


def everything(store: Store) -> dict[str, list[Any]]:
    """What stands in the derived tables and in the index."""
    with store.read() as connection:
        rows = {
            one.__tablename__: sorted(map(repr, connection.execute(select(one.__table__)).all()))
            for one in DERIVED
        }
        zero = select(QueueCount.__table__).where(QueueCount.lines == 0)
        gone = set(map(repr, connection.execute(zero).all()))
        rows["queue_counts"] = [row for row in rows["queue_counts"] if row not in gone]
        return rows | {"search": list(search.sums(connection))}


def test_a_case_stands_in_the_lists_from_the_transaction_that_made_it(store: Store) -> None:
    cases = filled(store)
    with store.read() as connection:
        lines = connection.execute(select(QueueCase.__table__).order_by(QueueCase.n)).all()
        waiting = connection.execute(select(QueueWaiting.__table__)).all()
        days = connection.execute(select(QueueDay.__table__)).all()
    assert [line.case_id for line in lines] == cases
    assert [(line.claimant, line.respondent) for line in lines] == [("样例张三", "样例贸易有限公司")] * 3
    assert [(line.due, line.state, line.ended) for line in lines] == [
        (DAY, "applied", False),
        (None, "applied", False),
        (None, "refused", True),
    ]
    assert sorted((row.holder, row.due, row.n) for row in waiting) == [
        ("clerk", "2026-12-01", 1),
        ("clerk", "9999", 2),
    ]
    assert [(row.first, row.last) for row in days] == [(1, 3)]
    assert [line.asked for line in lines] == [50_000_00] * 3


def test_lists_made_anew_are_those_that_grew(store: Store) -> None:
    filled(store)
    before = everything(store)
    with store.write() as unit:
        lists.rebuild(unit.connection)
    assert everything(store) == before


def test_a_name_that_changes_is_found_under_the_new_one_alone(store: Store) -> None:
    case_id = filled(store, 1)[0]
    with store.write() as unit:
        unit.update(Party, {"case_id": case_id, "n": 1}, name="样例李四")
        unit.journal(case_id, PUBLIC, "correct", NOON)
    with store.read() as connection:
        assert [n for n, _ in search.found(connection, '"李四"', 99)] == [1]
        assert not list(search.found(connection, '"张三"', 99))
    grown = everything(store)
    with store.write() as unit:
        lists.rebuild(unit.connection)
    assert everything(store) == grown


def test_nothing_stays_in_the_lists_of_a_transaction_that_failed(store: Store) -> None:
    filled(store)
    before = everything(store)
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(store, "LJ07A-20261122-00009-0")
    assert everything(store) == before


def test_an_older_store_gets_its_lists_when_it_is_upgraded(store: Store, path: Path) -> None:
    filled(store)
    before = everything(store)
    with store.write() as unit:
        migrate(unit.connection, "0007")
    store.close()
    opened = Store.open(path, KEY)
    assert everything(opened) == before
    opened.close()
    bare = cipher.connect(path, KEY)
    assert bare.execute("SELECT count(*) FROM search('李') ").fetchone() == (0,)
    bare.close()
