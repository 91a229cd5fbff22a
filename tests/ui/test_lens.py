"""The made-up camera through Qt's own session; what a real one may do wrong."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from stationkiosk.ui.common import lens
from stationkiosk.ui.common.drive import settle, wait_for
from stationkiosk.ui.common.lens import MadeUpCamera, StationCamera, station_lens
from tests.ui.conftest import Open


@pytest.fixture(autouse=True)
def _application(open_kiosk: Open) -> None:
    """Give Qt its application."""
    open_kiosk()


def test_the_made_up_camera_gives_pictures_until_it_is_closed() -> None:
    camera = station_lens(True)
    seen: list[QImage] = []
    camera.saw.connect(seen.append)
    camera.open()
    wait_for(lambda: len(seen) > 1, "two pictures")
    assert isinstance(camera, MadeUpCamera)
    assert seen[0].size() == lens.MADE_UP
    camera.close()
    settle()
    count = len(seen)
    for _ in range(5):
        settle()
    assert len(seen) == count
    camera.close()


def test_a_station_without_a_camera_says_so() -> None:
    camera = station_lens(False)
    assert isinstance(camera, StationCamera)
    told: list[str] = []
    camera.failed.connect(told.append)
    camera.open()
    settle()
    assert told == [lens.NONE]


def test_a_camera_that_stays_silent_counts_as_in_use() -> None:
    camera = StationCamera()
    told: list[str] = []
    camera.failed.connect(told.append)
    camera._silence.setInterval(0)
    camera._silence.start()
    wait_for(lambda: told == [lens.IN_USE], "told")
    assert camera._why() == lens.LOST


class Kind:
    """A format as a camera offers it."""

    def __init__(self, width: int, height: int, rate: float) -> None:
        self.size, self.rate = QSize(width, height), rate

    def resolution(self) -> QSize:
        return self.size

    def maxFrameRate(self) -> float:  # noqa: N802
        return self.rate


def test_the_finest_format_that_is_quick_enough_is_taken() -> None:
    kinds: Any = [Kind(640, 480, 30), Kind(3264, 2448, 15), Kind(4000, 3000, 2), Kind(8000, 6000, 30)]
    assert lens._best(kinds) is kinds[1]
    assert lens._best([]) is None
