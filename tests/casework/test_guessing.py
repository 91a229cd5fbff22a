"""Guessing is slowed for everybody: no right code forgives it, time does; a case number rests at last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.guessing import MOST, wait_after
from stationkiosk.casework.station import Site
from stationkiosk.casework.views import Filed
from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import case_number, make_code
from stationkiosk.store import tables
from stationkiosk.store.verification import verify
from tests.casework.world import PIN, HeldClock, World, application

TAIL = "1234"
NO_CASE = case_number(station="LJ07", machine="A", day=date(2026, 11, 22), block=0, serial=42)


@pytest.fixture
def filed(world: World) -> Filed:
    return world.counter().file(application(world.station), "press-1")


def wrong(counter: Counter, number: str, tail: str = "9999") -> str:
    """Try a wrong tail; return what was said."""
    with pytest.raises(Closed) as told:
        counter.progress_by_number(number, tail)
    return told.value.key


def journalled(world: World, action: str) -> list[str]:
    with world.station.store.read() as connection:
        entries = select(tables.Journal.body).where(tables.Journal.action == action)
        return list(connection.execute(entries).scalars())


def test_a_right_code_does_not_forgive_the_wrong_ones(world: World, filed: Filed) -> None:
    counter, other = world.counter(), world.counter().file(application(world.station), "press-2")
    said = []
    for n in range(6):
        said.append(wrong(counter, filed.number, f"{n:04d}"))
        if said[-1] == "slow_down":
            break
        if n < 2:
            assert counter.progress_by_number(other.number, TAIL)
    assert said == ["number_unknown"] * 3 + ["slow_down"]


@pytest.mark.parametrize("door", ["progress", "resume_by_code", "open_notice", "what_opens"])
def test_every_door_of_codes_counts_and_none_forgives(world: World, filed: Filed, door: str) -> None:
    counter = world.counter()
    draft = counter.open_draft("filing")
    right = {"resume_by_code": draft.code}.get(door, filed.receipt_code)
    length = len(right.replace("-", ""))
    for n in range(3):
        with pytest.raises(Closed, match="code_unknown"):
            getattr(counter, door)(make_code(world.station.random, length))
        if n < 2 and door != "open_notice":
            assert getattr(counter, door)(right)
    with pytest.raises(Closed, match="slow_down, seconds=2"):
        getattr(counter, door)(right)


def test_wrong_codes_of_a_device_fade_one_an_hour(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    for _ in range(3):
        assert not counter.check_admin_pin("000000")
    clock.move(minutes=59)
    assert counter.check_admin_pin(PIN)
    clock.move(minutes=1)
    assert not counter.check_admin_pin("000000")
    with pytest.raises(Closed, match="slow_down, seconds=2"):
        counter.check_admin_pin(PIN)
    clock.move(hours=2)
    assert not counter.check_admin_pin("000000")
    assert not counter.check_admin_pin("000000"), "one had faded, so two were left, and one is free"


def test_a_long_attack_is_over_within_half_a_day_of_its_last_try(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    for _ in range(MOST + 3):
        assert not counter.check_admin_pin("000000")
        clock.move(minutes=5)
    assert wait_after(MOST) == wait_after(MOST - 1)
    clock.move(hours=MOST)
    for _ in range(3):
        assert not counter.check_admin_pin("000000")


def test_a_case_number_rests_after_so_many_wrong_tails_whatever_the_device(
    world: World, filed: Filed, clock: HeldClock
) -> None:
    site: Site = replace(world.station.site, machine="B")
    counters = (world.counter(), Counter(replace(world.station, site=site)))
    for n in range(5):
        assert wrong(counters[n % 2], filed.number) == "number_unknown"
        clock.move(seconds=30)
    for counter in counters:
        with pytest.raises(Closed, match="number_rests, hours=12"):
            counter.progress_by_number(filed.number, TAIL)
    assert counters[0].progress(filed.receipt_code), "the code opens it still"
    [told] = journalled(world, "rest_number")
    assert filed.number in told
    assert len(journalled(world, "wrong_code")) == 5
    clock.move(hours=12)
    assert counters[0].progress_by_number(filed.number, TAIL)
    assert wrong(counters[0], filed.number) == "number_unknown"
    assert wrong(counters[0], filed.number) == "number_rests"
    assert verify(world.station.store, world.station.keys).ok


def test_the_number_of_no_case_rests_in_the_same_words(world: World, clock: HeldClock) -> None:
    counter = world.counter()
    for _ in range(5):
        assert wrong(counter, NO_CASE) == "number_unknown"
        clock.move(seconds=30)
    assert wrong(counter, NO_CASE) == "number_rests"


def test_a_clock_set_back_does_not_shut_a_case_for_years(
    world: World, filed: Filed, clock: HeldClock
) -> None:
    counter = world.counter()
    for _ in range(5):
        wrong(counter, filed.number)
        clock.move(seconds=30)
    clock.move(days=-400)
    assert counter.progress_by_number(filed.number, TAIL)
    wrong(counter, filed.number)
    clock.move(seconds=30)
    assert wrong(counter, filed.number) == "number_rests"


def test_what_has_faded_for_good_is_kept_no_longer(world: World, filed: Filed, clock: HeldClock) -> None:
    counter = world.counter()
    wrong(counter, filed.number)
    clock.move(days=30)
    wrong(counter, NO_CASE)
    with world.station.store.read() as connection:
        kept = set(connection.execute(select(tables.Guess.device)).scalars())
    assert kept == {"LJ07A/number", f"number/{NO_CASE}"}
