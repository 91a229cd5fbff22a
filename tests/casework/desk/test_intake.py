"""Taking down for somebody: the same filing with the clerk as its actor, one case a respondent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from stationkiosk.casework.desk.intake import Taken
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import PartyKind, PartyRole, Signature, SignatureKind
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.desk.members import desk
from tests.casework.world import PARTIES, World, application

WITNESSED = Signature(SignatureKind.WITNESSED, "样品张三", "0" * 64, witness="样品 clerk-1")


def test_what_is_taken_down_is_filed_as_at_the_kiosk_and_names_who_helped(world: World) -> None:
    clerk = desk(world.station, Role.CLERK)
    filed = clerk.file(application(world.station, signature=WITNESSED), "press-1")
    assert clerk.file(application(world.station, id=filed.case_id, signature=WITNESSED), "press-1") == filed
    seen = clerk.open(filed.case_id)
    assert seen.how
    assert "clerk-1" in seen.how.zh
    assert seen.journal[-1].actor == "clerk-1"
    assert [paper.kind for paper in seen.papers] == ["receipt"]
    assert world.counter().progress(filed.receipt_code).number == filed.number
    assert verify(world.station.store, world.station.keys).ok


@pytest.mark.parametrize("role", [Role.MEDIATOR, Role.OFFICER, Role.COURT_LIAISON, Role.AUDITOR])
def test_only_who_works_at_the_counter_takes_down(world: World, role: Role) -> None:
    with pytest.raises(Closed, match="not_your_role"):
        desk(world.station, role).file(application(world.station), "press-1")
    with world.station.store.read() as connection:
        assert connection.execute(select(tables.Case.id)).first() is None


def test_one_right_against_many_makes_a_case_for_each(world: World) -> None:
    shops = tuple(
        replace(PARTIES[2], role=PartyRole.RESPONDENT, kind=PartyKind.UNKNOWN, name=f"样品店{n}（虚构）")
        for n in range(4)
    )
    clerk = desk(world.station, Role.SUPERVISOR)
    filed = clerk.file(application(world.station, parties=(*PARTIES[:2], *shops)), "press-1")
    assert len(filed.others) == 3
    with world.station.store.read() as connection:
        chains = connection.execute(
            select(tables.Journal.actor, tables.Journal.role).where(tables.Journal.action == "file")
        ).all()
    assert [tuple(row) for row in chains] == [("supervisor-1", "supervisor")] * 4
    assert len(clerk.page(wanted()).rows) == 4


def wanted():  # noqa: ANN201
    from stationkiosk.casework.desk.views import Shelf, Wanted

    return Wanted(Shelf.ALL)


def test_an_intake_that_lacks_something_says_what(world: World) -> None:
    clerk = desk(world.station, Role.CLERK)
    draft = clerk.open_draft("filing.trademark").id
    with pytest.raises(Closed, match="intake_lacks"):
        clerk.intake(Taken(draft, "trademark", {}, WITNESSED), "press-1")
