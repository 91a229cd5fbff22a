"""Acts at the desk one case after another until it is killed, and says each act it was told is done.

    python -m tests.faults.clerk FOLDER

It opens each case of the station, takes it on, takes that back, accepts it and notes a call. The
keys of its acts are made from the cases, so that the next run asks again with the same ones.
"""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.store import tables
from tests.casework.desk.members import desk
from tests.casework.world import World


def main(folder: Path) -> None:
    world = World.reopen(folder)
    clerk = desk(world.station, Role.CLERK)
    with world.station.store.read() as connection:
        cases = list(connection.execute(select(tables.Case.id).order_by(tables.Case.number)).scalars())
    for case_id in cases:
        _work(clerk, case_id)


def _work(clerk: Desk, case_id: UUID) -> None:
    seen = clerk.open(case_id)
    if seen.matters[0].version == 1:
        seen = _act(clerk, seen, "take")
        seen = clerk.undo(case_id, seen.version)
        print(case_id, "undo", flush=True)
    for action in ("accept", "inquire"):
        seen = _act(clerk, seen, action)
    clerk.contact(case_id, 3, "phone", "no_answer")
    print(case_id, "contact", flush=True)


def _act(clerk: Desk, seen: CaseFile, action: str) -> CaseFile:
    matter, key = seen.matters[0], f"{seen.case_id}/{seen.matters[0].version}/{action}"
    try:
        seen = clerk.act(seen.case_id, matter.n, action, {}, seen.version, matter.version, key)
    except (Closed, Changed):
        return clerk.open(seen.case_id)
    print(seen.case_id, action, flush=True)
    return seen


if __name__ == "__main__":
    main(Path(sys.argv[1]))
