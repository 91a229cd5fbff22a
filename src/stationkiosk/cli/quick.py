"""The kiosk's start without the command line's machinery, for the plain case: the first frame comes sooner.

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
    """A kiosk asked for in plain words."""

    data: Path
    windowed: bool
    size: tuple[int, int] | None
    portrait: bool


def plain(arguments: list[str]) -> Plain | None:
    """Return what ``kiosk …`` asks for, or None where it is not plain."""
    if arguments[:1] != ["kiosk"]:
        return None
    rest = iter(arguments[1:])
    flags, data, size = set(), os.environ.get("STATIONKIOSK_DATA", ""), ""
    for word in rest:
        if word in ("--windowed", "--portrait"):
            flags.add(word)
        elif word == "--data":
            data = next(rest, "")
        elif word == "--size":
            size = next(rest, "?")
        else:
            return None
    found = SIZE.fullmatch(size)
    if not data or (size and not found):
        return None
    wanted = (int(found[1]), int(found[2])) if found else None
    return Plain(Path(data).expanduser().absolute(), "--windowed" in flags, wanted, "--portrait" in flags)


def has_display() -> bool:
    """Tell whether a window can be seen here."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith("offscreen"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def kiosk(arguments: list[str]) -> int | None:
    """Open the kiosk that was asked for and return its exit code; None where it is not plain."""
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
    """Open the kiosk's window and keep it open until staff leave it; return the exit code."""
    os.environ.setdefault("QT_LOGGING_RULES", QT_NOISE)

    def window(start: watch.Start) -> int:
        from stationkiosk.opening import WindowOptions, run_kiosk

        return run_kiosk(look, settings, WindowOptions(asked.windowed, asked.size, asked.portrait, start))

    def calm() -> int:
        from stationkiosk.opening import WindowOptions, calm_page

        return calm_page(WindowOptions(asked.windowed, asked.size, asked.portrait))

    return watch.keep_open(window, look.kiosk.hang_seconds, calm)
