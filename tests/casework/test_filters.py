"""Lists that somebody named come back as they were kept, to them alone."""

from __future__ import annotations

from datetime import date

import pytest

from stationkiosk.casework.desk.views import SavedFilter, Shelf, Urgency, Wanted
from stationkiosk.casework.filters import LONGEST_NAME, MOST, drop_filter, filters, save_filter
from stationkiosk.domain.actors import Role
from stationkiosk.domain.errors import Closed
from tests.casework.test_find import person
from tests.casework.world import World

WANTED = Wanted(
    Shelf.ALL,
    "样品",
    frozenset({"report"}),
    frozenset({"received"}),
    frozenset({"trademark"}),
    Urgency.SOON,
    date(2026, 1, 1),
    date(2026, 12, 31),
)


def test_a_list_is_kept_replaced_and_dropped_by_its_owner(world: World) -> None:
    clerk, other = person(world, Role.CLERK), person(world, Role.OFFICER)
    save_filter(world.station, clerk, "  很 急  ", WANTED)
    save_filter(world.station, clerk, "b", Wanted())
    assert filters(world.station, clerk) == (SavedFilter("b", Wanted()), SavedFilter("很 急", WANTED))
    assert filters(world.station, other) == ()
    save_filter(world.station, clerk, "b", WANTED)
    drop_filter(world.station, clerk, "很 急")
    drop_filter(world.station, clerk, "nothing")
    assert filters(world.station, clerk) == (SavedFilter("b", WANTED),)


def test_names_are_cut_and_so_is_their_number(world: World) -> None:
    clerk = person(world, Role.CLERK)
    with pytest.raises(Closed, match="filter_no_name"):
        save_filter(world.station, clerk, " ", WANTED)
    for n in range(MOST):
        save_filter(world.station, clerk, f"{n:02}" * LONGEST_NAME, WANTED)
    assert {len(one.name) for one in filters(world.station, clerk)} == {LONGEST_NAME}
    with pytest.raises(Closed) as told:
        save_filter(world.station, clerk, "one more", WANTED)
    assert (told.value.key, told.value.values) == ("filters_too_many", {"most": str(MOST)})


def test_a_list_is_kept_without_what_nobody_can_see(world: World) -> None:
    clerk = person(world, Role.CLERK)
    save_filter(world.station, clerk, "急\ud800", Wanted(text="样\ud800品\0"))
    assert filters(world.station, clerk) == (SavedFilter("急", Wanted(text="样品")),)
    with pytest.raises(Closed, match="filter_no_name"):
        save_filter(world.station, clerk, "\ud800", WANTED)
