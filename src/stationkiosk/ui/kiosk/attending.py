"""What the window looks after while a desk has its screen, and what it tells desks of the public."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from stationkiosk.domain.ports import Clock
from stationkiosk.ui.kiosk.kiosk import HOME, Kiosk
from stationkiosk.ui.kiosk.stage import STAGED, Stage

if TYPE_CHECKING:
    from stationkiosk.ui.common.voice import Voice
    from stationkiosk.ui.kiosk.idle import Idle

LOOK_SECONDS = 2
"""How often a screen that a desk has asks whether that desk is still there."""


def public_is_here(kiosk: Kiosk) -> bool:
    """Tell whether somebody of the public is at this screen with something of their own."""
    return kiosk.showing not in STAGED and (kiosk.showing != HOME or kiosk.is_covered)


class Attending(QObject):
    """Follows one stage in one window."""

    def __init__(self, kiosk: Kiosk, idle: Idle, clock: Clock, stage: Stage) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._idle = idle
        self._clock = clock
        self._stage = stage
        self._public = False
        self._looked_at = 0.0

    def listen(self, show: Callable[[str, str], None], wipe: Callable[[], None], voice: Voice) -> None:
        """Follow what the stage asks of the window, and what the window shows."""
        self._stage.showed.connect(show)
        self._stage.wipeAsked.connect(wipe)
        self._stage.turned.connect(voice.hush)
        self._kiosk.changed.connect(self._stand)

    def tick(self) -> None:
        """Let time pass: the desk may be gone, and what it only shows may stay untouched."""
        now = self._clock.monotonic()
        if self._stage.holds and now - self._looked_at >= LOOK_SECONDS:
            self._looked_at = now
            self._stage.look()
        if self._stage.holds and not self._stage.signing:
            self._idle.touch()

    @Slot()
    def look(self) -> None:
        """Ask what the desks want of this screen: the store moved."""
        self._stage.look()

    def ended(self, untouched: bool) -> bool:
        """Give the screen back where somebody was signing; tell whether it was so."""
        if not self._stage.signing:
            return False
        if untouched:
            self._stage.leave()
        else:
            self._stage.decline()
        return True

    @Slot()
    def _stand(self) -> None:
        """Let desks know when somebody comes to this screen, and when they have left."""
        here = public_is_here(self._kiosk)
        if here is not self._public:
            self._public = here
            if self._kiosk.started:
                self._stage.look()
