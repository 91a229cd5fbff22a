"""One run of the kiosk's window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.running import run_window
from stationkiosk.ui.common.view import application
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.window import KioskWindow

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.reference.load import Reference


def run(
    counter: Callable[[], Counter],
    reference: Reference | Callable[[], Reference],
    clock: Clock,
    options: KioskOptions,
    beat: int = -1,
) -> int:
    """Open the kiosk and stay until staff leave it; return the exit code.

    ``beat`` is where the signs of life go, -1 where nobody watches.
    """
    app = application(options.resources)
    return run_window(app, KioskWindow(counter, reference, clock, options), beat)
