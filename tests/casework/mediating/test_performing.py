"""An agreement takes effect with the last hand, and is carried out duty by duty."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from stationkiosk.casework.mediating.effect import signed_text
from stationkiosk.casework.mediating.ground import read_ground
from stationkiosk.casework.mediating.shown import DutyState
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.answers import rows
from tests.casework.desk.members import desk
from tests.casework.mediating.settled import (
    FILER_N,
    OTHER_N,
    Table,
    at_table,
    in_effect,
    to_be_signed,
)
from tests.casework.world import World


def agreements(table: Table) -> list[Any]:
    return rows(table.station, tables.Agreement)


def clock(table: Table, rule: str) -> Any:  # noqa: ANN401
    return next(row for row in rows(table.station, tables.Deadline) if row.rule == rule)


def test_with_the_seal_after_all_signatures_it_takes_effect(world: World) -> None:
    table = in_effect(world)
    assert table.state() == "agreed"
    assert table.draft().state == "effective"
    assert {one.n for one in table.draft().signers if one.signed_at} == {FILER_N, OTHER_N, 0}
    duties = table.desk.mediation(table.case_id, 1).duties
    assert [(one.term, one.amount, one.state) for one in duties] == [
        (1, None, DutyState.OPEN),
        (2, Decimal("9000.00"), DutyState.OPEN),
        (2, Decimal("9000.00"), DutyState.OPEN),
    ]
    assert clock(table, "confirmation.apply").due == date(2026, 12, 23)
    assert verify(table.station.store, table.station.keys).ok


def test_the_paper_is_the_text_that_was_signed_with_the_hands_of_all(world: World) -> None:
    table = in_effect(world)
    with table.station.store.read() as connection:
        known = read_ground(table.station, connection, table.case_id, 1)
        fixed, signed = signed_text(known)
    assert fixed.sha256 == table.draft().text_sha256
    assert [(one.for_n, one.way) for one in signed.by] == [(1, "pad"), (3, "pad"), (0, "pad")]
    assert (signed.sealed, signed.since) == (date(2026, 11, 23), date(2026, 11, 23))


def test_entrusted_by_a_court_it_takes_effect_with_the_last_partys_signature(world: World) -> None:
    table = to_be_signed(world, "court")
    table.sign(FILER_N)
    table.sign(OTHER_N)
    signed_at = world.clock.now()
    world.clock.move(days=2)
    table.do("sign_mediator", text_sha256=table.draft().text_sha256)
    table.do("seal_agreement", text_sha256=table.draft().text_sha256)
    assert agreements(table)[-1].effective_at == signed_at
    assert clock(table, "confirmation.apply").start == date(2026, 11, 23)
    assert clock(table, "confirmation.apply").due == date(2026, 12, 23)
    assert {one.way for one in table.draft().signers if one.n == 0} == {"typed"}


def test_duties_are_ticked_off_with_proof_and_the_matter_is_closed_when_none_is_open(world: World) -> None:
    table = in_effect(world)
    with pytest.raises(Closed, match="only_no_open_duty"):
        table.do("finish")
    with pytest.raises(Closed, match="proof_missing"):
        table.do("duty_done", duty="1", day="2026-11-23")
    with pytest.raises(Closed, match="proof_missing"):
        table.do("duty_done", duty="1", day="2026-11-23", exhibit="8")
    with pytest.raises(Closed, match="no_such_duty"):
        table.do("duty_done", duty="9", day="2026-11-23", note="样品")
    table.do("duty_done", duty="1", day="2026-11-23", exhibit="1")
    with pytest.raises(Closed, match="duty_settled"):
        table.do("duty_broken", duty="1", reason="样品")
    world.clock.move(days=30)
    table.do("duty_broken", duty="2", reason="样品：没有付")
    table.do("duty_done", duty="2", day="2026-12-22", note="样品：对方说收到了")
    table.do("duty_broken", duty="3", reason="样品：没有付")
    first, second, third = table.desk.mediation(table.case_id, 1).duties
    assert (first.state, first.proof, first.done_on) == (DutyState.DONE, "样品店招.jpg", date(2026, 11, 23))
    assert (second.state, second.note) == (DutyState.DONE, "样品：对方说收到了")
    assert (third.state, third.done_on) == (DutyState.BROKEN, None)
    table.do("finish")
    assert table.state() == "performed"
    assert verify(table.station.store, table.station.keys).ok


def test_the_day_of_the_text_is_the_day_it_was_fixed(world: World) -> None:
    table = at_table(world)
    table.save()
    world.clock.move(days=1)
    table.fix()
    table.sign_all()
    with table.station.store.read() as connection:
        fixed, _signed = signed_text(read_ground(table.station, connection, table.case_id, 1))
    assert fixed.text.drawn_on == date(2026, 11, 23) + timedelta(days=1)


def test_a_name_that_is_corrected_after_the_signatures_leaves_the_text_and_its_duties_as_signed(
    world: World,
) -> None:
    table = to_be_signed(world)
    table.sign(FILER_N)
    table.sign(OTHER_N)
    clerk = desk(table.station, Role.CLERK)
    clerk.correct(table.case_id, "party.3.name", "样品新茶店（虚构）", "样品：写错了", table.versions()[0])
    table.do("sign_mediator", text_sha256=table.draft().text_sha256)
    table.do("seal_agreement", text_sha256=table.draft().text_sha256)
    duties = rows(table.station, tables.Duty)
    assert {row.party_n for row in duties} == {OTHER_N}
    assert all("样品街对面茶店" in row.what_zh for row in duties if row.term == 1)
