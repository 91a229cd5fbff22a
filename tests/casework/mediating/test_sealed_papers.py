"""The record of a session: made at the mediator's desk, enciphered where it lies, opened there alone."""

from __future__ import annotations

from uuid import UUID

import pytest

from stationkiosk.casework import papers
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.talks import Reader
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.mediating.mediated import AT_TEN, do, mediating, planned, told
from tests.casework.mediating.walled import desk_station, member, open_bytes, say, words_of
from tests.casework.world import World


@pytest.fixture
def held(world: World) -> UUID:
    """A case with a joint session and, after it, a private one with the other side."""
    case_id = mediating(world)
    told(world, case_id, 1, 3)
    planned(world, case_id)
    planned(world, case_id, "2026-11-24T14:00+08:00", private="3")
    mine = member(world)
    do(world.station, case_id, "open_session", session="1", present="1,3", checked="1,3")
    say(mine, case_id, "样品：其实六千就行", "6000", side_n=1, session_n=1)
    say(mine, case_id, "样品：愿意分两次付", "12000", side_n=3, session_n=1, reader=Reader.BOTH)
    say(mine, case_id, "样品：先停一停", session_n=1, reader=Reader.BOTH)
    do(world.station, case_id, "close_session", session="1", outcome="go_on")
    do(world.station, case_id, "open_session", session="2", present="3", checked="3")
    say(mine, case_id, "样品：最多能付一万五", side_n=3, session_n=2, reader=Reader.OTHER)
    return case_id


def recorded(at: Desk, case_id: UUID, session: int) -> PaperRef:
    """Make the record of a session at a desk and return where it stands."""
    seen = at.mediation(case_id, 1)
    versions = seen.case_version, seen.matter_version
    at.act(case_id, 1, "record", {"session": str(session)}, *versions, f"record-{session}")
    return at.mediation(case_id, 1).papers[-1]


def test_a_record_tells_what_who_was_there_may_know(world: World, held: UUID) -> None:
    mine = member(world)
    joint = words_of(mine.paper(recorded(mine, held, 1))).replace(" ", "")
    assert "1样品街对面茶店（虚构）样品：愿意分两次付" in joint
    assert "样品mediator-1：样品：先停一停" in joint
    assert "12,000" in joint
    assert "六千" not in joint
    assert "一万五" not in joint
    alone = words_of(mine.paper(recorded(mine, held, 2)))
    assert "最多能付一万五" in alone
    assert "分两次" not in alone


def test_a_record_lies_enciphered_and_nobody_else_is_told_of_it(world: World, held: UUID) -> None:
    mine = member(world)
    ref = recorded(mine, held, 1)
    (kept,) = (row for row in rows(world.station, tables.PaperFile) if row.paper_n == ref.n)
    assert b"%PDF" not in kept.bytes
    for mark in ("愿意分两次付", "12000", "1200000", "12,000"):
        assert mark.encode() not in open_bytes(world)
    for role, login in ((Role.CLERK, ""), (Role.SUPERVISOR, ""), (Role.MEDIATOR, "staff-1")):
        other = member(world, role, login)
        assert ref not in other.mediation(held, 1).papers
        assert "mediation_record" not in {paper.kind for paper in other.open(held).papers}
        with pytest.raises(Closed, match=r"not_the_mediator|part_not_yours"):
            other.paper(ref)
        with pytest.raises(Closed, match=r"not_the_mediator|part_not_yours"):
            other.print_paper(ref, "样品")
    assert mine.print_paper(ref, "双方签名").copy_no == 1
    assert verify(world.station.store, world.station.keys).ok


def test_a_kiosk_leaves_a_sealed_paper_that_is_owed_to_the_desk(world: World, held: UUID) -> None:
    papers.render_owed(world.station)
    at_desk = desk_station(world)
    do(at_desk, held, "record", session="1")
    assert papers.render_owed(world.station) == 0
    assert papers.render_owed(at_desk) == 1
    (made,) = (row for row in rows(world.station, tables.Paper) if row.kind == "mediation_record")
    with pytest.raises(KnownError, match="mediator_key_missing"):
        papers.paper_bytes(world.station, PaperRef(held, made.n), "a4")


def test_a_record_is_made_of_a_session_that_was_held_by_its_mediator(world: World) -> None:
    case_id = mediating(world)
    planned(world, case_id, AT_TEN)
    with pytest.raises(Closed, match="only_session_held"):
        recorded(member(world), case_id, 1)
    told(world, case_id, 1, 3)
    do(world.station, case_id, "open_session", session="1", present="1,3", checked="1,3")
    planned(world, case_id, "2026-11-24T14:00+08:00")
    with pytest.raises(Closed, match="no_such_session"):
        recorded(member(world), case_id, 9)
    with pytest.raises(Closed, match="session_not_open"):
        recorded(member(world), case_id, 2)
    with pytest.raises(Closed, match="not_the_mediator"):
        recorded(member(world, Role.MEDIATOR, "staff-1"), case_id, 1)


def test_a_record_is_previewed_as_a_draft(world: World, held: UUID) -> None:
    (draft,) = member(world).preview(held, 1, "record", {"session": "1"})
    assert "愿意分两次付" in words_of(draft)
    assert (
        len([paper for paper in rows(world.station, tables.Paper) if paper.kind == "mediation_record"]) == 0
    )
