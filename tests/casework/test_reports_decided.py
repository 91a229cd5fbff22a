"""What the officers decide on a report: told to whoever left a name, handed on with a letter."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from stationkiosk.casework.door import Act, Performed, perform, read_matter
from stationkiosk.casework.papers import papers_of
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Fact
from stationkiosk.store import tables
from tests.casework.answers import rows
from tests.casework.members import actor
from tests.casework.test_reports import report
from tests.casework.world import World

APPROVED = {"second": "staff-2", "approved_by": "样品局长", "approved_on": "2026-11-23"}


def decide(world: World, case_id: UUID, action: str, **inputs: str) -> Performed:
    with world.station.store.read() as connection:
        matter, version = read_matter(connection, case_id, 1)
    officer = actor(Role.OFFICER)
    return perform(world.station, Act(action, case_id, 1, version, matter.version, officer, action, inputs))


def clocks(world: World) -> dict[str, bool]:
    return {row.rule: row.stopped_at is None for row in rows(world.station, tables.Deadline)}


def test_a_named_reporter_is_told_and_the_telling_stops_the_clock(world: World) -> None:
    filed = world.counter().file(report(world), "press-1")
    decided = decide(world, filed.case_id, "open_no_case", reason="样品：没有违法", **APPROVED)
    assert decided.state == "no_case_untold"
    assert clocks(world) == {"report.check": False, "report.tell": True}
    assert decide(world, filed.case_id, "tell_no_case", told_way="phone").state == "no_case"
    assert clocks(world) == {"report.check": False, "report.tell": False}
    assert "report_result" in {paper.kind for paper in papers_of(world.station, filed.case_id)}
    with world.station.store.read() as connection:
        assert connection.execute(select(tables.Contact.n)).first() is None


def test_whoever_left_no_name_is_told_nothing(world: World) -> None:
    unnamed = report(world, sealed={}, facts=(Fact("breach", "trademark"), Fact("named", "anonymous")))
    filed = world.counter().file(unnamed, "press-1")
    assert decide(world, filed.case_id, "open_case", **APPROVED).state == "case_opened"
    assert clocks(world) == {"report.check": False}


def test_pirated_copies_are_handed_on_with_a_letter(world: World) -> None:
    copied = report(world, facts=(Fact("breach", "copyright"), Fact("named", "anonymous")), sealed={})
    filed = world.counter().file(copied, "press-1")
    assert decide(world, filed.case_id, "hand_on", body="样品区版权局").state == "handed_on"
    assert "referral_letter" in {paper.kind for paper in papers_of(world.station, filed.case_id)}
    assert clocks(world) == {"report.hand_on": False}
