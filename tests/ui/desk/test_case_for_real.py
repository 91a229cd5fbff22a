"""A case that arrived from a kiosk, taken on at the real desk with the real record behind it, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stationkiosk.casework.desk.desk import Desk
from stationkiosk.casework.desk.front import Front
from stationkiosk.casework.staff import SignedIn
from stationkiosk.domain.actors import Role
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow
from tests.casework.world import World, application
from tests.ui.conftest import RESOURCES
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.test_case_page import MOST_KEYS_TO_ACCEPT, case_of

LOGIN = "clerk-1"


class Seat(Front):
    """The station's front, where the made-up clerk is let in at once."""

    def sign_in(self, login: str, password: str) -> tuple[SignedIn, Desk]:
        who = SignedIn(login, "样品", frozenset({Role.CLERK}), self._station.clock.now())
        return who, Desk(self._station, who)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World.make(tmp_path)
    yield made
    made.close()


@pytest.fixture
def real(world: World, tmp_path: Path) -> Iterator[DeskDrive]:
    options = DeskOptions(RESOURCES, windowed=True, size=(1920, 1080), memory=tmp_path / "desk.json")
    window = DeskWindow(Seat(world.station), world.station.reference, world.clock, options)
    window.show()
    wait_for(lambda: window.ready and window.asking.idle, "the pages")
    drive = DeskDrive(window)
    window.shell.signIn(LOGIN, "-")
    wait_for(lambda: window.shell.signed_in is not None, "somebody signed in")
    drive.rest()
    yield drive
    window.close()


def test_an_arrived_case_is_accepted_with_three_keys_or_fewer(world: World, real: DeskDrive) -> None:
    filed = world.counter().file(application(world.station), "press-1")
    real.window.shell.open_case(filed.case_id)
    real.rest()
    page = case_of(real)
    assert page.number == filed.number
    first = page.actions[0]
    assert (first["id"], first["primary"]) == ("accept", True)
    pressed = 0
    for key in (first["key"], Qt.Key.Key_Return):
        QTest.keyClick(real.view, key)
        real.rest()
        pressed += 1
        if pressed == 1:
            assert page.acting.pages, "the notice is seen before it is issued"
    assert pressed <= MOST_KEYS_TO_ACCEPT
    assert page.acting.stage == ""
    assert page.matters[0]["state"] == "已受理"
    assert page.issued
