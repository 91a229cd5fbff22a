"""kill -9 at each moment of a copy: the ledger says what came out, or that nobody can tell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.printing import accounts
from stationkiosk.domain.copies import MOVING, CopyState
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.world import World, application
from tests.faults.printing import MOMENTS, receipts

ROOT = Path(__file__).parents[2]
ENDS = {
    "entered": CopyState.FAILED,
    "begun": CopyState.FAILED,
    "spooled": CopyState.UNKNOWN,
    "writing": CopyState.UNKNOWN,
    "leaving": CopyState.UNKNOWN,
    "in_hand": CopyState.IN_HAND,
}
"""What a copy is in the end; at every other moment its page is in the folder, and it is settled."""


def killed(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "tests.faults.printing", str(folder), *MOMENTS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


def test_a_copy_killed_at_any_moment_is_accounted_for(tmp_path: Path) -> None:
    world = World.make(tmp_path)
    for n in range(len(MOMENTS)):
        world.counter().file(application(world.station), f"press-{n}")
    world.close()
    assert killed(tmp_path) == [f"{moment} 9" for moment in MOMENTS]
    (tmp_path / "away").rename(tmp_path / "printed")
    world = World.reopen(tmp_path)
    counter = Counter(world.station)
    assert {row.state for row in rows(world.station, tables.Copy)} > {"rendered", "spooled", "settled"}
    counter.start_up()
    for _look in range(3):
        counter.tend()
    sheets = {path.name for path in (tmp_path / "printed").glob("*.pdf")}
    for moment, ref in zip(MOMENTS, receipts(world.station), strict=True):
        (copy,) = (row for row in rows(world.station, tables.Copy) if row.case_id == ref.case_id)
        assert copy.state == ENDS.get(moment, CopyState.SETTLED), moment
        assert copy.state not in MOVING
        out = bool(copy.job) and any(copy.job[:6] in sheet for sheet in sheets)
        assert out == (copy.state in (CopyState.SETTLED, CopyState.IN_HAND)), moment
    world.clock.move(minutes=11)
    assert accounts.waiting_count(world.station) == len(MOMENTS) - 1
    found = verify(world.station.store, world.station.keys)
    assert found.ok, found.findings
    world.close()
