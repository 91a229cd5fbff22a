"""What a machine has beside the station's parts, for the self-test to look at."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from stationkiosk.domain.text import Language
from stationkiosk.reference.paths import resources

Voices = Callable[[], Collection[Language]]
"""Asks in which languages the machine can read aloud; may take some seconds."""


@dataclass(frozen=True, slots=True)
class Fittings:
    """Where keys, backups and fonts lie, and what the windows were told to use.

    ``keys`` None: they are not looked at again. ``sound`` is whether the kiosk may make any;
    ``voices`` None: nothing can tell.
    """

    keys: Path | None = None
    backups: Path | None = None
    fonts: Path = resources() / "fonts"
    sound: bool = True
    voices: Voices | None = None


NOTHING_FITTED = Fittings()
"""What a station has that nobody told anything about."""
