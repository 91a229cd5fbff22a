"""Many writers, and writers that die."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from stationkiosk.domain.errors import KnownError
from stationkiosk.store import cipher
from stationkiosk.store.engine import Store
from stationkiosk.store.tables import Case
from stationkiosk.store.verification import verify
from tests.store.conftest import KEY, put_case
from tests.store.test_verification import KEYS

ROOT = Path(__file__).parents[2]


def writer(path: Path, prefix: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", str(path), prefix, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def numbers(store: Store) -> set[str]:
    with store.read() as connection:
        return set(connection.execute(select(Case.number)).scalars())


def test_two_processes_write_at_once_and_lose_nothing(store: Store, path: Path) -> None:
    both = [writer(path, prefix, 40) for prefix in "AB"]
    said = [process.communicate(timeout=60)[0].split() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert numbers(store) == {*said[0], *said[1]}
    assert len(numbers(store)) == 80
    assert verify(store, KEYS).ok


def test_many_threads_write_at_once_and_lose_nothing(store: Store) -> None:
    def work(name: int) -> None:
        for n in range(10):
            with store.write() as unit:
                put_case(unit, f"{name}-{n}")

    threads = [threading.Thread(target=work, args=(name,)) for name in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers(store)) == 60
    assert verify(store, KEYS).ok


def killed_at_random(path: Path, store: Store, runs: int) -> None:
    chance = random.Random(11)
    said: set[str] = set()
    for run in range(runs):
        process = writer(path, f"run{run}", 0)
        assert process.stdout is not None
        said.add(process.stdout.readline().strip())
        time.sleep(chance.random() * 0.05)
        process.kill()
        rest = process.communicate()[0]
        said |= set(rest[: rest.rfind("\n") + 1].split())
    again = Store.open(path, KEY)
    assert len(said) > runs
    assert said <= numbers(again)
    result = verify(again, KEYS)
    assert result.ok
    assert result.cases == len(numbers(again))
    again.close()


def test_a_writer_killed_at_any_moment_loses_nothing_it_acknowledged(store: Store, path: Path) -> None:
    killed_at_random(path, store, 8)


@pytest.mark.long
def test_a_writer_killed_two_hundred_times_loses_nothing_it_acknowledged(store: Store, path: Path) -> None:
    killed_at_random(path, store, 200)


def test_a_store_that_stays_busy_is_told(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "BUSY_SECONDS", 0.1)
    other = Store.open(path, KEY)
    with store.write():
        with pytest.raises(KnownError, match="store_busy"), other.write():
            pass
        told: list[str] = []

        def wait() -> None:
            try:
                with store.write():
                    pass
            except KnownError as fault:
                told.append(fault.key)

        thread = threading.Thread(target=wait)
        thread.start()
        thread.join()
    assert told == ["store_busy"]
    other.close()
    with store.write() as unit:
        put_case(unit, "LJ07A-1")
