"""What the desk proposes first follows the turn of the mediation, until its last duty."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.views import InputAsked, NextAction
from stationkiosk.domain.actors import Role
from tests.casework.answers import asked
from tests.casework.desk.members import desk
from tests.casework.mediating.mediated import AT_TEN, ROOM, consented
from tests.casework.mediating.settled import FILER_N, OTHER_N, Table, at_table, in_effect, to_be_signed
from tests.casework.world import World

BOTH = {"session": "1", "present": "1,3", "checked": "1,3"}


def actions(table: Table) -> tuple[NextAction, ...]:
    return table.desk.open(table.case_id).matters[0].actions


def first(table: Table) -> str:
    """The act the desk has in its one primary button, "" where it has none."""
    led = [
        one for matter in table.desk.open(table.case_id).matters for one in matter.actions if one.primary
    ]
    assert all(one.closed is None and one.key == "1" for one in led)
    return led[0].id if led else ""


def may(table: Table) -> list[str]:
    return [one.id for one in actions(table) if one.closed is None]


def test_the_act_that_comes_next_is_in_front_until_the_text_is_fixed(world: World) -> None:
    table = at_table(world)
    assert first(table) == "inform"
    table.do("inform", party=str(FILER_N), told_way="hand")
    assert first(table) == "inform"
    table.do("inform", party=str(OTHER_N), told_way="hand")
    assert first(table) == "plan_session"
    table.do("plan_session", room=ROOM, starts=AT_TEN, minutes="60")
    assert first(table) == "", "nothing is to be done before its day"
    world.clock.moment += timedelta(days=1)
    assert first(table) == "open_session"
    table.do("open_session", **BOTH)
    assert first(table) == "close_session"
    table.do("close_session", session="1", outcome="go_on")
    assert first(table) == "record"
    table.do("record", session="1")
    assert first(table) == "plan_session"
    table.do("plan_session", room=ROOM, starts="2026-11-24T14:00+08:00", minutes="60")
    table.do("open_session", **BOTH | {"session": "2"})
    table.do("close_session", session="2", outcome="agreed")
    table.do("record", session="2")
    assert first(table) == "", "the agreement is written on its own page"


def test_no_act_on_a_session_is_open_without_one_that_it_can_be_about(world: World) -> None:
    table = at_table(world)
    table.do("inform", party=str(FILER_N), told_way="hand")
    table.do("inform", party=str(OTHER_N), told_way="hand")
    about = {"move_session", "open_session", "close_session", "record"}
    assert not about & set(may(table))
    table.do("plan_session", room=ROOM, starts=AT_TEN, minutes="60")
    assert about & set(may(table)) == {"move_session", "open_session", "close_session"}
    table.do("open_session", **BOTH)
    assert about & set(may(table)) == {"close_session", "record"}
    table.do("close_session", session="1", outcome="no_deal")
    assert about & set(may(table)) == {"record"}


def test_what_ends_or_delays_stands_behind_what_goes_on(world: World) -> None:
    table = at_table(world)
    open_ = may(table)
    assert open_.index("undisputed") < open_.index("end") < open_.index("suspend")


def test_while_a_text_is_signed_nothing_else_of_the_case_is_led_to(world: World) -> None:
    assert first(to_be_signed(world)) == ""


def test_a_duty_comes_first_on_its_day_and_the_end_when_none_is_open(world: World) -> None:
    table = in_effect(world)
    assert first(table) == ""
    world.clock.moment += timedelta(days=8)
    assert first(table) == "duty_done"
    for duty in table.desk.mediation(table.case_id, 1).duties:
        table.do("duty_done", duty=str(duty.n), day=world.station.today().isoformat(), note="样品")
    assert first(table) == "finish"


def test_who_mediates_may_name_themselves_and_need_not_search_for_it(world: World) -> None:
    case_id = consented(world)
    own = asked_of(desk(world.station, Role.MEDIATOR), case_id, "appoint")["mediator"]
    assert {choice.id for choice in own.choices} == {"mediator-1", "staff-1"}
    assert own.value == "mediator-1"
    assert asked_of(desk(world.station, Role.CLERK), case_id, "appoint")["mediator"].value == ""
    handed = asked_of(desk(world.station, Role.CLERK), case_id, "assign")
    (staff,) = (one for one in handed.values() if one.kind == "staff")
    assert "clerk-1" not in {choice.id for choice in staff.choices}, "nobody hands a case to themselves"
    assert "staff-1" in {choice.id for choice in staff.choices}


def test_a_word_that_was_just_given_was_given_today(world: World) -> None:
    case_id = asked(world)[0].case_id
    given = asked_of(desk(world.station, Role.CLERK), case_id, "other_agrees")
    assert given["said_on"].value == world.station.today().isoformat()


def asked_of(at: Desk, case_id: UUID, action: str) -> dict[str, InputAsked]:
    """What an act of the mediation asks for, by name."""
    (found,) = (one for one in at.open(case_id).matters[0].actions if one.id == action)
    return {one.id: one for one in found.inputs}
