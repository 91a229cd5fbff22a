"""The case page: what each post sees of a case filed at a kiosk, acts, corrections, papers."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from stationkiosk import casework
from stationkiosk.casework.views import CopyState, PaperRef
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Changed, Closed
from stationkiosk.domain.text import Text
from stationkiosk.ledger.keys import load_keys
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import asked, response
from tests.casework.desk.members import desk
from tests.casework.test_reports import NAME, PHONE, report
from tests.casework.world import World, application

CLERK, OFFICER = Role.CLERK, Role.OFFICER


@pytest.fixture
def case_id(world: World) -> UUID:
    return world.counter().file(application(world.station), "press-1").case_id


def test_a_case_filed_at_the_kiosk_is_read_in_the_words_it_was_asked_in(
    world: World, case_id: UUID
) -> None:
    seen = desk(world.station, CLERK).open(case_id)
    assert (seen.claimant, seen.respondent, seen.target) == (
        "样品老茶坊（虚构）",
        "样品街对面茶店（虚构）",
        150,
    )
    assert seen.how
    assert "LJ07A" in seen.how.zh
    assert [party.role.zh for party in seen.parties] == ["申请人", "代理人", "被申请人"]
    numbers = {line.value.zh for line in seen.parties[1].lines}
    assert "11010519491231002X" not in numbers
    assert any("*" in number for number in numbers)
    assert {line.value.zh for line in seen.facts} >= {"2026年10月1日"}
    assert [(line.label.zh, line.value.zh) for line in seen.claims][1] == ("赔偿损失", "18,000 元")
    assert len(seen.consents) == 2
    (exhibit,) = seen.exhibits
    assert exhibit.brought_by.zh == "提交申请的一方"
    assert {paper.title.zh for paper in seen.papers}
    assert seen.journal[0].seq == len(seen.journal)
    assert seen.journal[-1].what.zh == "登记申请"
    assert all(clock.why for clock in seen.clocks)


def test_the_next_actions_say_what_they_issue_and_why_the_others_are_closed(
    world: World, case_id: UUID
) -> None:
    mediation = desk(world.station, CLERK).open(case_id).matters[0]
    actions = {action.id: action for action in mediation.actions}
    assert actions["accept"].closed is None
    assert actions["accept"].primary
    assert actions["accept"].article
    assert actions["accept"].starts
    assert actions["inquire"].closed
    assert "已受理" in actions["inquire"].closed.zh
    assert actions["inquire"].papers
    assert "agree" not in actions
    shut = desk(world.station, Role.COURT_LIAISON).open(case_id).matters[0].actions
    assert all(action.closed for action in shut)
    assert "窗口工作人员" in next(a for a in shut if a.id == "accept").closed.zh


def test_an_act_moves_the_case_and_its_reason_stands_in_the_journal(world: World, case_id: UUID) -> None:
    clerk = desk(world.station, CLERK)
    before = clerk.open(case_id)
    key = "act-1"
    said = {"ground": "power", "reason": "样品：不属于本站"}
    after = clerk.act(case_id, 1, "refuse", said, before.version, before.matters[0].version, key)
    assert after.matters[0].ended
    assert after.version == before.version + 1
    told = next(entry for entry in after.journal if entry.actor != "station")
    assert (told.actor, told.reason) == ("clerk-1", "样品：不属于本站")
    again = clerk.act(case_id, 1, "refuse", said, before.version, before.matters[0].version, key)
    assert again.version == after.version
    with pytest.raises(Changed):
        clerk.act(case_id, 3, "close", {}, before.version, 1, "act-2")


@pytest.mark.parametrize("action", ["fly", "file"])
def test_an_act_that_is_not_there_or_not_for_staff_is_refused(
    world: World, case_id: UUID, action: str
) -> None:
    with pytest.raises(Closed):
        desk(world.station, CLERK).act(case_id, 1, action, {}, 1, 1, "act-1")


MARKS = ("91330100799655058B", "138 0000 1234", "139 0000 5678", "样品路 1 号", "欧阳样品")


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in ("applicant", "respondent", "station")]
)
def test_each_post_sees_its_parts_and_is_told_what_is_kept_from_it(
    world: World, case_id: UUID, role: Role
) -> None:
    member = desk(world.station, role)
    if role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR):
        with pytest.raises(Closed, match="case_not_yours"):
            member.open(case_id)
        for refused in (
            lambda: member.sight(case_id, 1, 0),
            lambda: member.exhibit_bytes(case_id, 1),
            lambda: member.paper(PaperRef(case_id, 1)),
            lambda: member.print_paper(PaperRef(case_id, 1), "样品"),
            lambda: member.correct(case_id, "party.1.name", "样", "样", 1),
            lambda: member.calls(),
        ):
            with pytest.raises(Closed):
                refused()
        return
    seen = member.open(case_id)
    said = repr(asdict(seen))
    assert "11010519491231002X" not in said
    for mark in MARKS:
        assert mark in said
    assert any("调解中说的话" in one.what.zh for one in seen.withheld)


def test_who_reported_is_in_no_view_but_an_officers_with_a_reason(world: World) -> None:
    world.station = replace(world.station, keys=load_keys(world.folder / "keys", desk=True))
    case_id = world.counter().file(report(world), "press-1").case_id
    for role in (Role.MEDIATOR, Role.COURT_LIAISON):
        with pytest.raises(Closed, match="case_not_yours"):
            desk(world.station, role).open(case_id)
    for role in (CLERK, OFFICER, Role.SUPERVISOR):
        seen = desk(world.station, role).open(case_id)
        assert NAME not in repr(asdict(seen))
        assert PHONE[3:] not in repr(asdict(seen))
        assert any(one.what == Text("举报人是谁", "Who reported it") for one in seen.withheld)
        if role is not OFFICER:
            with pytest.raises(Closed):
                desk(world.station, role).open_reporter(case_id, "核实情况")
    officer = desk(world.station, OFFICER)
    with pytest.raises(Closed, match="reason_missing"):
        officer.open_reporter(case_id, " ")
    lines = officer.open_reporter(case_id, "核实情况")
    assert {line.value.zh for line in lines} == {NAME, PHONE}
    told = officer.open(case_id).journal[0]
    assert (told.actor, told.reason, told.what.zh) == ("officer-1", "核实情况", "打开了举报人身份")
    assert NAME not in repr(asdict(officer.open(case_id)))
    assert verify(world.station.store, world.station.keys).ok


def test_a_correction_has_a_reason_keeps_what_stood_and_leaves_issued_papers(
    world: World, case_id: UUID
) -> None:
    clerk = desk(world.station, CLERK)
    before = clerk.open(case_id)
    field = next(line.field for line in before.parties[2].lines if line.value.zh == "样品路 1 号")
    after = clerk.correct(case_id, field, " 样品路  11 号 ", "当事人来电更正", before.version)
    line = next(line for line in after.parties[2].lines if line.field == field)
    assert (line.value.zh, line.corrected) == ("样品路 11 号", True)
    assert after.journal[0].reason == "当事人来电更正"
    assert all(paper.before_correction for paper in after.papers)
    with world.station.store.read() as connection:
        said = connection.execute(select(tables.Acted.inputs)).scalar_one()
        bodies = "".join(connection.execute(select(tables.Journal.body)).scalars())
    assert (said["before"], said["after"]) == ("样品路 1 号", "样品路 11 号")
    assert "样品路" not in bodies
    assert verify(world.station.store, world.station.keys).ok
    with pytest.raises(Changed):
        clerk.correct(case_id, field, "样品路 12 号", "再改", before.version)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("party.1.phone", "12", "correction_unreadable"),
        ("party.1.name", " ", "correction_empty"),
        ("party.1.authority", "general", "not_correctable"),
        ("party.9.name", "样", "not_correctable"),
        ("case.1.number", "样", "not_correctable"),
        ("fact.1", "other", "not_correctable"),
        ("fact.2", "2026-10-01", "correction_same"),
        ("fact.2", "2036-10-01", "correction_unreadable"),
        ("right.1.kind", "patent", "not_correctable"),
        ("right.1.number", "一二三", "correction_unreadable"),
    ],
)
def test_what_will_not_do_is_told_and_nothing_changes(
    world: World, case_id: UUID, field: str, value: str, why: str
) -> None:
    clerk = desk(world.station, CLERK)
    with pytest.raises(Closed, match=why):
        clerk.correct(case_id, field, value, "样品理由", 1)
    assert clerk.open(case_id).version == 1


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("party.1.id_number", "91350100M000100Y43", "91350100M000100Y43"),
        ("party.2.id_number", "440524188001010014", "440524188001010014"),
        ("party.3.phone", "139 0000 1111", "+8613900001111"),
        ("party.1.name", "样品新名（虚构）", "样品新名（虚构）"),
        ("right.1.expires", "2030-01-02", "2030-01-02"),
        ("right.1.name", "样品新标", "样品新标"),
        ("fact.2", "2026-09", "2026-09"),
    ],
)
def test_values_are_checked_and_made_even_as_where_they_were_asked(
    world: World, case_id: UUID, field: str, value: str, kept: str
) -> None:
    desk(world.station, CLERK).correct(case_id, field, value, "样品理由", 1)
    with world.station.store.read() as connection:
        assert connection.execute(select(tables.Acted.inputs)).scalar_one()["after"] == kept
    assert verify(world.station.store, world.station.keys).ok


def test_the_other_sides_answer_is_read_as_far_as_it_was_given_in_the_open(world: World) -> None:
    filed, code = asked(world)
    world.counter().respond(code, response(world), "answer-1")
    seen = desk(world.station, CLERK).open(filed.case_id)
    said = {line.value.zh for line in seen.answers}
    assert "样品批发部（虚构）" in said
    assert "家里困难" not in repr(asdict(seen))
    assert seen.contacts
    assert seen.contacts[0].paper
    assert seen.parties[-1].answers_for == 3
    hidden = desk(world.station, OFFICER).open(filed.case_id)
    assert not hidden.answers
    assert any(one.what.en == "The other side's answer" for one in hidden.withheld)


def test_evidence_and_papers_are_looked_at_and_a_print_has_its_reason(world: World, case_id: UUID) -> None:
    clerk = desk(world.station, CLERK)
    assert clerk.exhibit_bytes(case_id, 1)
    for missing in (lambda: clerk.sight(case_id, 9, 0), lambda: clerk.paper(PaperRef(case_id, 9))):
        with pytest.raises(Closed):
            missing()
    assert clerk.paper(PaperRef(case_id, 1)).startswith(b"%PDF")
    with pytest.raises(Closed, match="reason_missing"):
        clerk.print_paper(PaperRef(case_id, 1), "")
    copy = clerk.print_paper(PaperRef(case_id, 1), "原件遗失")
    assert clerk.copy(copy).state is not CopyState.FAILED
    seen = clerk.open(case_id)
    assert seen.papers[0].copies == 1
    assert any(entry.reason == "原件遗失" and "打印" in entry.what.zh for entry in seen.journal)


def test_whoever_writes_a_reason_in_a_report_is_told_that_colleagues_read_it(world: World) -> None:
    reported = world.counter().file(report(world), "press-report")
    shown = desk(world.station, OFFICER).open(reported.case_id).matters[0].actions
    asked = [one for action in shown for one in action.inputs if one.id == "reason"]
    assert asked
    assert all(one.hint is not None and "举报人" in one.hint.zh for one in asked)


WRITTEN = re.compile(r'\.journal\(\s*[\w.]*(?:case_id|application\.id)\s*,[^"{]{0,60}?"([a-z_]+)"')
NAMED = ("correct", "decide_alike", "make_paper", "open_reporter", "print_copy")


def test_every_entry_of_a_cases_journal_has_words(world: World) -> None:
    source = Path(casework.__file__).parent
    found = {action for path in source.rglob("*.py") for action in WRITTEN.findall(path.read_text("utf-8"))}
    assert {"file", "issue_paper", "undo", "contact"} <= found
    words = world.station.reference.words
    assert not {action for action in (*found, *NAMED) if not words.has(f"casefile.journal.{action}")}
