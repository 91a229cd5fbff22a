"""What hands and programs put into an act: blanks, signs nobody sees, too much, days out of the world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, update

from stationkiosk.casework.contacts import Attempted, log_contact
from stationkiosk.casework.door import Act, perform, read_matter
from stationkiosk.casework.printing.copies import print_copy
from stationkiosk.casework.printing.entering import DESK
from stationkiosk.casework.undoing import undo
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Actor, Role
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.domain.tracks.needs import LONGEST
from stationkiosk.store import tables
from stationkiosk.store.uuid7 import uuid7
from tests.casework.desk.members import desk
from tests.casework.test_complaints import CLERK, act, agreed, clock, complained
from tests.casework.world import World

STRANGER = Actor(Role.CLERK, "officer-1", "desk-1")
REFUSED = {"ground": "power", "reason": "样品", "told_way": "phone"}


@pytest.fixture
def case_id(world: World) -> UUID:
    made = complained(world)
    act(world, made, "register")
    return made


def said(world: World, case_id: UUID) -> dict[str, str]:
    acted = tables.Acted.__table__
    query = select(acted.c.inputs).where(acted.c.case_id == case_id).order_by(acted.c.n.desc())
    with world.station.store.read() as connection:
        return dict(connection.execute(query.limit(1)).scalar_one())


def test_blanks_round_an_input_are_not_kept(world: World, case_id: UUID) -> None:
    act(world, case_id, "assign", member=" clerk-1 ")
    assert desk(world.station, Role.CLERK).open(case_id).matters[0].owner == "clerk-1"
    act(world, case_id, "ask_identity", until=" 2026-12-01 ", what="样品", told_way=" phone ")
    assert clock(world, case_id, "complaint.identity").due.isoformat() == "2026-12-01"
    assert desk(world.station, Role.CLERK).open(case_id).contacts[0].way


@pytest.mark.parametrize("hidden", ["\0", "\x1b", "\ud800", "\u202e", "\u200b"])
def test_what_nobody_can_see_is_not_kept(world: World, case_id: UUID, hidden: str) -> None:
    act(world, case_id, "refuse", **(REFUSED | {"reason": f"样{hidden}品"}))
    assert said(world, case_id) == REFUSED


@pytest.mark.parametrize("hidden", ["\0", "\ud800", " \u200b "])
def test_a_reason_that_nobody_can_see_is_none(world: World, case_id: UUID, hidden: str) -> None:
    with pytest.raises(Closed, match="input_missing"):
        act(world, case_id, "refuse", **(REFUSED | {"reason": hidden}))
    with pytest.raises(Closed, match="reason_missing"):
        desk(world.station, Role.CLERK).print_paper(PaperRef(case_id, 1), hidden)


def test_too_much_is_refused(world: World, case_id: UUID) -> None:
    much = "样" * (LONGEST + 1)
    with pytest.raises(Closed, match="input_long"):
        act(world, case_id, "refuse", **(REFUSED | {"reason": much}))
    with pytest.raises(Closed, match="input_long"):
        desk(world.station, Role.CLERK).print_paper(PaperRef(case_id, 1), much)


def test_what_the_paper_could_not_print_is_refused_before_anything_is_done(
    world: World, case_id: UUID
) -> None:
    with pytest.raises(KnownError, match="glyph_missing"):
        act(world, case_id, "refuse", **(REFUSED | {"reason": "样品\U000e0001\U0001f9ff\u0e01"}))
    assert act(world, case_id, "refuse", **REFUSED).state == "refused"


@pytest.mark.parametrize("day", ["9999-12-31", "20261201", "2026-W49-2", "2026-13-01"])
def test_a_day_that_was_mistyped_is_refused(world: World, case_id: UUID, day: str) -> None:
    with pytest.raises(Closed, match="input_unreadable"):
        act(world, case_id, "ask_identity", until=day, what="样品", told_way="phone")


@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59:59+00:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+08:00"]
)
def test_a_moment_that_was_mistyped_is_refused(world: World, moment: str) -> None:
    when = {"moment": moment, "place": "样品室", "mediator": "mediator-1", "told_way": "phone"}
    with pytest.raises(Closed, match="input_unreadable"):
        act(world, agreed(world), "schedule", **when)


def test_a_way_the_lists_know_no_more_does_not_shut_the_case(world: World, case_id: UUID) -> None:
    act(world, case_id, "accept", told_way="phone")
    contact = tables.Contact.__table__
    with world.station.store.write() as unit:
        unit.update(tables.Contact, {"case_id": case_id, "n": 1}, way="telegram")
        unit.journal(case_id, world.station.itself(), "contact", world.clock.now())
        assert unit.connection.execute(select(contact.c.way)).scalar_one() == "telegram"
    assert desk(world.station, Role.CLERK).open(case_id).contacts[0].way.zh == "telegram"


def test_nobody_acts_in_a_post_they_do_not_hold_by_any_door(world: World, case_id: UUID) -> None:
    act(world, case_id, "take")
    for attempt in (
        lambda: log_contact(world.station, case_id, STRANGER, Attempted(1, "phone", "reached")),
        lambda: print_copy(world.station, PaperRef(case_id, 1), STRANGER, DESK, "样品"),
        lambda: undo(world.station, case_id, STRANGER, 3),
    ):
        with pytest.raises(Closed, match="not_your_role"):
            attempt()


def test_a_key_whose_act_was_taken_back_does_not_say_that_it_is_done(world: World, case_id: UUID) -> None:
    with world.station.store.read() as connection:
        matter, version = read_matter(connection, case_id, 1)
    taken = Act("take", case_id, 1, version, matter.version, CLERK, "press-take")
    done = perform(world.station, taken)
    undo(world.station, case_id, CLERK, done.case_version)
    with pytest.raises(Changed):
        perform(world.station, taken)


def test_a_key_pressed_twice_notes_one_attempt_and_prints_one_copy(world: World, case_id: UUID) -> None:
    clerk = desk(world.station, Role.CLERK)
    for _ in range(2):
        seen = clerk.contact(case_id, 1, "phone", "no_answer")
        copy = clerk.print_paper(PaperRef(case_id, 1), "样品")
    assert len(seen.contacts) == copy.n == 1
    assert clerk.print_paper(PaperRef(case_id, 1), "再给对方一份").n == 2
    world.clock.move(minutes=1)
    assert len(clerk.contact(case_id, 1, "phone", "no_answer").contacts) == 2
    assert len(clerk.contact(case_id, 1, "phone", "reached").contacts) == 3
    assert clerk.print_paper(PaperRef(case_id, 1), "样品").n == 3


def test_a_paper_made_by_a_key_pressed_twice_is_one(world: World, case_id: UUID) -> None:
    clerk = desk(world.station, Role.CLERK)
    seen = [len(clerk.make_paper(case_id, "service_address", {}).papers) for _ in range(2)]
    assert seen[0] == seen[1]
    assert len(clerk.make_paper(case_id, "power_of_attorney", {}).papers) == seen[0] + 1
    world.clock.move(minutes=1)
    assert len(clerk.make_paper(case_id, "service_address", {}).papers) == seen[0] + 2


def test_a_correction_pressed_twice_is_made_once(world: World, case_id: UUID) -> None:
    clerk = desk(world.station, Role.CLERK)
    version = clerk.open(case_id).version
    clerk.correct(case_id, "party.1.name", "样品新名（虚构）", "写错了", version)
    with pytest.raises((Changed, Closed)):
        clerk.correct(case_id, "party.1.name", "样品新名（虚构）", "写错了", version)


def test_nothing_is_taken_back_behind_a_paper_though_the_clock_was_set_back(
    world: World, case_id: UUID
) -> None:
    clerk = desk(world.station, Role.CLERK)
    act(world, case_id, "take")
    world.clock.move(minutes=-3)
    clerk.make_paper(case_id, "service_address", {})
    assert clerk.open(case_id).undoable is None
    with pytest.raises(Closed, match="undo_issued"):
        undo(world.station, case_id, CLERK, clerk.open(case_id).version)


def test_nothing_is_taken_back_behind_what_is_queued(world: World, case_id: UUID) -> None:
    outbox = {"topic": "sample", "body": {}, "queued_at": world.clock.now(), "tries": 0, "sent_at": None}
    act(world, case_id, "take")
    other = complained(world)
    assert desk(world.station, Role.CLERK).open(case_id).undoable
    for of in (other, case_id):
        with world.station.store.write() as unit:
            unit.insert(tables.Outbox, id=uuid7(world.clock, world.station.random), case_id=of, **outbox)
    assert desk(world.station, Role.CLERK).open(case_id).undoable is None


def test_a_paper_is_not_served_before_it_was_issued(world: World, case_id: UUID) -> None:
    today = world.station.today()
    early = Attempted(1, "hand", "served", 1, day=today - timedelta(days=1))
    with pytest.raises(Closed, match="service_day_early"):
        log_contact(world.station, case_id, CLERK, early)
    log_contact(world.station, case_id, CLERK, replace(early, day=today))


def test_an_auditor_may_ask_for_every_day_there_is(world: World) -> None:
    auditor = desk(world.station, Role.AUDITOR)
    assert auditor.audit(date.min, date.max).lines == auditor.audit().lines


def test_who_is_closed_goes_on_with_nothing_of_their_own(world: World) -> None:
    clerk = desk(world.station, Role.CLERK)
    assert clerk.own_draft() is None
    desk(world.station, Role.SECURITY_ADMIN).set_active("clerk-1", False)
    for attempt in (clerk.own_draft, clerk.lists_on_stick, lambda: clerk.read_list(Path("list.csv"))):
        with pytest.raises(Closed, match="not_a_member"):
            attempt()


def test_a_case_opens_whose_last_act_an_older_program_kept(world: World, case_id: UUID) -> None:
    act(world, case_id, "take")
    kept = tables.Acted.__table__
    with world.station.store.write() as unit:
        query = select(kept.c.n, kept.c.before).where(kept.c.case_id == case_id).order_by(kept.c.n.desc())
        n, before = unit.connection.execute(query.limit(1)).one()
        older = {name: value for name, value in before.items() if name != "left"}
        row = update(kept).where(kept.c.case_id == case_id, kept.c.n == n)
        unit.connection.execute(row.values(before=older))
    assert desk(world.station, Role.CLERK).open(case_id).undoable is None
