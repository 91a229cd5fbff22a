"""A real station in a folder with an awkward name, and the real kiosk window over it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from stationkiosk.app import create_station, load_reference, open_counter
from stationkiosk.app import open_desk as real_desk
from stationkiosk.casework.counter import Counter
from stationkiosk.casework.members import NewMember
from stationkiosk.devices.clock import SystemClock
from stationkiosk.devices.demo import make_samples
from stationkiosk.domain.actors import Role
from stationkiosk.domain.text import Language
from stationkiosk.opening import WindowOptions, desk_options, kiosk_options
from stationkiosk.reference.paths import resources
from stationkiosk.settings import Settings, checked, write
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.desk.window import DeskWindow
from stationkiosk.ui.kiosk.window import KioskWindow
from tests.casework.members import hash_quickly
from tests.ui.conftest import DRAWN_PANEL_MM, _no_qt_warnings, fresh_home
from tests.ui.desk.drive import DeskDrive

__all__ = ["_no_qt_warnings", "fresh_home"]

FOUND = {
    "demo": True,
    "station": {
        "code": "LJ07",
        "name": {"zh": "两江新区样品站（虚构）", "en": "Sample station (made up)"},
        "address": {"zh": "样品路 7 号（虚构）", "en": "7 Sample Road (made up)"},
        "phone": "0000-12315",
        "hours": {"zh": "周一至周五 9:00–17:00", "en": "Monday to Friday, 9:00–17:00"},
    },
    "reader": {"kind": "demo"},
}


PASSWORD = "Sample words 2026"
STAFF = (
    NewMember("li.min", "黎样本", frozenset({Role.CLERK, Role.SUPERVISOR}), PASSWORD),
    NewMember("wu", "吴样本", frozenset({Role.CLERK}), PASSWORD),
    NewMember("zhou", "周样本", frozenset({Role.CLERK, Role.MEDIATOR, Role.SUPERVISOR}), PASSWORD),
)
"""Made-up members of the station."""


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go: ``STATIONKIOSK_TEST_PICTURES``, to be looked at, or a folder that is dropped."""
    kept = os.environ.get("STATIONKIOSK_TEST_PICTURES")
    return Path(kept) if kept else tmp_path / "pictures"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = checked(FOUND, tmp_path / "两江 站 7")
    with pytest.MonkeyPatch.context() as patch:
        hash_quickly(patch)
        create_station(made, "246810", STAFF)
    write(made)
    for folder in (made.printer.folder, made.reader.folder, *made.evidence.folders):
        folder.mkdir(parents=True, exist_ok=True)
    make_samples(made.evidence.folders[0], resources() / "fonts")
    return made


Open = Callable[..., Drive]


@pytest.fixture
def open_kiosk(settings: Settings) -> Iterator[Open]:
    """Return what opens the kiosk of the station; all are closed when the test ends."""
    opened: list[KioskWindow] = []

    def make(
        size: tuple[int, int] = (1080, 1920),
        language: Language = Language.ZH,
        *,
        large: bool = False,
        counter: Counter | None = None,
    ) -> Drive:
        reference = load_reference(settings)
        asked = WindowOptions(windowed=True, size=size)
        options = replace(
            kiosk_options(settings, asked),
            language=language,
            sound=False,
            panel_mm=DRAWN_PANEL_MM,
            ahead=False,
        )
        station = counter or (lambda: open_counter(settings, reference))
        window = KioskWindow(station, reference, SystemClock(), options)
        opened.append(window)
        window.show()
        wait_for(lambda: window.kiosk.started or window.kiosk.is_covered, "the station's face", 30)
        window.display.enlarge(large)
        return Drive(window)

    yield make
    for window in opened:
        window.close()


OpenDesk = Callable[..., DeskDrive]


@pytest.fixture
def open_desk(settings: Settings) -> Iterator[OpenDesk]:
    """Return what opens the desk of the station with somebody signed in; all are closed at the end."""
    opened: list[DeskWindow] = []

    def make(size: tuple[int, int] = (1920, 1080), login: str = "li.min") -> DeskDrive:
        reference = load_reference(settings)
        options = desk_options(settings, settings.data, WindowOptions(windowed=True, size=size))
        options = replace(options, panel_mm=(531.0, 299.0))
        window = DeskWindow(lambda: real_desk(settings, reference), reference, SystemClock(), options)
        opened.append(window)
        window.show()
        wait_for(lambda: window.ready and window.asking.idle, "the desk", 30)
        drive = DeskDrive(window)
        drive.type("login", login)
        drive.type("password", PASSWORD)
        drive.key(Qt.Key.Key_Return)
        wait_for(lambda: window.shell.signed_in is not None, "somebody signed in", 30)
        drive.rest()
        return drive

    yield make
    for window in opened:
        window.close()
