from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stationkiosk.casework.station import Station
from tests.casework.world import HeldClock, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World.make(tmp_path)
    yield made
    made.close()


@pytest.fixture
def station(world: World) -> Station:
    return world.station


@pytest.fixture
def clock(world: World) -> HeldClock:
    return world.clock
