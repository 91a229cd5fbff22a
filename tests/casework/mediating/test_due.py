"""The day of the next open duty runs as a clock, so that whoever works on the case is told in time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.mediating.settled import in_effect
from tests.casework.world import World


def awaited(world: World) -> list[date]:
    row = tables.Deadline.__table__
    query = select(row.c.due).where(row.c.rule == "mediation.perform", row.c.stopped_at.is_(None))
    with world.station.store.read() as connection:
        return list(connection.execute(query).scalars())


def test_the_clock_runs_from_one_open_duty_to_the_next_and_ends_with_the_last(world: World) -> None:
    table = in_effect(world)
    seen = [awaited(world)]
    done = {"day": "2026-11-23", "note": "样品：当面说的"}
    for n, duty in enumerate(table.desk.mediation(table.case_id, 1).duties, 1):
        if n == 2:
            table.do("duty_broken", duty=str(duty.n), reason="样品：没有付")
        else:
            table.do("duty_done", duty=str(duty.n), **done)
        seen.append(awaited(world))
    assert seen == [[date(2026, 12, 1)], [date(2026, 12, 21)], [date(2027, 1, 20)], []]
    assert table.do("finish").matters[0].ended
    assert verify(world.station.store, world.station.keys).ok
