"""Sessions: planned where room and mediator are free, opened with people who are known and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.opening import parse_hours
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.desk.members import desk
from tests.casework.mediating.mediated import AT_TEN, CLERK, MEDIATOR, ROOM, do, mediating, planned, told
from tests.casework.world import World

DAY = date(2026, 11, 24)
BOTH = {"session": "1", "present": "1,3", "checked": "1,3"}


UNFIT: tuple[tuple[dict[str, str], str], ...] = (
    ({"room": "大厅"}, "room_unknown"),
    ({"minutes": "10"}, "session_length"),
    ({"minutes": "481"}, "session_length"),
    ({"minutes": "soon"}, "input_unreadable"),
    ({"starts": "2026-11-22T10:00+08:00"}, "input_not_ahead"),
    ({"starts": "2026-11-28T10:00+08:00"}, "session_hours"),
    ({"starts": "2026-11-24T11:00+08:00"}, "session_hours"),
    ({"private": "9"}, "no_such_party"),
    ({"private": "2"}, "no_such_party"),
)
UNREADY: tuple[tuple[dict[str, str], str], ...] = (
    ({"session": "7"}, "no_such_session"),
    ({"present": "1,3,9", "checked": "1,3,9"}, "no_such_party"),
    ({"checked": "1"}, "identity_unchecked"),
    ({"present": "1", "checked": "1"}, "side_absent"),
    ({"present": "1,x"}, "input_unreadable"),
)


def test_a_session_that_cannot_be_is_refused_with_the_reason(world: World) -> None:
    case_id = mediating(world)
    site = replace(world.station.site, opening=(parse_hours("1-5 09:00-12:00"),))
    world.station = replace(world.station, site=site)
    for given, why in UNFIT:
        with pytest.raises(Closed, match=why):
            planned(world, case_id, **given)
    planned(world, case_id)
    assert len(rows(world.station, tables.Session)) == 1


def test_one_mediator_is_in_one_room_at_a_time_and_a_session_moves(world: World) -> None:
    world.station = replace(world.station, site=replace(world.station.site, rooms=(ROOM, "二号")))
    first, second = mediating(world), mediating(world, id=UUID(int=2))
    planned(world, first)
    with pytest.raises(Closed, match="mediator_taken"):
        planned(world, second, "2026-11-24T11:00+08:00", room="二号")
    planned(world, second, "2026-11-24T11:30+08:00", room="二号")
    later = {"session": "1", "room": "二号", "reason": "样品"}
    with pytest.raises(Closed, match="room_taken"):
        do(world.station, first, "move_session", CLERK, starts="2026-11-24T12:00+08:00", **later)
    do(world.station, first, "move_session", CLERK, starts="2026-11-24T09:45+08:00", **later)
    seen = desk(world.station, Role.CLERK).booked(DAY)
    assert [(one.room, one.minutes, one.case_id) for one in seen] == [
        ("二号", 90, first),
        ("二号", 90, second),
    ]
    assert desk(world.station, Role.CLERK).booked(date(2026, 11, 25)) == ()
    with pytest.raises(Closed, match="part_not_yours"):
        desk(world.station, Role.OFFICER).booked(DAY)


def test_a_room_that_a_hidden_case_has_is_shown_as_taken_alone(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id)
    with world.station.store.write() as unit:
        acted = replace(MEDIATOR, role=Role.OFFICER, name="staff-1")
        unit.journal(case_id, acted, "open_reporter", world.station.clock.now())
    (one,) = desk(world.station, Role.MEDIATOR, login="staff-1").booked(DAY)
    assert (one.case_id, one.number, one.room) == (None, "", ROOM)


def test_a_session_opens_only_with_both_sides_known(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id)
    told(world, case_id, 1, 3)
    for given, why in UNREADY:
        with pytest.raises(Closed, match=why):
            do(world.station, case_id, "open_session", MEDIATOR, **(BOTH | given))
    do(world.station, case_id, "open_session", MEDIATOR, **BOTH)


def test_a_session_opens_only_after_rights_and_duties_were_told(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id)
    told(world, case_id, 1)
    with pytest.raises(Closed, match="rights_untold"):
        do(world.station, case_id, "open_session", MEDIATOR, **BOTH)
    with pytest.raises(Closed, match="no_such_party"):
        told(world, case_id, 9)
    told(world, case_id, 3)
    do(world.station, case_id, "open_session", MEDIATOR, **BOTH)
    with pytest.raises(Closed, match="only_session_planned"):
        do(world.station, case_id, "open_session", MEDIATOR, **BOTH)
    planned(world, case_id, "2026-11-24T14:00+08:00")
    with pytest.raises(Closed, match="session_begun"):
        do(world.station, case_id, "open_session", MEDIATOR, **BOTH)
    with pytest.raises(Closed, match="session_begun"):
        do(
            world.station,
            case_id,
            "move_session",
            CLERK,
            session="1",
            room=ROOM,
            starts=AT_TEN,
            reason="样品",
        )
    do(world.station, case_id, "close_session", MEDIATOR, session="1", outcome="no_deal")
    with pytest.raises(Closed, match="session_not_open"):
        do(world.station, case_id, "close_session", MEDIATOR, session="1", outcome="agreed")
    kept, _later = rows(world.station, tables.Session)
    assert (kept.present, kept.outcome) == ([1, 3], "no_deal")
    assert verify(world.station.store, world.station.keys).ok


def test_a_private_session_is_with_one_side_alone_and_one_runs_at_a_time(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id, private="3")
    planned(world, case_id, "2026-11-24T14:00+08:00")
    told(world, case_id, 1, 3)
    with pytest.raises(Closed, match="private_only"):
        do(world.station, case_id, "open_session", MEDIATOR, **BOTH)
    do(world.station, case_id, "open_session", MEDIATOR, session="1", present="3", checked="3")
    with pytest.raises(Closed, match="session_running"):
        do(world.station, case_id, "open_session", MEDIATOR, **{**BOTH, "session": "2"})


def test_a_session_somebody_did_not_come_to_is_closed_unopened(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id)
    with pytest.raises(Closed, match="session_not_open"):
        do(world.station, case_id, "close_session", MEDIATOR, session="1", outcome="agreed")
    do(world.station, case_id, "close_session", MEDIATOR, session="1", outcome="absent")
    planned(world, case_id)


def test_what_nobody_disputes_is_kept_a_line_each_and_once(world: World) -> None:
    case_id = mediating(world)
    do(world.station, case_id, "undisputed", MEDIATOR, facts="样品：店招在用\n\n样品：从十月起")
    do(world.station, case_id, "undisputed", MEDIATOR, facts="样品：从十月起\n样品：卖过茶叶")
    kept = [row.text for row in rows(world.station, tables.Undisputed)]
    assert kept == ["样品：店招在用", "样品：从十月起", "样品：卖过茶叶"]
    assert verify(world.station.store, world.station.keys).ok
