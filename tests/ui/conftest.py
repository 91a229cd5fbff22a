"""A kiosk window per test, with nothing behind it; any Qt warning fails the test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from stationkiosk.domain.text import Language
from stationkiosk.reference.load import Reference, load
from stationkiosk.ui.common.drive import Drive, wait_for
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.window import KioskWindow
from tests.ui.fakes import FakeCounter, FakeLens, StandingClock

RESOURCES = Path(__file__).parents[2] / "resources"
DRAWN_PANEL_MM = (476.0, 268.0)

EXPECTED = tuple(
    re.compile(words)
    for words in (
        r"PopupList_QMLTYPE",  # Qt's own keyboard style overrides a property of ListView
        r"creating directory for user dictionary",  # Qt's keyboard in a fresh home
        r"pipewire",  # Qt Multimedia, which the keyboard loads, without PipeWire
        r"Couldn't (load|resolve) va[-( ]",  # its camera, without a graphics card's film decoder
        r"No RHI backend",  # its pictures turned by the processor
        r"propagateSizeHints",  # the off-screen platform
        r"DelegateModel::cancel: index out range",  # a list emptied while Qt was making its lines
    )
)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load(RESOURCES)


@pytest.fixture(scope="session", autouse=True)
def fresh_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The keyboard's dictionary and Qt's caches belong to the run."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        yield home


@pytest.fixture(autouse=True)
def _no_qt_warnings() -> Iterator[None]:
    """Any warning of Qt fails the test that caused it."""
    said: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(
            known.search(words) for known in EXPECTED
        ):
            said.append(words)

    qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(None)
    assert not said, "\n".join(said)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def counter() -> FakeCounter:
    return FakeCounter()


Open = Callable[..., Drive]


@pytest.fixture
def lens() -> FakeLens:
    return FakeLens()


@pytest.fixture
def open_kiosk(
    reference: Reference, counter: FakeCounter, clock: StandingClock, lens: FakeLens
) -> Iterator[Open]:
    """Return what opens a window; it is closed when the test ends."""
    opened: list[KioskWindow] = []

    def make(
        size: tuple[int, int] = (1080, 1920),
        language: Language = Language.ZH,
        *,
        large: bool = False,
        contrast: bool = False,
        panel_mm: tuple[float, float] = DRAWN_PANEL_MM,
        voice: str = "",
        ahead: bool = False,
    ) -> Drive:
        options = KioskOptions(
            RESOURCES,
            windowed=True,
            size=size,
            language=language,
            sound=False,
            panel_mm=panel_mm,
            voice=voice,
            lens=lambda _made_up: lens,
            ahead=ahead,
        )
        window = KioskWindow(counter, reference, clock, options)
        opened.append(window)
        window.show()
        window.display.enlarge(large)
        window.display.sharpen(contrast)
        wait_for(lambda: window.kiosk.started or window.kiosk.is_covered, "the station's face")
        return Drive(window)

    yield make
    for window in opened:
        window.close()


@pytest.fixture
def drive(open_kiosk: Open) -> Drive:
    return open_kiosk()
