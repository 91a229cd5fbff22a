"""How the desk's window is to behave; built from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stationkiosk.domain.text import Language


@dataclass(frozen=True, slots=True)
class DeskOptions:
    """What the desk's window needs to know of settings and command line.

    ``size`` is in pixels and only holds in a window; ``panel_mm`` overrides the size the screen
    tells, in millimetres. ``screen`` is the number or name of the screen it takes, "" the first;
    ``beside``: a kiosk is opened with it, at its side where there is one screen only.
    ``memory`` is the file in which the window keeps its size and its splitter. ``lock_seconds``
    is after how long without a key or touch it locks itself.
    ``restarted``: the window before this one broke down.
    """

    resources: Path
    windowed: bool = False
    size: tuple[int, int] | None = None
    panel_mm: tuple[float, float] | None = None
    language: Language = Language.ZH
    screen: str = ""
    beside: bool = False
    memory: Path | None = None
    lock_seconds: int = 600
    restarted: bool = False
