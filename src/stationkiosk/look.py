"""What the first frame needs of the settings, read without the schema behind it.

The schema's machinery takes longer to import than a window takes to open. So the window opens
with a glance at the file, and the settings are checked in full off the UI thread before the
station opens. A glance believes only a file in which all it needs is there and of its type.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from stationkiosk.domain.text import Language

FILE = "station.toml"
ENVIRONMENT = "STATIONKIOSK_"
IDLE_MINUTES = 5
"""After how long a desk locks itself where the file does not say."""

SECONDS = (
    *("idle_seconds", "idle_personal_seconds", "idle_signature_seconds", "warning_seconds"),
    *("finish_seconds", "hang_seconds"),
)


class KioskLook(Protocol):
    """Times of the public's window in seconds, the panel's size in millimetres."""

    @property
    def idle_seconds(self) -> int:
        """Return how long a page with nothing personal waits."""

    @property
    def idle_personal_seconds(self) -> int:
        """Return how long a page with personal data waits."""

    @property
    def idle_signature_seconds(self) -> int:
        """Return how long a page where one signs waits."""

    @property
    def warning_seconds(self) -> int:
        """Return how long the warning shows."""

    @property
    def finish_seconds(self) -> int:
        """Return how long the last page waits once the paper is in hand."""

    @property
    def sound(self) -> bool:
        """Return whether a warning may be heard."""

    @property
    def hang_seconds(self) -> int:
        """Return how long the window may be silent before it is started anew."""

    @property
    def screen_mm(self) -> tuple[float, float] | None:
        """Return the panel's real size, where it was given."""

    @property
    def screen(self) -> str:
        """Return the number or name of the screen it takes; "" is for the program to choose."""


class DeskLook(Protocol):
    """Which screen the desk takes."""

    @property
    def screen(self) -> str:
        """Return the number or name of the screen it takes; "" is for the program to choose."""


class StaffLook(Protocol):
    """When a desk that stands untouched locks itself."""

    @property
    def idle_minutes(self) -> int:
        """Return after how many minutes."""


class Look(Protocol):
    """How the window looks and waits: the settings, or a glance at them."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages of the station, the first one first."""

    @property
    def kiosk(self) -> KioskLook:
        """Return times and sizes."""

    @property
    def desk(self) -> DeskLook:
        """Return where the desk stands."""

    @property
    def staff(self) -> StaffLook:
        """Return when it locks itself."""


@dataclass(frozen=True, slots=True)
class _Kiosk:
    idle_seconds: int
    idle_personal_seconds: int
    idle_signature_seconds: int
    warning_seconds: int
    finish_seconds: int
    hang_seconds: int
    sound: bool
    screen_mm: tuple[float, float] | None
    screen: str


@dataclass(frozen=True, slots=True)
class _Desk:
    screen: str


@dataclass(frozen=True, slots=True)
class _Staff:
    idle_minutes: int


@dataclass(frozen=True, slots=True)
class _Glance:
    languages: tuple[Language, ...]
    kiosk: _Kiosk
    desk: _Desk
    staff: _Staff


def glance(data: Path, environment: Mapping[str, str] = os.environ) -> Look | None:
    """Return how the window of the station in ``data`` looks, or None where the schema has to say."""
    if any(name.startswith(ENVIRONMENT) and name != f"{ENVIRONMENT}DATA" for name in environment):
        return None
    try:
        found = tomllib.loads((data / FILE).read_text("utf-8"))
        kiosk = found["kiosk"]
        seconds = [kiosk[name] for name in SECONDS]
        languages = tuple(Language(name) for name in found["languages"])
        places = (kiosk.get("screen", ""), found.get("desk", {}).get("screen", ""))
        minutes = found.get("staff", {}).get("idle_minutes", IDLE_MINUTES)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    screen, sound = kiosk.get("screen_mm"), kiosk.get("sound", True)
    right = all(type(value) is int for value in seconds) and type(sound) is bool and _is_size(screen)
    right = right and all(type(place) is str for place in places) and type(minutes) is int
    if not right or not languages:
        return None
    plain, personal, signature, warning, finish, hang = seconds
    size = (screen[0], screen[1]) if screen else None
    public = _Kiosk(plain, personal, signature, warning, finish, hang, sound, size, places[0])
    return _Glance(languages, public, _Desk(places[1]), _Staff(minutes))


def _is_size(found: object) -> bool:
    if found is None:
        return True
    return isinstance(found, list) and len(found) == 2 and all(type(part) in (int, float) for part in found)
