"""Opens the windows of kiosk and desk before the station behind them.

What ``app`` puts together is imported and built off the UI thread, after the first frame:
here stands only what the first frame needs.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from stationkiosk.devices.clock import SystemClock
from stationkiosk.reference.paths import resources
from stationkiosk.watch import UNWATCHED, Start

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.desk.front import Front
    from stationkiosk.look import Look
    from stationkiosk.reference.load import Reference
    from stationkiosk.settings import Settings
    from stationkiosk.ui.desk.options import DeskOptions
    from stationkiosk.ui.kiosk.options import KioskOptions


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How a window was asked for on the command line; ``size`` is in pixels.

    ``start`` comes from whoever watches over the window. ``beside``: kiosk and desk are opened
    together.
    """

    windowed: bool = False
    size: tuple[int, int] | None = None
    portrait: bool = False
    start: Start = UNWATCHED
    beside: bool = False


def run_kiosk(look: Look, settings: Callable[[], Settings], options: WindowOptions) -> int:
    """Open the kiosk's window and stay until staff leave it; return the exit code.

    ``settings`` is asked for off the UI thread; a fault in them shows in the window.
    Until the window begins there is nothing that a sweep for garbage could find.
    """
    gc.disable()
    from stationkiosk.ui.kiosk.running import run

    checked = cache(settings)

    @cache
    def reference() -> Reference:
        from stationkiosk.app import load_reference
        from stationkiosk.log import start_log

        start_log(checked().log_folder)
        return load_reference(checked())

    def counter() -> Counter:
        from stationkiosk.app import open_counter

        return open_counter(checked(), reference())

    return run(counter, reference, SystemClock(), kiosk_options(look, options), options.start.beat)


def run_desk(look: Look, settings: Callable[[], Settings], data: Path, options: WindowOptions) -> int:
    """Open the desk's window and stay until it is closed; return the exit code.

    ``settings`` is asked for off the UI thread; a fault in them shows in the window.
    """
    from stationkiosk.ui.desk.running import run

    checked = cache(settings)

    @cache
    def reference() -> Reference:
        from stationkiosk.app import load_reference
        from stationkiosk.log import start_log

        start_log(checked().log_folder)
        return load_reference(checked())

    def place() -> Front:
        from stationkiosk.app import open_desk

        return open_desk(checked(), reference())

    return run(place, reference, SystemClock(), desk_options(look, data, options), options.start.beat)


def desk_options(look: Look, data: Path, options: WindowOptions) -> DeskOptions:
    """Return what the desk's window needs to know of settings and command line."""
    from stationkiosk.ui.desk.options import DeskOptions

    return DeskOptions(
        resources=resources(),
        windowed=options.windowed,
        size=options.size,
        language=look.languages[0],
        screen=look.desk.screen,
        beside=options.beside,
        memory=data / "desk.json",
        lock_seconds=look.staff.idle_minutes * 60,
        restarted=options.start.restarted,
    )


def calm_page(options: WindowOptions) -> int:
    """Show the page of a kiosk that waits to start again, until this process is ended."""
    from stationkiosk.ui.kiosk.calm import show_calm

    return show_calm(resources(), options.windowed, options.size)


def kiosk_options(look: Look, options: WindowOptions) -> KioskOptions:
    """Return what the kiosk's window needs to know of settings and command line."""
    from stationkiosk.ui.kiosk.options import KioskOptions, Patience

    kiosk = look.kiosk
    return KioskOptions(
        resources=resources(),
        windowed=options.windowed,
        size=options.size,
        portrait=options.portrait or None,
        panel_mm=kiosk.screen_mm,
        language=look.languages[0],
        finish_seconds=kiosk.finish_seconds,
        sound=kiosk.sound,
        restarted=options.start.restarted,
        screen=kiosk.screen,
        beside=options.beside,
        patience=Patience(
            kiosk.idle_seconds,
            kiosk.idle_personal_seconds,
            kiosk.idle_signature_seconds,
            kiosk.warning_seconds,
        ),
    )
