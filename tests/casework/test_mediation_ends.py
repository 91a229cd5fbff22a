"""The other side's silence, its time to think, and how a mediation ends."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.domain.errors import Closed
from stationkiosk.domain.response import Mediate
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import act, asked, response
from tests.casework.world import World

UNTIL = date(2026, 12, 4)
END = {"ground": "silent", "reason": "样品", "told_way": "phone"}


def running(world: World) -> list[tuple[date, bool]]:
    row = tables.Deadline.__table__
    query = select(row.c.due, row.c.provisional).where(
        row.c.rule == "mediation.answer", row.c.stopped_at.is_(None)
    )
    with world.station.store.read() as connection:
        return [(one.due, one.provisional) for one in connection.execute(query)]


def thinking(world: World) -> UUID:
    filed, code = asked(world)
    wants_time = response(world, mediate=Mediate.TELL_MORE, until=UNTIL)
    world.counter().respond(code, wants_time, "answer-1")
    return filed.case_id


def test_the_time_asked_for_is_granted_for_a_day_that_then_is_firm(world: World) -> None:
    case_id = thinking(world)
    assert (UNTIL, True) in running(world)
    act(world.station, case_id, "grant_time", until=UNTIL.isoformat())
    assert running(world) == [(UNTIL, False)]
    with pytest.raises(Closed, match="only_time_asked"):
        act(world.station, case_id, "refuse_time", reason="样品")
    assert verify(world.station.store, world.station.keys).ok


def test_the_time_asked_for_is_refused_and_the_first_day_stands(world: World) -> None:
    case_id = thinking(world)
    act(world.station, case_id, "refuse_time", reason="样品：太久")
    ((due, provisional),) = running(world)
    assert due != UNTIL
    assert not provisional


def test_silence_counts_as_no_only_after_the_last_day_and_the_mediation_then_ends(world: World) -> None:
    filed, _code = asked(world)
    with pytest.raises(Closed, match="only_answer_overdue"):
        act(world.station, filed.case_id, "silence")
    ((due, _),) = running(world)
    world.clock.move(days=(due - date(2026, 11, 23)) // timedelta(days=1) + 1)
    assert act(world.station, filed.case_id, "silence").state == "declined"
    assert act(world.station, filed.case_id, "end", **END).state == "ended"
    assert running(world) == []


@pytest.mark.parametrize(
    ("action", "state"), [("other_agrees", "consented"), ("other_declines", "declined")]
)
def test_what_the_other_side_said_by_telephone_is_noted(world: World, action: str, state: str) -> None:
    filed, _code = asked(world)
    said = {"way": "phone", "said_on": "2026-11-23"}
    assert act(world.station, filed.case_id, action, **said).state == state
