"""kill -9 between the terms of an agreement and its papers: each act is whole or out, once."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

from stationkiosk.ledger.keys import load_keys
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.mediating.settled import sit_down
from tests.casework.world import World
from tests.faults.test_kill_desk import killed_after

CASES, KILLS, DUTIES = 3, 3, 3
LONGEST_SECONDS = 1.2
ISSUED = {"agreement": 1, "mediation_summary": 2}


def test_kills_at_the_mediators_desk_leave_one_agreement_or_none(tmp_path: Path) -> None:
    world = World.make(tmp_path)
    keys = load_keys(tmp_path / "keys", desk=True)
    for _ in range(CASES):
        sit_down(replace(world.station, keys=keys))
    world.close()
    chance, told = random.Random(6), set[tuple[str, str]]()
    for _ in range(KILLS):
        told.update(killed_after(tmp_path, chance.uniform(0, LONGEST_SECONDS), "tests.faults.mediator"))
    world = World.reopen(tmp_path)
    station = replace(world.station, keys=keys)
    world.counter().start_up()
    acted = {(str(row.case_id), row.action) for row in rows(station, tables.Acted)}
    assert told
    assert told <= acted
    agreed = {str(row.case_id) for row in rows(station, tables.Matter) if row.state == "agreed"}
    effective = [str(row.case_id) for row in rows(station, tables.Agreement) if row.state == "effective"]
    assert (
        sorted(effective)
        == sorted(agreed)
        == sorted(c for c, action in acted if action == "seal_agreement")
    )
    issued = Counter((str(row.case_id), row.kind) for row in rows(station, tables.Paper))
    owed = Counter(str(row.case_id) for row in rows(station, tables.Duty))
    for case_id, action in acted:
        if action == "appoint":
            whole = case_id in agreed
            assert {kind: issued[case_id, kind] for kind in ISSUED} == {
                kind: n * whole for kind, n in ISSUED.items()
            }
            assert owed[case_id] == DUTIES * whole
    numbers = [row.number for row in rows(station, tables.Paper)]
    assert len(set(numbers)) == len(numbers) == len(rows(station, tables.PaperFile))
    found = verify(station.store, station.keys)
    assert found.ok, found.findings
    world.close()
