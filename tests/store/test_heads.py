"""A checkpoint over what moved states what one over everything would."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Connection, select

from stationkiosk.ledger.checkpoint import Standing, Statement
from stationkiosk.ledger.journal import Head
from stationkiosk.store import heads, lists
from stationkiosk.store.checkpoints import take
from stationkiosk.store.engine import Store
from stationkiosk.store.heads import BLOCKS, HEADS
from stationkiosk.store.list_findings import list_findings
from stationkiosk.store.list_tables import LooseEvidence
from stationkiosk.store.tables import Copy, Journal
from stationkiosk.store.uuid7 import uuid7
from stationkiosk.store.verification import verify
from tests.store.conftest import NOON, RANDOM, STATION, FixedClock, put_case
from tests.store.test_verification import KEYS


def standing(store: Store, n: int, before: str) -> Statement:
    """What a checkpoint must state, by the whole journal."""
    whole = Standing()
    with store.read() as connection:
        entries = connection.execute(select(Journal.__table__).order_by(Journal.chain, Journal.seq))
        whole.move({row.chain: Head(row.seq, row.hash) for row in entries})
    return whole.state(n, NOON, before)


def note(store: Store, *chains: UUID | None) -> None:
    with store.write() as unit:
        for chain in chains:
            unit.journal(chain, STATION, "note", NOON)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of four, so that few cases make many."""
    for place in ("stationkiosk.store.heads.BLOCK", "stationkiosk.ledger.checkpoint.BLOCK"):
        monkeypatch.setattr(place, 4)


@pytest.mark.usefixtures("small_blocks")
def test_checkpoints_one_after_another_state_the_whole(store: Store) -> None:
    clock = FixedClock()
    ids = [uuid7(clock, RANDOM) for _ in range(40) if clock.move(seconds=1) is None]
    cases = [case_id for n, case_id in enumerate(ids) if n % 3]
    last = ""

    def filed(*new: UUID) -> None:
        with store.write() as unit:
            for case_id in new:
                put_case(unit, f"LJ07A-{case_id}", case_id=case_id)

    steps = (
        lambda: filed(*cases[:17]),
        lambda: note(store, None),
        lambda: note(store, cases[0], cases[9], None),
        lambda: filed(cases[17]),
        lambda: (filed(ids[0], *cases[18:]), note(store, cases[3])),
        lambda: note(store, *cases),
    )
    for n, step in enumerate(steps, 1):
        step()
        taken = take(store, KEYS, NOON)
        assert taken == standing(store, n, last)
        last = taken.root
    proof = verify(store, KEYS)
    assert [one.what for one in proof.findings if one.what.startswith("checkpoint")] == []
    with store.write() as unit:
        lists.rebuild(unit.connection)
        assert heads.moved(unit.connection) == {}
        assert unit.connection.execute(select(BLOCKS)).all() == []
    note(store, cases[1])
    assert take(store, KEYS, NOON) == standing(store, len(steps) + 1, last)


@pytest.mark.usefixtures("small_blocks")
def test_what_moves_while_a_checkpoint_is_signed_is_in_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.write() as unit:
        cases = [put_case(unit, f"LJ07A-{n}", NOON + timedelta(n)) for n in range(9)]
    made = heads.tree

    def slow(connection: Connection, new: dict[str, Head]) -> heads.Tree:
        tree = made(connection, new)
        note(store, cases[2])
        return tree

    with monkeypatch.context() as held:
        held.setattr(heads, "tree", slow)
        first = take(store, KEYS, NOON)
    with store.read() as connection:
        assert set(heads.moved(connection)) == {str(cases[2])}
    assert take(store, KEYS, NOON) == standing(store, 2, first.root)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE chain_heads SET hash = 'ff' WHERE chain <> 'station'",
        "UPDATE chain_heads SET seq = seq - 1 WHERE chain <> 'station'",
        "DELETE FROM chain_heads",
    ],
)
def test_heads_that_are_not_the_journals_are_told(store: Store, damage: str) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-20261122-00001-0")
    with store.write() as unit:
        unit.connection.exec_driver_sql(damage)
    with store.read() as connection:
        assert [one.where for one in list_findings(connection)] == [HEADS.name]


def test_start_up_asks_the_lists_and_never_walks_through_all_cases(store: Store) -> None:
    asked = {
        "copies": select(Copy.__table__).where(lists.moving()),
        "loose": select(LooseEvidence.__table__),
        "moved": select(HEADS.c.chain).where(HEADS.c.stated != HEADS.c.seq),
    }
    with store.read() as connection:
        for query in asked.values():
            words = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}")]
            assert "ix_" in plan[0] or "loose_evidence" in plan[0]
