"""What the desk's lists show: to whom, in which order, page by page, and for what was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from stationkiosk.casework import find
from stationkiosk.casework.desk.views import Listed, Shelf, Urgency, Wanted
from stationkiosk.casework.filing import file_application
from stationkiosk.casework.staff import SignedIn
from stationkiosk.casework.station import Station
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Party, PartyKind, PartyRole, Right
from stationkiosk.domain.errors import Closed
from stationkiosk.store import tables
from tests.casework.world import PARTIES, World, application

ALL = Wanted(Shelf.ALL)


def person(world: World, *roles: Role) -> SignedIn:
    login = f"{roles[0].value}-1" if len(roles) == 1 else "staff-1"
    return SignedIn(login, "样品", frozenset(roles), world.clock.now())


def filed(world: World, respondent: str = "样品街对面茶店（虚构）", **changes: object) -> UUID:
    against = Party(PartyRole.RESPONDENT, PartyKind.ORGANISATION, respondent, phone="+8613900009876")
    one = application(world.station, **({"parties": (*PARTIES[:2], against)} | changes))
    file_application(world.station, one, str(one.id))
    world.clock.move(minutes=5)
    return one.id


def whole(station: Station, who: SignedIn, wanted: Wanted, most: int = 2) -> list[Listed]:
    """All lines of a list, fetched page by page."""
    page = find.page(station, who, wanted, most=most)
    rows = list(page.rows)
    while page.after:
        assert len(page.rows) == most
        page = find.page(station, who, wanted, page.after, most=most)
        rows += page.rows
    return rows


def due(world: World, case_id: UUID, matter_n: int, last: date) -> None:
    """Let the running clock of a matter end on a day."""
    with world.station.store.write() as unit:
        row = unit.connection.execute(
            tables.Deadline.__table__.select().where(
                tables.Deadline.case_id == case_id,
                tables.Deadline.matter_n == matter_n,
                tables.Deadline.stopped_at.is_(None),
            )
        ).first()
        assert row is not None
        unit.update(tables.Deadline, {"case_id": case_id, "n": row.n}, due=last)
        unit.journal(case_id, world.station.itself(), "clock", world.clock.now())


def test_a_case_filed_at_the_kiosk_stands_in_the_lists_of_who_deals_with_it(world: World) -> None:
    case_id = filed(world)
    clerk, officer = person(world, Role.CLERK), person(world, Role.OFFICER)
    (mine,) = find.page(world.station, clerk, Wanted()).rows
    assert (mine.case_id, mine.matter_n, mine.track.en, mine.owner_role) == (
        case_id,
        1,
        "Mediation",
        "clerk",
    )
    assert (mine.claimant, mine.respondent) == ("样品老茶坊（虚构）", "样品街对面茶店（虚构）")
    assert (mine.right, mine.number[:6]) == ("样品老茶", "LJ07A-")
    (theirs,) = find.page(world.station, officer, Wanted()).rows
    assert (theirs.track.en, theirs.matter_n) == ("Report for a penalty", 2)
    assert find.counts(world.station, clerk).all == 1


def test_pages_hold_every_line_once_in_their_order(world: World) -> None:
    cases = [filed(world) for _ in range(5)]
    clerk = person(world, Role.CLERK)
    today = world.station.today()
    for case_id, days in zip(cases, (3, 0, -2, 9, 0), strict=True):
        due(world, case_id, 1, today + timedelta(days=days))
    assert [row.case_id for row in whole(world.station, clerk, ALL)] == cases[::-1]
    mine = whole(world.station, clerk, Wanted())
    assert [row.case_id for row in mine] == [cases[n] for n in (2, 1, 4, 0, 3)]
    assert [row.urgency.value for row in mine] == ["overdue", "today", "today", "soon", "later"]
    assert whole(world.station, clerk, Wanted(Shelf.TODAY)) == mine[:3]
    told = find.counts(world.station, clerk)
    assert (told.mine, told.today, told.overdue, told.all) == (5, 3, 1, 5)
    for shelf in (Shelf.MINE, Shelf.ALL):
        for urgency in list(Urgency)[1:]:
            found = whole(world.station, clerk, Wanted(shelf, urgency=urgency), most=1)
            assert [row.case_id for row in found] == [r.case_id for r in mine if r.urgency == urgency]


@pytest.mark.parametrize("shelf", list(Shelf))
def test_words_find_the_same_in_every_list(world: World, shelf: Shelf) -> None:
    one, two = filed(world, "单样品服装店"), filed(world, "样品长沙大药房有限公司")
    third = filed(world, "样品服装批发部", right=Right("trademark", "7654321", "另样", "owner"))
    clerk, today = person(world, Role.CLERK), world.station.today()
    for case_id, days in zip((one, two, third), (0, 2, 70), strict=True):
        due(world, case_id, 1, today - timedelta(days=days))
    for typed, expected in {
        "服装": {one, third},
        "样品": {one, two, third},
        "shanyangpin": {one},
        "csdyf": {two},
        "有限公司 长沙": {two},
        "765": {third},
        "9876": {one, two, third},
        "虚构 沙": {two},
        "無此人": set(),
        "长沙 服装": set(),
    }.items():
        found = whole(world.station, clerk, Wanted(shelf, typed), most=1)
        assert {row.case_id for row in found} == expected, typed
        assert len(found) == len(expected)


def test_two_matters_of_a_case_that_wait_for_one_person_are_two_lines_of_theirs(world: World) -> None:
    filed(world), filed(world)
    both = person(world, Role.CLERK, Role.OFFICER)
    found = whole(world.station, both, Wanted(text="样品"), most=1)
    assert [(row.number[-3], row.matter_n) for row in found] == [("2", 1), ("2", 2), ("1", 1), ("1", 2)]
    assert len(whole(world.station, both, Wanted(), most=3)) == 4
    assert whole(world.station, both, Wanted(Shelf.TODAY, "样品")) == []


def test_lists_are_narrowed_by_track_state_form_and_day_of_filing(world: World) -> None:
    one = filed(world, form="trademark")
    world.clock.move(days=2)
    drawing = Right("copyright", "", "样品图", "author")
    parts = {"facts": (), "claims": (), "right": drawing, "routes": ("mediation", "preservation")}
    two = filed(world, form="copyright", **parts)
    clerk = person(world, Role.CLERK)
    day = world.station.today()

    def found(**wanted: object) -> list[UUID]:
        return [row.case_id for row in whole(world.station, clerk, replace(ALL, **wanted), most=1)]  # type: ignore[arg-type]

    assert found(tracks=frozenset({"report"})) == [one]
    assert found(states=frozenset({"applied"})) == [two, one]
    assert found(tracks=frozenset({"report"}), states=frozenset({"applied"})) == []
    assert found(forms=frozenset({"copyright"})) == [two]
    assert found(forms=frozenset({"copyright"}), text="样品") == [two]
    assert found(since=day) == [two]
    assert found(until=day - timedelta(days=1)) == [one]
    assert found(until=day - timedelta(days=1), text="样品") == [one]
    assert found(since=day + timedelta(days=1)) == []
    mine = Wanted(forms=frozenset({"copyright"}), states=frozenset({"applied"}), until=day)
    assert [row.case_id for row in whole(world.station, clerk, mine)] == [two]


def test_nobody_finds_a_case_of_tracks_they_do_not_see(world: World) -> None:
    seen, hidden = filed(world), filed(world, routes=("report", "preservation"))
    mediator = person(world, Role.MEDIATOR)
    for text in ("", "样品", "LJ07A"):
        found = whole(world.station, mediator, Wanted(Shelf.ALL, text))
        assert [(row.case_id, row.track.en) for row in found] == [(seen, "Mediation")]
    assert find.counts(world.station, mediator).all == 1
    officer = whole(world.station, person(world, Role.OFFICER), ALL)
    assert [row.case_id for row in officer] == [hidden, seen]
    assert {row.track.en for row in officer} == {"Report for a penalty"}


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR])
def test_who_works_on_no_case_finds_none(world: World, role: Role) -> None:
    filed(world)
    for look in (find.counts, lambda station, who: find.page(station, who, ALL)):
        with pytest.raises(Closed) as told:
            look(world.station, person(world, role))
        assert told.value.key == "part_not_yours"


@pytest.mark.parametrize("after", ["x", "1", "1|2|3|4", "2026-11-22|1|1", "x|1", "1|x", "|", "9" * 30])
def test_a_page_that_no_list_gave_is_not_there(world: World, after: str) -> None:
    with pytest.raises(Closed, match="no_such_page"):
        find.page(world.station, person(world, Role.CLERK), ALL, after)


@pytest.mark.parametrize("after", ["1|1", "x|1|1", "2026-13-01|1|1", "9999|1|x"])
def test_neither_is_one_of_last_days(world: World, after: str) -> None:
    for wanted in (Wanted(), replace(ALL, urgency=Urgency.SOON)):
        with pytest.raises(Closed, match="no_such_page"):
            find.page(world.station, person(world, Role.CLERK), wanted, after)
    assert find.page(world.station, person(world, Role.CLERK), ALL, f"{'9' * 30}|0").rows == ()
