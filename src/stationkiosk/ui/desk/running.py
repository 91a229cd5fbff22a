"""One run of the desk's window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.running import run_window
from stationkiosk.ui.common.view import application
from stationkiosk.ui.desk.options import DeskOptions
from stationkiosk.ui.desk.window import DeskWindow

if TYPE_CHECKING:
    from stationkiosk.casework.desk.front import Front
    from stationkiosk.reference.load import Reference


def run(
    place: Callable[[], Front],
    reference: Reference | Callable[[], Reference],
    clock: Clock,
    options: DeskOptions,
    beat: int = -1,
) -> int:
    """Open the desk and stay until it is closed; return the exit code.

    ``beat`` is where the signs of life go, -1 where nobody watches.
    """
    app = application(options.resources, touch=False)
    return run_window(app, DeskWindow(place, reference, clock, options), beat)
