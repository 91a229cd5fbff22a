from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from stationkiosk.casework.counter import Counter
from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.views import PaperRef
from stationkiosk.domain.actors import Role
from tests.casework.desk.members import desk
from tests.casework.printing.floor import Floor
from tests.casework.world import application

PRESSES = count(1)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Floor]:
    made = Floor(tmp_path_factory.mktemp("floor"))
    yield made
    made.world.close()


@pytest.fixture
def floor(built: Floor) -> Floor:
    built.renew()
    return built


@pytest.fixture
def counter(floor: Floor) -> Counter:
    return Counter(floor.world.station)


@pytest.fixture
def receipt(floor: Floor, counter: Counter) -> PaperRef:
    return counter.file(application(floor.world.station), f"press-{next(PRESSES)}").receipt


@pytest.fixture
def clerk(floor: Floor) -> Desk:
    return desk(floor.world.station, Role.CLERK)
