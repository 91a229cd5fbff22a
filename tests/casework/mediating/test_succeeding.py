"""A mediator who left: another is named, and starts from what may be seen."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.mediating.shown import Reader, Said
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.desk.members import desk
from tests.casework.mediating.mediated import SUPERVISOR, do
from tests.casework.mediating.settled import FILER_N, OTHER_N, TERMS, Table, at_table, to_be_signed
from tests.casework.world import World

NEW = {"mediator": "staff-1", "disclosed": "没有", "reason": "样品：调走了"}


def leave(world: World) -> None:
    """The mediator is no member any more."""
    with world.station.store.write() as unit:
        unit.update(tables.Staff, {"login": "mediator-1"}, active=False)
        unit.journal(None, world.station.itself(), "close_member", world.station.clock.now())


def successor(world: World, table: Table) -> Table:
    """The mediator has left and another is named."""
    leave(world)
    do(world.station, table.case_id, "replace_mediator", SUPERVISOR, **NEW)
    return Table(world.station, desk(world.station, Role.MEDIATOR, login="staff-1"), table.case_id, 100)


def say(table: Table, text: str, reader: Reader, amount: int = 0) -> None:
    said = Said(
        text, reader, side_n=FILER_N, amount=Decimal(amount) if amount else None, offer=bool(amount)
    )
    table.desk.talk(table.case_id, 1, said, *table.versions(), table.key())


def test_a_supervisor_names_another_only_where_the_mediator_has_left(world: World) -> None:
    table = at_table(world)
    with pytest.raises(Closed, match="only_mediator_gone"):
        do(world.station, table.case_id, "replace_mediator", SUPERVISOR, **NEW)
    supervisor = desk(world.station, Role.SUPERVISOR)
    leave(world)
    assert [one.id for one in supervisor.open(table.case_id).matters[0].actions if one.primary] == [
        "replace_mediator"
    ]
    mine = Table(world.station, desk(world.station, Role.MEDIATOR, login="staff-1"), table.case_id)
    with pytest.raises(Closed, match="not_your_role"):
        mine.do("replace_mediator", **NEW)
    assert do(world.station, table.case_id, "replace_mediator", SUPERVISOR, **NEW).state == "mediating"
    assert mine.desk.mediation(table.case_id, 1).mine
    assert verify(world.station.store, world.station.keys).ok


def test_what_was_told_in_confidence_stays_with_whoever_heard_it(world: World) -> None:
    table = at_table(world)
    say(table, "样品：底线", Reader.MEDIATOR)
    say(table, "样品：只跟申请人说", Reader.FILER)
    say(table, "样品：三万", Reader.BOTH, 30_000)
    say(table, "样品：两万也行", Reader.MEDIATOR, 20_000)
    table.save()
    mine = successor(world, table)
    seen = mine.desk.mediation(table.case_id, 1)
    assert [one.text for one in seen.talks or ()] == ["样品：三万"]
    assert seen.draft is not None
    assert seen.draft.terms == ()
    with pytest.raises(Closed, match="offer_gone"):
        answered(mine, 4)
    answered(mine, 3)
    assert mine.save().version == 2
    assert verify(world.station.store, world.station.keys).ok


def answered(table: Table, offer: int) -> None:
    table.desk.answer_offer(table.case_id, 1, offer, "taken", *table.versions(), table.key())


def test_a_text_that_names_the_one_who_left_is_signed_by_nobody_any_more(world: World) -> None:
    table = to_be_signed(world)
    table.sign(FILER_N)
    old = table.draft().text_sha256
    mine = successor(world, table)
    assert mine.state() == "mediating"
    draft = mine.draft()
    assert (draft.version, draft.state, len(draft.terms)) == (2, "open", len(TERMS))
    with pytest.raises(Closed, match="not_in_this_state"):
        mine.do("sign", party=str(OTHER_N), way="pad", text_sha256=old, strokes="[[[1,2,3]]]")
    mine.fix(2)
    assert mine.draft().text_sha256 != old
    mine.sign_all()
    assert mine.state() == "agreed"
    assert verify(world.station.store, world.station.keys).ok


def test_the_last_text_the_sides_had_before_them_is_passed_on_and_no_later_draft(world: World) -> None:
    table = to_be_signed(world)
    table.do("reopen", reason="样品")
    table.save(TERMS[:1])
    mine = successor(world, table)
    draft = mine.draft()
    assert (draft.version, len(draft.terms)) == (4, len(TERMS))


def test_sealed_papers_of_the_one_who_left_stay_closed(world: World) -> None:
    table = to_be_signed(world)
    table.desk.print_to_sign(table.case_id, 1, "样品")
    (paper,) = sealed(world, table.desk)
    assert table.desk.paper(paper)
    world.clock.move(minutes=1)
    mine = successor(world, table)
    with pytest.raises(Closed, match="of_mediator_before"):
        mine.desk.paper(paper)


def sealed(world: World, at: Desk) -> list[PaperRef]:
    with world.station.store.read() as connection:
        rows = connection.execute(select(tables.Paper.__table__)).all()
    assert at.who.login == "mediator-1"
    return [PaperRef(row.case_id, row.n) for row in rows if row.kind == "agreement_to_sign"]
