"""kill -9 at random moments of work at the desk: each act is there whole or not at all, and verifies."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.world import World, application

ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 0.6
CASES, KILLS = 12, 5


def killed_after(folder: Path, seconds: float, who: str = "tests.faults.clerk") -> list[tuple[str, str]]:
    """Let somebody work for so long after the first act, kill it, and return what was said to be done."""
    command = [sys.executable, "-m", who, str(folder)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout
    lines = [process.stdout.readline()]
    time.sleep(seconds)
    process.kill()
    lines += process.stdout.read().splitlines(keepends=True)
    process.wait()
    process.stdout.close()
    said = (line.split() for line in lines if line.endswith("\n"))
    return [(words[0], words[1]) for words in said if len(words) == 2]


def test_kills_at_the_desk_leave_each_act_whole_or_out(tmp_path: Path) -> None:
    world = World.make(tmp_path)
    for n in range(CASES):
        world.counter().file(application(world.station), f"press-{n}")
    world.close()
    chance, told = random.Random(9), set[tuple[str, str]]()
    for _ in range(KILLS):
        told.update(killed_after(tmp_path, chance.uniform(0, LONGEST_SECONDS)))
    assert told
    world = World.reopen(tmp_path)
    world.counter().start_up()
    acted = {(str(row.case_id), row.action) for row in rows(world.station, tables.Acted)}
    undone = {str(row.case_id) for row in rows(world.station, tables.Acted) if row.undone_at}
    reached = {str(row.case_id) for row in rows(world.station, tables.Contact)}
    for case_id, what in told:
        done = {"undo": case_id in undone, "contact": case_id in reached}
        assert done.get(what, (case_id, what) in acted)
    entries = Counter(
        (row.chain, row.action.removeprefix("mediation.")) for row in rows(world.station, tables.Journal)
    )
    for case_id, action in acted:
        assert entries[case_id, action] >= 1
    notices = [row for row in rows(world.station, tables.Paper) if row.kind == "inquiry_notice"]
    assert {str(row.case_id) for row in notices} == {c for c, action in acted if action == "inquire"}
    numbers = [row.number for row in rows(world.station, tables.Paper)]
    assert len(set(numbers)) == len(numbers) == len(rows(world.station, tables.PaperFile))
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings
    world.close()
