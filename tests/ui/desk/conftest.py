"""A desk's window per test, over a made-up station."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stationkiosk.domain.text import Language
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.drive import wait_for
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow
from tests.ui.conftest import RESOURCES
from tests.ui.desk.drive import DeskDrive
from tests.ui.desk.fake_desk import CLERK, PASSWORD, FakePlace
from tests.ui.fakes import StandingClock

OpenDesk = Callable[..., DeskDrive]


@pytest.fixture
def place() -> FakePlace:
    return FakePlace()


@pytest.fixture
def memory_file(tmp_path: Path) -> Path:
    return tmp_path / "desk.json"


@pytest.fixture
def open_desk(
    reference: Reference, place: FakePlace, clock: StandingClock, memory_file: Path
) -> Iterator[OpenDesk]:
    """Return what opens a window with somebody signed in (nobody: ``login=""``)."""
    opened: list[DeskWindow] = []

    def make(
        size: tuple[int, int] | None = (1920, 1080),
        language: Language = Language.ZH,
        *,
        login: str = CLERK.login,
        large: bool = False,
        contrast: bool = False,
        panel_mm: tuple[float, float] = (531.0, 299.0),
    ) -> DeskDrive:
        options = DeskOptions(
            RESOURCES,
            windowed=True,
            size=size,
            language=language,
            panel_mm=panel_mm,
            memory=memory_file,
        )
        window = DeskWindow(place, reference, clock, options)
        opened.append(window)
        window.show()
        window.display.enlarge(large)
        window.display.sharpen(contrast)
        wait_for(lambda: window.ready and window.asking.idle, "the pages")
        drive = DeskDrive(window)
        if login:
            window.shell.signIn(login, PASSWORD)
            wait_for(lambda: window.shell.signed_in is not None, "somebody signed in")
            drive.rest()
        return drive

    yield make
    for window in opened:
        window.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskDrive:
    return open_desk()
