"""Complaints at work: every step with its clock and paper, taken back where nothing left the station."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk.casework.contacts import Attempted, log_contact, service_of
from stationkiosk.casework.door import Act, Performed, perform, read_matter
from stationkiosk.casework.papers import papers_of
from stationkiosk.casework.record import Record
from stationkiosk.casework.undoing import undo, undoable
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Claim, Consent, Fact, Right
from stationkiosk.domain.errors import Changed, Closed, KnownError
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.members import actor
from tests.casework.world import World, application

CLERK, OFFICER = actor(Role.CLERK), actor(Role.OFFICER)
PHONE = {"told_way": "phone"}
SAID = {"way": "phone", "said_on": "2026-11-23"}
APPROVED = {"second": "staff-2", "approved_by": "样品局长", "approved_on": "2026-11-23"}


def complained(world: World, bought_for: str = "daily_life") -> UUID:
    told = application(
        world.station,
        form="complaint",
        right=Right("complaint", "", "", "", (), "样品茶叶"),
        facts=(Fact("bought_for", bought_for), Fact("bought_on", "2026-10-01")),
        claims=(Claim("refund"),),
        routes=(),
        consents=(Consent("publish", False),),
        sealed={},
    )
    return world.counter().file(told, f"press-{told.id}").case_id


def act(
    world: World, case_id: UUID, action: str, n: int = 1, who: object = CLERK, **inputs: str
) -> Performed:
    with world.station.store.read() as connection:
        matter, version = read_matter(connection, case_id, n)
    key = f"{case_id}/{n}/{matter.version}/{action}"
    return perform(world.station, Act(action, case_id, n, version, matter.version, who, key, inputs))


def clock(world: World, case_id: UUID, rule: str) -> Record:
    row = tables.Deadline.__table__
    with world.station.store.read() as connection:
        query = select(row).where(row.c.case_id == case_id, row.c.rule == rule).order_by(row.c.n.desc())
        found = connection.execute(query).first()
    assert found is not None
    return found


def kinds(world: World, case_id: UUID) -> list[str]:
    return [paper.kind for paper in papers_of(world.station, case_id)]


def accepted(world: World) -> UUID:
    case_id = complained(world)
    act(world, case_id, "register")
    act(world, case_id, "accept", **PHONE)
    return case_id


def agreed(world: World) -> UUID:
    case_id = accepted(world)
    act(world, case_id, "filer_agrees", **SAID)
    act(world, case_id, "other_agrees", **SAID)
    return case_id


def test_a_complaint_opens_its_own_track_and_the_proof(world: World) -> None:
    case_id = complained(world)
    row = tables.Matter.__table__
    with world.station.store.read() as connection:
        tracks = connection.execute(select(row.c.track).where(row.c.case_id == case_id)).scalars().all()
    assert set(tracks) == {"complaint", "preservation"}
    assert clock(world, case_id, "complaint.accept").due == date(2026, 12, 2)


def test_what_was_bought_for_a_business_is_no_complaint_and_says_where_to_go(world: World) -> None:
    with pytest.raises(Closed, match="no_consumer_dispute") as fault:
        complained(world, "business")
    assert "举报" in fault.value.values["why_zh"]


def test_it_is_accepted_mediated_with_both_and_settled(world: World) -> None:
    case_id = accepted(world)
    assert clock(world, case_id, "complaint.accept").stopped_at is not None
    assert clock(world, case_id, "complaint.mediate").due == date(2027, 1, 22)
    when = {"moment": "2026-12-01T10:00+08:00", "place": "样品室", "mediator": "mediator-1", **PHONE}
    with pytest.raises(Closed, match="no_consent_mediate"):
        act(world, case_id, "schedule", **when)
    act(world, case_id, "filer_agrees", **SAID)
    with pytest.raises(Closed, match="no_consent_other_mediate"):
        act(world, case_id, "schedule", **when)
    act(world, case_id, "other_agrees", **SAID)
    assert act(world, case_id, "schedule", **when).state == "scheduled"
    assert act(world, case_id, "conclude", terms="退还货款 100 元，样品").state == "settled"
    assert {"complaint_acceptance", "complaint_mediation_notice", "complaint_mediation"} <= {
        *kinds(world, case_id)
    }
    assert verify(world.station.store, world.station.keys).ok


def test_days_of_testing_and_recusal_are_not_counted(world: World) -> None:
    case_id = agreed(world)
    before = clock(world, case_id, "complaint.mediate").due
    act(world, case_id, "send_testing", lab="样品检测所", payer="各付一半")
    assert clock(world, case_id, "complaint.mediate").still_since == date(2026, 11, 23)
    world.clock.move(days=4)
    act(world, case_id, "testing_done", result="样品不合格")
    after_test = clock(world, case_id, "complaint.mediate")
    assert after_test.still_since is None
    assert after_test.due > before
    assert any("检测" in line["zh"] for line in after_test.trace)
    world.clock.move(days=1)
    act(world, case_id, "ask_recusal", reason="样品：是亲戚")
    world.clock.move(days=2)
    act(world, case_id, "decide_recusal", decision="granted", reason="样品：换人")
    assert clock(world, case_id, "complaint.mediate").due > after_test.due


def test_identity_is_asked_for_by_a_set_day_and_refused_when_it_is_not_shown(world: World) -> None:
    case_id = complained(world)
    act(world, case_id, "register")
    asked = {"until": "2026-11-30", "what": "身份证复印件", **PHONE}
    act(world, case_id, "ask_identity", **asked)
    assert clock(world, case_id, "complaint.identity").due == date(2026, 11, 30)
    assert clock(world, case_id, "complaint.accept").still_since is None
    act(world, case_id, "identity_shown")
    act(world, case_id, "ask_identity", **asked)
    refused = act(world, case_id, "refuse", ground="identity", reason="样品：没有补", **PHONE)
    assert refused.state == "refused"
    assert clock(world, case_id, "complaint.identity").stopped_at is not None
    assert kinds(world, case_id).count("identity_request") == 2


def test_the_end_is_told_to_both_and_a_report_is_split_out_once(world: World) -> None:
    case_id = accepted(world)
    act(world, case_id, "split_report", reason="样品：还卖假货")
    with pytest.raises(Closed, match="opened_already"):
        act(world, case_id, "split_report", reason="样品")
    assert clock(world, case_id, "report.check").matter_n == 3
    act(world, case_id, "terminate", ground="absent", reason="样品：没有来")
    assert clock(world, case_id, "complaint.tell_end").stopped_at is None
    assert act(world, case_id, "tell_both", **PHONE).state == "ended"
    row = tables.Contact.__table__
    with world.station.store.read() as connection:
        parties = connection.execute(select(row.c.party_n).where(row.c.case_id == case_id)).scalars().all()
    assert sorted(parties) == [1, 1, 3]
    act(world, case_id, "open_case", 3, OFFICER, **APPROVED)
    assert act(world, case_id, "tell_opened", 3, OFFICER, **PHONE).state == "case_opened"
    assert clock(world, case_id, "report.tell").stopped_at is not None


@pytest.mark.parametrize(
    ("action", "inputs", "state"),
    [
        ("distribute", {"body": "样品区市场监管局", "reason": "样品", **PHONE}, "distributed"),
        ("withdraw", {"reason": "样品：不投诉了"}, "withdrawn"),
    ],
)
def test_before_acceptance_it_may_be_passed_on_or_withdrawn(
    world: World, action: str, inputs: dict[str, str], state: str
) -> None:
    case_id = complained(world)
    assert act(world, case_id, action, **inputs).state == state
    assert clock(world, case_id, "complaint.accept").stopped_at is not None


def test_an_agreement_performed_at_once_needs_no_document(world: World) -> None:
    case_id = agreed(world)
    done = act(world, case_id, "conclude_bare", why="performed", terms="当场退款，样品")
    assert done.state == "performed"
    assert "complaint_mediation" not in kinds(world, case_id)


def test_the_head_lengthens_the_check_of_a_report_before_its_end_and_once(world: World) -> None:
    case_id = accepted(world)
    act(world, case_id, "split_report", reason="样品")
    before = clock(world, case_id, "report.check").due
    longer = {"approved_by": "样品局长", "approved_on": "2026-11-23", "reason": "样品：案情复杂"}
    act(world, case_id, "lengthen", 3, OFFICER, **longer)
    after = clock(world, case_id, "report.check")
    assert after.due > before
    assert not any("样品" in line["zh"] for line in after.trace)
    with pytest.raises(KnownError, match="longer_not_provided"):
        act(world, case_id, "lengthen", 3, OFFICER, **longer)
    act(world, case_id, "ask_identification", 3, OFFICER, holder="样品老茶坊（虚构）")
    act(world, case_id, "identified", 3, OFFICER, result="样品：假货")
    assert clock(world, case_id, "report.check").due >= after.due


def test_ones_own_last_act_is_taken_back_and_the_clocks_stand_as_before(world: World) -> None:
    case_id = agreed(world)
    before = clock(world, case_id, "complaint.mediate")
    act(world, case_id, "send_testing", lab="样品检测所", payer="商家")
    with world.station.store.read() as connection:
        matter, version = read_matter(connection, case_id, 1)
        last = undoable(connection, case_id, CLERK)
        assert undoable(connection, case_id, actor(Role.MEDIATOR)) is None
    assert last is not None
    assert last.row.id == "send_testing"
    with pytest.raises(Closed, match="undo_not_yours"):
        undo(world.station, case_id, actor(Role.MEDIATOR), version)
    with pytest.raises(Changed):
        undo(world.station, case_id, CLERK, version - 1)
    undo(world.station, case_id, CLERK, version)
    after = clock(world, case_id, "complaint.mediate")
    assert (after.due, after.still_since, after.trace) == (before.due, None, before.trace)
    with world.station.store.read() as connection:
        matter, version = read_matter(connection, case_id, 1)
    assert matter.state == "accepted"
    with pytest.raises(Closed, match="nothing_to_undo"):
        undo(world.station, case_id, CLERK, version)
    assert verify(world.station.store, world.station.keys).ok


def test_a_clock_that_an_act_started_stops_when_it_is_taken_back(world: World) -> None:
    case_id = complained(world)
    act(world, case_id, "withdraw", reason="样品")
    with world.station.store.read() as connection:
        version = read_matter(connection, case_id, 1)[1]
    undo(world.station, case_id, CLERK, version)
    assert clock(world, case_id, "complaint.accept").stopped_at is None


def test_what_was_issued_is_not_taken_back(world: World) -> None:
    case_id = accepted(world)
    with world.station.store.read() as connection:
        version = read_matter(connection, case_id, 1)[1]
    with pytest.raises(Closed, match="undo_issued"):
        undo(world.station, case_id, CLERK, version)


def test_a_matter_is_taken_on_and_given_to_a_colleague(world: World) -> None:
    case_id = complained(world)
    act(world, case_id, "take")
    with world.station.store.read() as connection:
        assert read_matter(connection, case_id, 1)[0].owner == "clerk-1"
    act(world, case_id, "assign", 1, actor(Role.SUPERVISOR), member="staff-1")
    with world.station.store.read() as connection:
        assert read_matter(connection, case_id, 1)[0].owner == "staff-1"


@pytest.mark.parametrize("login", ["nobody", "officer-1"])
def test_a_matter_is_given_only_to_a_member_who_can_do_it(world: World, login: str) -> None:
    case_id = complained(world)
    with pytest.raises(Closed, match="input_unreadable"):
        act(world, case_id, "assign", member=login)


def test_attempts_are_noted_and_the_first_service_counts(world: World) -> None:
    case_id = complained(world)
    act(world, case_id, "register")
    act(world, case_id, "refuse", ground="too_old", reason="样品", **PHONE)
    paper = next(p.n for p in papers_of(world.station, case_id) if p.kind == "complaint_refusal")
    log_contact(world.station, case_id, CLERK, Attempted(1, "phone", "no_answer"))
    assert service_of(world.station, case_id, paper, 1) is None
    world.clock.move(days=7)
    for way, day in (("post", date(2026, 11, 28)), ("hand", date(2026, 11, 26))):
        log_contact(world.station, case_id, CLERK, Attempted(1, way, "served", paper, day=day))
    service = service_of(world.station, case_id, paper, 1)
    assert service is not None
    assert service.served.day == date(2026, 11, 26)
    assert {deadline.rule for deadline in service.runs} == {"review.apply", "suit.apply"}
    log_contact(world.station, case_id, CLERK, Attempted(1, "hand", "refused", paper, matter_n=1))
    assert verify(world.station.store, world.station.keys).ok


@pytest.mark.parametrize(
    ("attempted", "why"),
    [
        (Attempted(9, "phone", "reached"), "no_such_party"),
        (Attempted(1, "phone", "reached", 99), "no_such_paper"),
        (Attempted(1, "pigeon", "reached"), "no_such_way"),
        (Attempted(1, "phone", "eaten"), "no_such_way"),
        (Attempted(1, "hand", "served", 1), "service_day_missing"),
        (Attempted(1, "phone", "served", 1, day=date(2026, 11, 23)), "service_day_missing"),
        (Attempted(1, "hand", "served", 1, day=date(2026, 11, 24)), "service_day_ahead"),
    ],
)
def test_an_attempt_that_does_not_fit_is_refused(world: World, attempted: Attempted, why: str) -> None:
    case_id = complained(world)
    with pytest.raises(Closed, match=why):
        log_contact(world.station, case_id, CLERK, attempted)
