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
from stationkiosk.store.uuid7 import uuid7
from stationkiosk.store.verification import verify
from tests.casework.answers import asked, rows
from tests.casework.world import World
from tests.faults.filer import SHOPS

ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 0.4
BATCH = 400


def start(folder: Path, what: str = "one", count: int = BATCH) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.filer", str(folder), str(count), what],
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


def test_kills_in_a_batch_leave_none_of_its_cases_or_all(tmp_path: Path) -> None:
    World.make(tmp_path).close()
    chance = random.Random(5)
    acknowledged: dict[str, str] = {}
    for _ in range(6):
        for key, number, _code in killed_after(
            start(tmp_path, "batch"), chance.uniform(0, LONGEST_SECONDS)
        ):
            assert acknowledged.setdefault(key, number) == number
    world = World.reopen(tmp_path)
    with world.station.store.read() as connection:
        kept = dict(connection.execute(select(tables.Case.client_key, tables.Case.number)).all())
    batches = {key.partition("/")[0] for key in kept}
    assert set(acknowledged) <= batches
    assert len(kept) == SHOPS * len(batches)
    assert {key: kept[key] for key in acknowledged} == acknowledged
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings
    world.close()


def test_kills_in_an_answer_leave_it_out_or_whole(tmp_path: Path) -> None:
    world = World.make(tmp_path)
    asked_of = [asked(world, id=uuid7(world.station.clock, world.station.random)) for _ in range(24)]
    (tmp_path / "codes.txt").write_text("\n".join(code for _, code in asked_of))
    world.close()
    chance = random.Random(6)
    acknowledged: dict[str, str] = {}
    for _ in range(4):
        process = start(tmp_path, "answer", len(asked_of))
        for key, number, _code in killed_after(process, chance.uniform(0, LONGEST_SECONDS)):
            assert acknowledged.setdefault(key, number) == number
    world = World.reopen(tmp_path)
    answers = rows(world.station, tables.Response)
    assert {row.client_key for row in answers} >= set(acknowledged)
    consented = {row.case_id for row in rows(world.station, tables.Matter) if row.state == "consented"}
    assert consented == {row.case_id for row in answers}
    papers = {row.case_id for row in rows(world.station, tables.Paper) if row.kind == "answer_receipt"}
    assert papers == consented
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings
    world.close()
