"""Whose pause it is: a queue that stopped over a fault goes on by itself, one a person stopped does not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stationkiosk.devices.printing.ipp.sight import Sight
from stationkiosk.devices.printing.printer import Trouble

_MENDED_BY_HAND = (
    Trouble.PAPER_OUT,
    Trouble.PAPER_JAM,
    Trouble.DOOR_OPEN,
    Trouble.INK_OUT,
    Trouble.TRAY_FULL,
    Trouble.OFFLINE,
)


@dataclass(frozen=True, slots=True)
class Pause:
    """``fault``: a fault was seen when the queue last let jobs through; ``ours``: it stopped over that."""

    fault: bool = False
    stopped: bool = False
    ours: bool = False

    def seen(self, sight: Sight, jobs: bool) -> Pause:
        """Return what is known after a look; ``jobs``: something waited or was printing then."""
        fault = jobs and sight.of_device.trouble in _MENDED_BY_HAND
        if not sight.stopped:
            return Pause(fault=fault)
        if self.stopped:
            return replace(self, ours=self.ours and not sight.stopped_by_person)
        return Pause(self.fault, True, (self.fault or fault) and not sight.stopped_by_person)

    def over(self, sight: Sight) -> bool:
        """Whether the fault that stopped the queue is mended, as the device itself says."""
        return self.ours and bool(sight.device) and not sight.of_device.troubles
