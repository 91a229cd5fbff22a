"""Every action that enters rows of its own has somebody who enters them, and is not taken back."""

from __future__ import annotations

import pytest

from stationkiosk.casework.answering import open_notice
from stationkiosk.casework.mediating.brought import BROUGHT_BY
from stationkiosk.casework.undoing import undo
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.store import tables
from tests.casework.answers import notice_of, rows
from tests.casework.desk.members import desk
from tests.casework.mediating.mediated import CLERK, MEDIATOR, ROOM, do, mediating, told
from tests.casework.world import World


def test_what_enters_rows_has_somebody_who_enters_them() -> None:
    rows = {f"{track.id}.{row.id}": row for track in TRACKS.values() for row in track.actions}
    assert set(BROUGHT_BY) <= set(rows)
    assert {name for name, row in rows.items() if row.enters} <= set(BROUGHT_BY)


def test_what_was_entered_stands_and_what_only_moved_is_taken_back(world: World) -> None:
    case_id = mediating(world)
    with pytest.raises(Closed, match="undo_issued"):
        undo(world.station, case_id, CLERK, version(world))
    do(world.station, case_id, "suspend", MEDIATOR, reason="样品")
    undo(world.station, case_id, MEDIATOR, version(world))
    assert [row.state for row in rows(world.station, tables.Matter) if row.track == "mediation"] == [
        "mediating"
    ]


def version(world: World) -> int:
    (case,) = rows(world.station, tables.Case)
    return int(case.version)


def test_the_code_of_a_notice_that_was_answered_says_so_while_it_is_mediated(world: World) -> None:
    case_id = mediating(world)
    assert open_notice(world.station, notice_of(world.station, case_id)["notice_code"]).answered


def test_the_desk_knows_the_rooms_and_who_was_told(world: World) -> None:
    case_id = mediating(world)
    told(world, case_id, 3)
    shown = desk(world.station, Role.CLERK).mediation(case_id, 1)
    assert shown.rooms == (ROOM,)
    assert [(one.n, one.informed) for one in shown.attendants] == [(1, False), (2, False), (3, True)]
