"""A kiosk with nothing behind it, in a real window: ``python -m tests.ui.outside.kiosk``."""

from __future__ import annotations

from pathlib import Path

from stationkiosk.domain.text import Language
from stationkiosk.reference.load import load
from stationkiosk.ui.common.view import application
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.window import KioskWindow
from tests.ui.fakes import FakeCounter, StandingClock

RESOURCES = Path(__file__).parents[3] / "resources"


def main() -> None:
    """Show the window until it is ended."""
    app = application(RESOURCES)
    options = KioskOptions(RESOURCES, windowed=True, size=(1080, 1920), language=Language.ZH, sound=False)
    window = KioskWindow(FakeCounter(), load(RESOURCES), StandingClock(), options)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
