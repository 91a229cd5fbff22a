"""Duplicates are found with what is alike in words; a pattern is counted, and nothing is judged."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from stationkiosk.casework import find
from stationkiosk.casework.desk.views import Likeness, Pattern, Shelf, Wanted
from stationkiosk.casework.likeness import DECIDE, alike, decide_alike, nearly
from stationkiosk.casework.pattern import pattern
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Right
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from tests.casework.test_find import filed, person
from tests.casework.world import World

OTHER = Right("trademark", "7654321", "另样", "owner")


def said(likeness: Likeness) -> list[str]:
    return [text.en for text in likeness.alike]


def test_the_same_dispute_filed_twice_is_told_with_what_is_alike(world: World) -> None:
    first = filed(world, "样品街对面茶店（虚构）")
    filed(world, "另一家店（虚构）")
    filed(world, "很远的样品店", right=OTHER)
    again = filed(world, "样品街对面茶店")
    far = filed(world, "样品街对面茶店（虚构）")
    found = alike(world.station, person(world, Role.CLERK), far)
    assert [one.case_id for one in found] == [first, again]
    assert said(found[0]) == [
        "The same applicant",
        "The same agent",
        "The same other side",
        "The same number of the right",
        "The same kind of dispute",
        "2 of 2 answers are the same",
        "Filed on the same day",
    ]
    assert said(found[1])[2] == "The same number of the right"
    assert "The other side has nearly the same name" in said(found[1])
    assert found[0].decided == ""


def test_filings_far_apart_in_time_are_not_the_same(world: World) -> None:
    filed(world)
    world.clock.move(days=40)
    near = filed(world)
    world.clock.move(days=80)
    found = alike(world.station, person(world, Role.CLERK), filed(world))
    assert [one.case_id for one in found] == [near]
    assert said(found[0])[-1] == "Filed 80 days apart"


def test_a_decision_stands_in_both_journals_with_its_reason(world: World) -> None:
    one, two = filed(world), filed(world)
    clerk = person(world, Role.CLERK)
    decide_alike(world.station, clerk, one, two, True, " 同一店铺，重复登记 ")
    assert alike(world.station, clerk, one)[0].decided == "same"
    decide_alike(world.station, clerk, two, one, False, "分店不同")
    assert alike(world.station, clerk, one)[0].decided == "different"
    decide_alike(world.station, clerk, one, two, None, "看错了")
    assert alike(world.station, clerk, two)[0].decided == ""
    with world.station.store.read() as connection:
        query = tables.Journal.__table__.select().where(tables.Journal.action == DECIDE)
        rows = connection.execute(query).all()
    assert sorted(row.chain for row in rows) == sorted([str(one), str(two)] * 3)
    assert {(row.role, row.actor) for row in rows} == {("clerk", "clerk-1")}
    with pytest.raises(Closed, match="reason_missing"):
        decide_alike(world.station, clerk, one, two, True, " ")
    with pytest.raises(Closed, match="same_case"):
        decide_alike(world.station, clerk, one, one, True, "x")


def test_who_may_not_see_a_case_gets_no_likeness_of_it(world: World) -> None:
    seen, hidden = filed(world), filed(world, routes=("report", "preservation"))
    mediator = person(world, Role.MEDIATOR)
    assert alike(world.station, mediator, seen) == ()
    for look in (alike, pattern):
        with pytest.raises(Closed, match="case_not_yours"):
            look(world.station, mediator, hidden)
        with pytest.raises(Closed):
            look(world.station, person(world, Role.COURT_LIAISON), seen)
    assert pattern(world.station, mediator, seen) is None
    with pytest.raises(Closed, match="no_such_case"):
        decide_alike(world.station, mediator, seen, hidden, True, "x")
    assert [one.case_id for one in alike(world.station, person(world, Role.OFFICER), seen)] == [hidden]


def test_a_pattern_counts_and_says_nothing_else(world: World) -> None:
    clerk = person(world, Role.CLERK)
    alone = filed(world)
    assert pattern(world.station, clerk, alone) is None
    world.clock.move(days=400)
    for n in range(3):
        filed(world, f"样品{n}号店", right=OTHER if n else Right("trademark", "1", "甲", "owner"))
    last = filed(world, "样品贸易有限公司", right=OTHER)
    assert pattern(world.station, clerk, last) == Pattern(
        since=world.station.today() - timedelta(days=365),
        by_claimant=4,
        by_agent=4,
        by_right=3,
        respondents=4,
        small_shops=3,
        asked=Decimal("72000.00"),
    )
    assert find.page(world.station, clerk, Wanted(Shelf.ALL, "7654321")).rows[0].case_id == last


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("样品街对面茶店", "样品街对面茶店（虚构）", True),
        ("样品一号店", "样品二号店", False),
        ("", "样品", False),
        ("样", "样", False),
    ],
)
def test_names_written_nearly_alike(one: str, other: str, alike: bool) -> None:
    assert nearly(one, other) is alike
