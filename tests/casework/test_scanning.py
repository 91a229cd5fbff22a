"""A scanned code leads to the page that it opens, and costs no try."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

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


@pytest.mark.parametrize("typed", ["", "XXXX", "https://example.invalid/x", "7HTW-9QKM-3XPA", "\x00" * 20])
def test_a_code_of_nobody_opens_nothing_and_costs_no_try(world: World, typed: str) -> None:
    counter = world.counter()
    assert counter.what_opens(typed) == ""
    assert tries(world) == 0
