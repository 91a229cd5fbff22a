"""The mediator is named with ties disclosed, and changed where a side does not want them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.casework.record import Record
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.mediating.mediated import (
    AT_TEN,
    CLERK,
    MEDIATOR,
    OTHER_MEDIATOR,
    SUPERVISOR,
    consented,
    do,
    mediating,
    planned,
)
from tests.casework.world import World

NONE = "没有"


def clocks(world: World) -> dict[str, date]:
    """The running clocks of the mediation, with the day each ends."""
    row = tables.Deadline.__table__
    query = select(row.c.rule, row.c.due).where(row.c.stopped_at.is_(None), row.c.matter_n == 1)
    with world.station.store.read() as connection:
        return {one.rule: one.due for one in connection.execute(query)}


def matter(world: World) -> Record:
    found: Record = next(row for row in rows(world.station, tables.Matter) if row.track == "mediation")
    return found


def test_naming_a_mediator_gives_them_the_matter_and_keeps_their_ties(world: World) -> None:
    mediating(world)
    (kept,) = rows(world.station, tables.Mediation)
    assert (kept.way, kept.mediator, kept.disclosed) == ("people", "mediator-1", NONE)
    now = matter(world)
    assert (now.state, now.owner, now.owner_role) == ("mediating", "mediator-1", "mediator")
    assert clocks(world) == {"mediation.mediate": date(2026, 12, 23)}
    assert verify(world.station.store, world.station.keys).ok


def test_what_a_court_entrusted_runs_by_the_courts_clock(world: World) -> None:
    case_id = consented(world)
    given = {"way": "court", "mediator": "mediator-1", "disclosed": NONE}
    with pytest.raises(Closed, match="entrusted_missing"):
        do(world.station, case_id, "appoint", CLERK, **given)
    do(world.station, case_id, "appoint", CLERK, entrusted="（2026）渝0192委派1号", **given)
    assert set(clocks(world)) == {"mediation.before_suit"}


def test_only_a_mediator_can_be_named_and_ties_have_to_be_said(world: World) -> None:
    case_id = consented(world)
    for given in (
        {"way": "people", "mediator": "clerk-1", "disclosed": NONE},
        {"way": "people", "mediator": "mediator-1"},
        {"way": "arbitration", "mediator": "mediator-1", "disclosed": NONE},
    ):
        with pytest.raises(Closed):
            do(world.station, case_id, "appoint", CLERK, **given)
    assert rows(world.station, tables.Mediation) == []


def test_whoever_acted_as_officer_on_the_case_does_not_mediate_it(world: World) -> None:
    case_id = consented(world)
    with world.station.store.write() as unit:
        officer = Actor(Role.OFFICER, "staff-1", "desk-1")
        unit.journal(case_id, officer, "open_reporter", world.station.clock.now())
    with pytest.raises(Closed, match="roles_apart"):
        do(world.station, case_id, "appoint", CLERK, way="people", mediator="staff-1", disclosed=NONE)


def test_nobody_mediates_between_themselves_and_another(world: World) -> None:
    case_id = consented(world)
    with world.station.store.write() as unit:
        unit.update(tables.Staff, {"login": "mediator-1"}, name="欧阳样品")
        unit.journal(None, world.station.itself(), "rename_member", world.station.clock.now())
    with pytest.raises(Closed, match="mediator_is_party"):
        do(world.station, case_id, "appoint", CLERK, way="people", mediator="mediator-1", disclosed=NONE)


def test_a_recusal_is_granted_by_somebody_else_and_the_sessions_to_come_change_hands(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id)
    with pytest.raises(Closed, match="no_such_party"):
        do(world.station, case_id, "ask_recusal", CLERK, party="9", reason="样品")
    asked_for = do(world.station, case_id, "ask_recusal", CLERK, party="3", reason="样品：是同学")
    assert asked_for.state == "recusal"
    assert rows(world.station, tables.Deadline)[2].still_since == date(2026, 11, 23)
    again = {"mediator": "mediator-1", "disclosed": NONE, "reason": "样品"}
    with pytest.raises(Closed, match="same_mediator"):
        do(world.station, case_id, "grant_recusal", SUPERVISOR, **again)
    world.clock.move(days=2)
    granted = do(world.station, case_id, "grant_recusal", SUPERVISOR, **{**again, "mediator": "staff-1"})
    assert granted.state == "mediating"
    assert rows(world.station, tables.Mediation)[0].mediator == "staff-1"
    assert [row.mediator for row in rows(world.station, tables.Session)] == ["staff-1"]
    assert clocks(world)["mediation.mediate"] > date(2026, 12, 23)
    with pytest.raises(Closed, match="not_the_mediator"):
        do(world.station, case_id, "undisputed", MEDIATOR, facts="样品")
    assert verify(world.station.store, world.station.keys).ok


def test_nobody_decides_on_their_own_recusal_and_a_refusal_leaves_the_mediator(world: World) -> None:
    case_id = consented(world)
    do(world.station, case_id, "appoint", CLERK, way="people", mediator="staff-1", disclosed=NONE)
    do(world.station, case_id, "ask_recusal", CLERK, party="1", reason="样品")
    with pytest.raises(Closed, match="own_recusal"):
        do(world.station, case_id, "refuse_recusal", Actor(Role.CLERK, "staff-1", "desk-1"), reason="样品")
    do(world.station, case_id, "refuse_recusal", CLERK, reason="样品：没有关系")
    assert rows(world.station, tables.Mediation)[0].mediator == OTHER_MEDIATOR.name


def test_a_suspended_mediation_stands_still_and_goes_on(world: World) -> None:
    case_id = mediating(world)
    do(world.station, case_id, "suspend", MEDIATOR, reason="样品：等检测")
    with pytest.raises(Closed, match="not_in_this_state"):
        planned(world, case_id)
    world.clock.move(days=5)
    do(world.station, case_id, "resume", MEDIATOR)
    assert clocks(world)["mediation.mediate"] >= date(2026, 12, 28)


def test_the_courts_clock_goes_on_while_it_is_suspended(world: World) -> None:
    case_id = mediating(world, "court")
    before = clocks(world)
    do(world.station, case_id, "suspend", MEDIATOR, reason="样品")
    world.clock.move(days=5)
    do(world.station, case_id, "resume", MEDIATOR)
    assert clocks(world) == before


@pytest.mark.parametrize("way", ["people", "court"])
def test_both_sides_agree_to_go_on_longer(world: World, way: str) -> None:
    case_id = mediating(world, way)
    (rule,) = clocks(world)
    given = {"until": "2027-01-08", "said_on": "2026-11-23"}
    do(world.station, case_id, "extend", MEDIATOR, **given)
    assert clocks(world) == {rule: date(2027, 1, 8)}
    with pytest.raises(Closed, match="until_not_later"):
        do(world.station, case_id, "extend", MEDIATOR, **given)
    do(world.station, case_id, "extend", MEDIATOR, **given | {"until": "2027-01-20"})
    assert clocks(world) == {rule: date(2027, 1, 20)}
    assert verify(world.station.store, world.station.keys).ok


def test_a_mediation_ends_on_any_ground_and_frees_its_room(world: World) -> None:
    first = mediating(world)
    planned(world, first)
    second = mediating(world, id=UUID(int=2))
    with pytest.raises(Closed, match="room_taken"):
        planned(world, second)
    ended = do(
        world.station, first, "end", MEDIATOR, ground="absent", reason="样品：没有来", told_way="hand"
    )
    assert ended.state == "ended"
    assert {row.party_n for row in rows(world.station, tables.Contact) if row.case_id == first} >= {1, 3}
    planned(world, second, AT_TEN)
