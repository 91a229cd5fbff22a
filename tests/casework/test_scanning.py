"""A scanned code leads to the page that it opens; a wrong one is counted, what is no code is not."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from stationkiosk.domain.errors import Closed
from stationkiosk.domain.numbering import ALPHABET, make_code
from stationkiosk.store import tables
from tests.casework.world import World, application


def tries(world: World) -> int:
    with world.station.store.read() as connection:
        return connection.execute(select(func.count()).select_from(tables.Guess)).scalar_one()


def test_each_code_tells_what_it_opens(world: World) -> None:
    counter = world.counter()
    filed = counter.file(application(world.station), "press-1")
    draft = counter.open_draft("filing")
    assert counter.what_opens(filed.receipt_code) == "receipt"
    assert counter.what_opens(filed.receipt_code.lower().replace("-", "")) == "receipt"
    assert counter.what_opens(draft.code) == "draft"


@pytest.mark.parametrize("typed", ["", "XXXX", "https://example.invalid/x", "\x00" * 20])
def test_what_is_no_code_opens_nothing_and_costs_no_try(world: World, typed: str) -> None:
    counter = world.counter()
    assert counter.what_opens(typed) == ""
    assert tries(world) == 0


@pytest.mark.parametrize("length", [8, 12])
def test_searching_for_codes_with_a_scanner_is_slowed_and_journalled(world: World, length: int) -> None:
    counter = world.counter()
    said = []
    for _ in range(20):
        with pytest.raises(Closed) as told:
            counter.what_opens(make_code(world.station.random, length))
        said.append(told.value.key)
    assert said == ["code_unknown"] * 3 + ["slow_down"] * 17
    with world.station.store.read() as connection:
        entries = select(func.count()).where(tables.Journal.action == "wrong_code")
        assert connection.execute(entries).scalar_one() == 3


def test_a_slip_at_the_scanner_costs_no_try(world: World) -> None:
    counter = world.counter()
    code = counter.open_draft("filing").code
    slip = ALPHABET[(ALPHABET.index(code[0]) + 1) % len(ALPHABET)] + code[1:]
    assert counter.what_opens(slip) == ""
    assert tries(world) == 0


def test_a_draft_that_was_filed_is_led_to_where_its_number_is_told(world: World) -> None:
    counter = world.counter()
    draft = counter.open_draft("filing")
    counter.file(application(world.station, id=draft.id), "press-1")
    assert counter.what_opens(draft.code) == "draft"
    with pytest.raises(Closed, match="draft_filed"):
        counter.resume_by_code(draft.code)
