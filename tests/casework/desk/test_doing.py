"""What follows an act at the desk: taking it back, reaching the parties, whose the matter is."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from stationkiosk.casework.desk.views import CaseFile, MatterShown
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.store.verification import verify
from tests.casework.desk.members import desk
from tests.casework.test_complaints import act as at_the_door
from tests.casework.test_complaints import complained
from tests.casework.test_reports import report
from tests.casework.world import World, application

CLERK = Role.CLERK


@pytest.fixture
def case_id(world: World) -> UUID:
    return world.counter().file(application(world.station), "press-1").case_id


def mediation(seen: CaseFile) -> MatterShown:
    return next(matter for matter in seen.matters if matter.track.en == "Mediation")


def test_an_act_that_issued_nothing_is_taken_back_by_whoever_did_it(world: World, case_id: UUID) -> None:
    clerk, other = desk(world.station, CLERK), desk(world.station, Role.MEDIATOR)
    world.clock.move(minutes=1)
    seen = clerk.open(case_id)
    assert seen.undoable is None
    said = {"reason": "看错了"}
    matter = mediation(seen)
    seen = clerk.act(case_id, matter.n, "take", said, seen.version, matter.version, "act-1")
    assert mediation(seen).owner == "clerk-1"
    assert seen.undoable
    assert (seen.undoable.matter_n, seen.undoable.label.zh) == (matter.n, "我来办")
    assert other.open(case_id).undoable is None
    with pytest.raises(Closed, match="nothing_to_undo"):
        other.undo(case_id)
    with pytest.raises(Changed):
        clerk.undo(case_id, seen.version - 1)
    back = clerk.undo(case_id)
    assert (mediation(back).owner, back.undoable) == ("", None)
    assert back.journal[0].what.zh == "撤销了上一步"
    assert [entry.reason for entry in back.journal[:2]] == ["", "看错了"]
    assert verify(world.station.store, world.station.keys).ok


def test_what_issued_a_paper_is_not_taken_back(world: World, case_id: UUID) -> None:
    clerk = desk(world.station, CLERK)
    for n, action in enumerate(("accept", "inquire")):
        seen = clerk.open(case_id)
        matter = mediation(seen)
        seen = clerk.act(case_id, matter.n, action, {}, seen.version, matter.version, f"act-{n}")
    assert seen.undoable is None
    assert {"inquiry_notice"} <= {paper.kind for paper in seen.papers}


def test_an_attempt_to_reach_a_party_is_noted_with_what_came_of_it(world: World, case_id: UUID) -> None:
    clerk = desk(world.station, CLERK)
    seen = clerk.open(case_id)
    ways = {one.id for one in seen.contact_ways}
    assert {"phone", "post", "hand"} <= ways
    assert {"reached", "no_answer", "served"} <= {one.id for one in seen.contact_results}
    seen = clerk.contact(case_id, 3, "phone", "no_answer")
    (noted,) = seen.contacts
    assert noted.result
    assert (noted.party, noted.made_by) == ("样品街对面茶店（虚构）", "clerk-1")
    assert seen.journal[0].what.zh == "联系了当事人"
    today = world.station.today()
    seen = clerk.contact(case_id, 3, "hand", "served", 1, today)
    assert len(seen.contacts) == 2
    for refused in (
        lambda: clerk.contact(case_id, 3, "hand", "served", 1),
        lambda: clerk.contact(case_id, 3, "hand", "served", 1, today + timedelta(days=1)),
        lambda: clerk.contact(case_id, 9, "phone", "reached"),
        lambda: clerk.contact(case_id, 3, "pigeon", "reached"),
        lambda: desk(world.station, Role.COURT_LIAISON).contact(case_id, 3, "phone", "reached"),
        lambda: desk(world.station, Role.AUDITOR).contact(case_id, 3, "phone", "reached"),
    ):
        with pytest.raises(Closed):
            refused()
    assert not desk(world.station, Role.COURT_LIAISON).open(case_id).contact_ways
    assert verify(world.station.store, world.station.keys).ok


def test_every_action_of_every_track_can_be_drawn(world: World, case_id: UUID) -> None:
    words = world.station.reference.words
    for track in TRACKS.values():
        for row in track.actions:
            assert not row.article or world.station.reference.article(row.article, world.station.today())
            assert all(words.has(f"paper.{kind}.title") for kind in row.papers)
    for matter in desk(world.station, Role.SUPERVISOR).open(case_id).matters:
        for action in matter.actions:
            for one in action.inputs:
                assert one.label.zh
                assert one.choices or one.kind not in ("choice", "choices")


@pytest.mark.parametrize("role", [CLERK, Role.MEDIATOR, Role.OFFICER, Role.SUPERVISOR])
def test_a_complaint_can_be_opened_by_whoever_sees_it(world: World, role: Role) -> None:
    case_id = complained(world)
    for action in ("register", ""):
        matter = desk(world.station, role).open(case_id).matters[0]
        assert {"accept", "refuse", "withdraw"} <= {one.id for one in matter.actions}
        assert "file" not in {one.id for one in matter.actions}
        if action:
            at_the_door(world, case_id, action)


def test_a_report_can_be_opened_by_whoever_sees_it(world: World) -> None:
    case_id = world.counter().file(report(world), "press-r").case_id
    for role in (CLERK, Role.OFFICER, Role.SUPERVISOR):
        assert desk(world.station, role).open(case_id).matters
