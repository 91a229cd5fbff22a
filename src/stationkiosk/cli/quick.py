"""The start of the windows without the command line's machinery, for the plain case: frames come sooner.

What is not plain (help, a mistake, an unknown option, no station) is left to ``commands``.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stationkiosk import watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from stationkiosk.look import Look
    from stationkiosk.settings import Settings

SIZE = re.compile(r"(\d{3,5})\s*[xX×*]\s*(\d{3,5})")
FLAGS = {
    "kiosk": frozenset({"--windowed", "--portrait"}),
    "desk": frozenset({"--windowed"}),
    "run": frozenset[str](),
}
"""The commands that open windows, with their options that take no value."""

SIZED = frozenset({"kiosk", "desk"})

QT_NOISE = ";".join(
    f"{name}=false"
    for name in (
        "qt.multimedia.symbolsresolver",
        "qt.qml.propertyCache.append",
        "qt.virtualkeyboard.pinyin",
    )
)
"""What Qt says of its own parts on every start and nobody can act on."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A window asked for in plain words: ``what`` is the command."""

    data: Path
    windowed: bool
    size: tuple[int, int] | None
    portrait: bool
    what: str = "kiosk"


def plain(arguments: list[str]) -> Plain | None:
    """Return what ``kiosk …``, ``desk …`` or ``run …`` asks for, or None where it is not plain."""
    what = arguments[0] if arguments else ""
    if what not in FLAGS:
        return None
    rest = iter(arguments[1:])
    flags, data, size = set(), os.environ.get("STATIONKIOSK_DATA", ""), ""
    for word in rest:
        if word in FLAGS[what]:
            flags.add(word)
        elif word == "--data":
            data = next(rest, "")
        elif word == "--size" and what in SIZED:
            size = next(rest, "?")
        else:
            return None
    found = SIZE.fullmatch(size)
    if not data or (size and not found):
        return None
    wanted = (int(found[1]), int(found[2])) if found else None
    folder = Path(data).expanduser().absolute()
    return Plain(folder, "--windowed" in flags, wanted, "--portrait" in flags, what)


def has_display() -> bool:
    """Tell whether a window can be seen here."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith("offscreen"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def window(arguments: list[str]) -> int | None:
    """Open what was asked for and return its exit code; None where it is not plain."""
    asked = plain(arguments)
    if asked is None or not (has_display() or os.environ.get("QT_QPA_PLATFORM")):
        return None
    from stationkiosk.look import glance

    look = glance(asked.data)
    if look is None:
        return None

    def settings() -> Settings:
        from stationkiosk.settings import load

        return load(asked.data)

    return open_watched(look, settings, asked)


def open_watched(look: Look, settings: Callable[[], Settings], asked: Plain) -> int:
    """Open the windows and keep them open until they are left; return the exit code."""
    os.environ.setdefault("QT_LOGGING_RULES", QT_NOISE)
    keepers = {
        "kiosk": lambda: _keep_kiosk(look, settings, asked),
        "desk": lambda: _keep_desk(look, settings, asked),
    }
    if asked.what == "run":
        return watch.keep_all_open(keepers)
    return keepers[asked.what]()


def _keep_kiosk(look: Look, settings: Callable[[], Settings], asked: Plain) -> int:
    beside = asked.what == "run"

    def window(start: watch.Start) -> int:
        from stationkiosk.opening import WindowOptions, run_kiosk

        options = WindowOptions(asked.windowed, asked.size, asked.portrait, start, beside)
        return run_kiosk(look, settings, options)

    def calm() -> int:
        from stationkiosk.opening import WindowOptions, calm_page

        return calm_page(WindowOptions(asked.windowed or beside, asked.size, asked.portrait))

    return watch.keep_open(window, look.kiosk.hang_seconds, calm)


def _keep_desk(look: Look, settings: Callable[[], Settings], asked: Plain) -> int:
    def window(start: watch.Start) -> int:
        from stationkiosk.opening import WindowOptions, run_desk

        options = WindowOptions(asked.windowed, asked.size, start=start, beside=asked.what == "run")
        return run_desk(look, settings, asked.data, options)

    return watch.keep_open(window, look.kiosk.hang_seconds)
