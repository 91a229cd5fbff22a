"""Tracking without the receipt: number and the end of a number of one's own, and guessing at both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from stationkiosk.casework.views import Filed
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import case_number
from stationkiosk.store import tables
from tests.casework.world import PARTIES, HeldClock, World, application

NO_CASE = case_number(station="LJ07", machine="A", day=date(2026, 11, 22), block=0, serial=42)


@pytest.fixture
def filed(world: World) -> Filed:
    return world.counter().file(application(world.station), "press-1")


@pytest.mark.parametrize("tail", ["002X", "002x", " 0 0 2 x", "００２Ｘ"])
def test_an_end_of_an_id_number_of_the_applicant_or_the_agent_opens_it(
    world: World, filed: Filed, tail: str
) -> None:
    seen = world.counter().progress_by_number(filed.number.lower().replace("-", " "), tail)
    by_code = world.counter().progress(filed.receipt_code)
    assert seen == replace(by_code, papers=(), by_number=True, takes_proof=False)


@pytest.mark.parametrize("tail", ["1234", "5678", " 56 78", "１２３４"])
def test_an_end_of_a_telephone_number_shows_what_both_sides_may_see(
    world: World, filed: Filed, tail: str
) -> None:
    seen = world.counter().progress_by_number(filed.number, tail)
    assert [matter.track.en for matter in seen.matters] == ["Mediation"]
    by_code = world.counter().progress(filed.receipt_code)
    assert len(by_code.matters) == 3
    less = replace(by_code, matters=by_code.matters[:1], papers=(), takes_proof=False)
    assert seen == replace(less, by_number=True)


def test_an_end_that_an_id_and_a_telephone_share_shows_what_both_sides_may_see(world: World) -> None:
    applicant, agent, other = PARTIES
    agent = replace(agent, id_number="110105194912311234")
    filed = world.counter().file(application(world.station, parties=(applicant, agent, other)), "press-1")
    seen = world.counter().progress_by_number(filed.number, "1234")
    assert [matter.track.en for matter in seen.matters] == ["Mediation"]


def test_the_credit_code_of_an_organisation_is_public_and_opens_nothing(world: World, filed: Filed) -> None:
    with pytest.raises(Closed, match="number_unknown"):
        world.counter().progress_by_number(filed.number, "058B")


def test_number_and_tail_open_no_paper_of_any_case_of_the_filing(world: World) -> None:
    applicant, agent, other = PARTIES
    another = replace(other, name="第二家样品店（虚构）")
    made = application(world.station, parties=(applicant, agent, other, another))
    filed = world.counter().file(made, "press-1")
    counter = world.counter()
    assert counter.progress_by_number(filed.number, "1234").others == ()
    seen = counter.progress_by_number(filed.number, "002X")
    assert len(seen.others) == 1
    assert not any(case.papers for case in (seen, *seen.others))
    assert all(case.by_number for case in (seen, *seen.others))
    for ask in (counter.reprint, lambda ref: counter.paper_pages(ref, 40)):
        with pytest.raises(Closed, match="paper_not_open"):
            ask(filed.receipt)
    assert counter.progress(filed.receipt_code).papers


def test_the_wrong_end_and_a_number_of_no_case_say_the_same(world: World, filed: Filed) -> None:
    counter = world.counter()
    with pytest.raises(Closed) as wrong:
        counter.progress_by_number(filed.number, "9999")
    with pytest.raises(Closed) as unknown:
        counter.progress_by_number(NO_CASE, "1234")
    assert (wrong.value.key, wrong.value.values) == (unknown.value.key, unknown.value.values)
    assert wrong.value.key == "number_unknown"


def test_the_other_side_that_has_not_answered_opens_nothing(world: World) -> None:
    made = application(world.station)
    applicant, agent, other = made.parties
    counter = world.counter()
    known = type(other)(other.role, other.kind, other.name, "91330100799655058B", "+8613700007777")
    filed = counter.file(
        application(world.station, id=made.id, parties=(applicant, agent, known)), "press-1"
    )
    with pytest.raises(Closed, match="number_unknown"):
        counter.progress_by_number(filed.number, "7777")


def test_guessing_is_slowed_and_journalled_and_slips_cost_nothing(
    world: World, filed: Filed, clock: HeldClock
) -> None:
    counter = world.counter()
    for tail in ("", "234", "01234"):
        with pytest.raises(Closed, match="tail_short"):
            counter.progress_by_number(filed.number, tail)
    with pytest.raises(Closed, match="number_mistyped"):
        counter.progress_by_number(filed.number[:-1] + "?", "1234")
    for _ in range(3):
        with pytest.raises(Closed, match="number_unknown"):
            counter.progress_by_number(filed.number, "9999")
    with pytest.raises(Closed, match="slow_down"):
        counter.progress_by_number(filed.number, "1234")
    assert counter.progress(filed.receipt_code), "the door of codes is another"
    clock.move(seconds=2)
    assert counter.progress_by_number(filed.number, "1234")
    with world.station.store.read() as connection:
        journal = tables.Journal
        entries = connection.execute(select(journal.body).where(journal.action == "wrong_code")).scalars()
        told = list(entries)
    assert len(told) == 3
    assert not any("9999" in body or filed.number in body for body in told)


def test_what_is_brought_later_waits_for_the_applicant_and_each_day_has_its_reason(world: World) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station, proof_later=True), "press-1")
    mediation, report, kept = counter.progress(filed.receipt_code).matters
    assert [matter.yours for matter in (mediation, report, kept)] == [False, False, True]
    assert kept.next
    assert all(len(matter.why) > 2 for matter in (mediation, report, kept))
