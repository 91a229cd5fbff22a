"""How one kiosk window is to behave; built from the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from stationkiosk.domain.text import Language

if TYPE_CHECKING:
    from stationkiosk.ui.common.lens import Lens


def own_lens(made_up: bool) -> Lens:
    """Return the station's camera, or the made-up one; loaded with the first that is wanted."""
    from stationkiosk.ui.common.lens import station_lens

    return station_lens(made_up)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without a touch until the session ends, by what shows; and of the warning before it."""

    plain: float = 60
    personal: float = 120
    signature: float = 300
    warning: float = 30


@dataclass(frozen=True, slots=True)
class KioskOptions:
    """What a kiosk window needs to know of the settings.

    ``size`` is in pixels and only holds in a window; ``panel_mm`` overrides the size the
    screen tells, in millimetres. ``restarted``: the window before this one broke down.
    ``finish_seconds`` is the countdown of the last page.
    ``voice`` names a speech engine; empty is the machine's own. Without ``sound`` only a named one speaks.
    ``screen`` is the number or name of the screen it takes, "" the program's choice; ``beside``: a
    desk is opened with it, on another screen or at its side.
    ``lens`` gives the camera, told whether made-up pictures are wanted.
    Without ``ahead`` nothing is got ready in idle moments: each page is made when it first shows.
    """

    resources: Path
    windowed: bool = False
    size: tuple[int, int] | None = None
    portrait: bool | None = None
    panel_mm: tuple[float, float] | None = None
    language: Language = Language.ZH
    patience: Patience = field(default_factory=Patience)
    finish_seconds: int = 60
    may_exit: bool = True
    restarted: bool = False
    sound: bool = True
    voice: str = ""
    screen: str = ""
    beside: bool = False
    lens: Callable[[bool], Lens] = own_lens
    ahead: bool = True
