"""kill -9 at random moments of filing: what was acknowledged is there, once, and the record verifies."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.world import World

ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 0.4
BATCH = 400


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.filer", str(folder), str(BATCH)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def killed_after(process: subprocess.Popen[str], seconds: float) -> list[list[str]]:
    """Let it file for so long after its first word, kill it, and return what it acknowledged."""
    assert process.stdout
    lines = [process.stdout.readline()]
    time.sleep(seconds)
    process.kill()
    lines += process.stdout.read().splitlines(keepends=True)
    process.wait()
    process.stdout.close()
    return [line.split() for line in lines if line.endswith("\n") and len(line.split()) == 3]


def kill_again_and_again(folder: Path, runs: int) -> None:
    World.make(folder).close()
    chance = random.Random(runs)
    acknowledged: dict[str, tuple[str, str]] = {}
    for _ in range(runs):
        for key, number, code in killed_after(start(folder), chance.uniform(0, LONGEST_SECONDS)):
            assert acknowledged.setdefault(key, (number, code)) == (number, code)
    world = World.reopen(folder)
    world.counter().start_up()
    with world.station.store.read() as connection:
        kept = dict(connection.execute(select(tables.Case.client_key, tables.Case.number)).all())
        files = connection.execute(select(tables.PaperFile.case_id)).all()
    assert {key: kept[key] for key in acknowledged} == {key: n for key, (n, _) in acknowledged.items()}
    assert len(set(kept.values())) == len(kept) == len(files)
    last_number, last_code = list(acknowledged.values())[-1]
    assert world.counter().progress(last_code).number == last_number
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings
    world.close()


def test_twenty_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 20)


@pytest.mark.long
def test_two_hundred_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, 200)
