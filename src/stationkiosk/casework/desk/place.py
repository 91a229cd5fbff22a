"""What a desk tells of its station before anybody has signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from stationkiosk.domain.text import Text


@dataclass(frozen=True, slots=True)
class DeskFace:
    """What the foot of the desk's window tells of the station.

    ``printer_trouble`` names the fault of a printer that is not ready. ``calls`` and
    ``messages`` are how many wait, ``printing`` how many copies need a hand, ``printers_stuck``
    how many printers do.
    """

    station: Text
    device: str
    demo: bool
    at: datetime
    printer_ready: bool
    printer_trouble: str = ""
    store_sound: bool = True
    kiosk_alive: bool = False
    calls: int = 0
    messages: int = 0
    printing: int = 0
    printers_stuck: int = 0
