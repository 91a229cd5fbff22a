from __future__ import annotations

from pathlib import Path

from stationkiosk.store.engine import Store
from stationkiosk.store.wal import log_of, lost_commits
from tests.store.conftest import put_case


def test_no_log_and_an_empty_one_lost_nothing(store: Store, path: Path) -> None:
    store.close()
    assert not lost_commits(path)
    log_of(path).write_bytes(b"")
    assert not lost_commits(path)


def test_a_damaged_start_of_the_log_lost_everything_in_it(store: Store, path: Path) -> None:
    for n in range(3):
        with store.write() as unit:
            put_case(unit, f"LJ07A-{n}")
    assert not lost_commits(path)
    with log_of(path).open("r+b") as file:
        file.seek(9)
        file.write(b"\xff")
    assert lost_commits(path)


def test_a_log_that_starts_again_lost_nothing(store: Store, path: Path) -> None:
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
    with store.read() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(RESTART)")
    with store.write() as unit:
        assert not lost_commits(path)
        put_case(unit, "LJ07A-2")
    assert not lost_commits(path)
