"""A mediator's desk at work until it is killed: each case from its terms to the last signature.

    python -m tests.faults.mediator FOLDER

It says each act it was told is done. The keys of its acts are made from the cases, so that the next
run asks again with the same ones.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from stationkiosk.casework.desk.views import CaseFile
from stationkiosk.domain.actors import Role
from stationkiosk.ledger.keys import load_keys
from stationkiosk.store import tables
from tests.casework.desk.members import desk
from tests.casework.mediating.settled import FILER_N, OTHER_N, STROKES, Table
from tests.casework.world import World


@dataclass
class Told(Table):
    """The desk with a case on it, whose acts are said aloud."""

    def key(self) -> str:
        return f"{self.case_id}/{self.versions()[1]}"

    def do(self, action: str, **inputs: str) -> CaseFile:
        done = super().do(action, **inputs)
        print(self.case_id, action, flush=True)
        return done


def main(folder: Path) -> None:
    world = World.reopen(folder)
    station = replace(world.station, keys=load_keys(folder / "keys", desk=True))
    with station.store.read() as connection:
        cases = list(connection.execute(select(tables.Case.id).order_by(tables.Case.number)).scalars())
    mediator = desk(station, Role.MEDIATOR)
    for case_id in cases:
        _settle(Told(station, mediator, case_id))


def _settle(table: Told) -> None:
    if table.state() == "mediating":
        if table.draft().version == 0:
            table.save()
        table.fix(table.draft().version)
        print(table.case_id, "fix", flush=True)
    if table.state() != "signing":
        return
    signed = {one.n for one in table.draft().signers if one.signed_at}
    for party in sorted({FILER_N, OTHER_N} - signed):
        table.sign(party)
    fixed = table.draft().text_sha256
    if 0 not in signed:
        table.do("sign_mediator", text_sha256=fixed, strokes=STROKES)
    table.do("seal_agreement", text_sha256=fixed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
