"""Real millimetres: what the panel tells, what the settings say instead, and panels up to 4K."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QGuiApplication

from stationkiosk.domain.text import Language
from stationkiosk.ui.common.display import DRAWN_PX_PER_MM, density
from stationkiosk.ui.common.drive import Drive, settle
from stationkiosk.ui.kiosk.sample import begin_an_application
from tests.ui.conftest import Open
from tests.ui.looking import faults

TILE_MM = 15.0


@pytest.mark.parametrize(
    ("pixels", "panel", "found"),
    [
        ((1920, 1080), (476.0, 268.0), 4.03),
        ((1080, 1920), (268.0, 476.0), 4.03),
        ((1080, 1920), (476.0, 268.0), 4.03),
        ((3840, 2160), (476.0, 268.0), 8.07),
        ((1280, 800), (217.0, 136.0), 5.9),
        ((1920, 1080), (0.0, 0.0), DRAWN_PX_PER_MM),
        ((1920, 1080), (16.0, 9.0), DRAWN_PX_PER_MM),
    ],
)
def test_pixels_a_millimetre_come_from_the_panel_that_can_be_believed(
    pixels: tuple[int, int], panel: tuple[float, float], found: float
) -> None:
    assert density(QSize(*pixels), QSizeF(*panel)) == pytest.approx(found, abs=0.01)


def panel_of(px_per_mm: float) -> tuple[float, float]:
    """Return the panel that gives the screen of this machine so many pixels a millimetre."""
    screen = QGuiApplication.primaryScreen().size()
    return screen.width() / px_per_mm, screen.height() / px_per_mm


@pytest.mark.parametrize(
    ("shape", "px_per_mm", "language"),
    [((2160, 3840), 8.06, Language.ZH), ((3840, 2160), 8.06, Language.EN), ((1280, 800), 5.9, Language.ZH)],
)
def test_things_are_as_large_on_a_finer_panel(
    open_kiosk: Open, drive: Drive, shape: tuple[int, int], px_per_mm: float, language: Language
) -> None:
    plain = drive.await_("contrast").height() / drive.window.display.px_per_mm
    fine = open_kiosk(shape, language, panel_mm=panel_of(px_per_mm))
    assert fine.window.display.px_per_mm == pytest.approx(px_per_mm, abs=0.01)
    assert fine.await_("contrast").height() / px_per_mm >= min(TILE_MM, plain) - 0.1
    found: list[str] = []

    def look(name: str) -> None:
        fine.view.grabWindow()
        settle()
        found.extend(f"{name}: {line}" for line in faults(fine, language))

    begin_an_application(fine, look)
    assert not found, "\n".join(found)
