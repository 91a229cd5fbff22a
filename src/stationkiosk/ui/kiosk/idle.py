"""When nobody has touched the kiosk for a while: a warning, then home."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.options import Patience


class Idle(Bridge):
    """Bridge of the idle warning; ``tick`` is called every second or so.

    Signals:
        warned: the warning is to show, with its sound.
        resumed: the warning is to go.
        ended: the time is over.
    """

    changed = Signal()
    warned = Signal()
    resumed = Signal()
    ended = Signal()

    def __init__(self, words: Words, clock: Clock, patience: Patience) -> None:
        super().__init__(words)
        self._clock = clock
        self._patience = patience
        self._touched = clock.monotonic()
        self._kind = "plain"
        self._quiet = True
        self._left = 0

    def stand(self, kind: str, *, quiet: bool) -> None:
        """Tell what shows: ``plain``, ``personal`` or ``signature``; ``quiet`` needs no warning."""
        if (kind, quiet) != (self._kind, self._quiet):
            self._kind, self._quiet = kind, quiet
            self._touched = self._clock.monotonic()

    def touch(self) -> None:
        """Someone touched the screen or a key. A warning needs its own button."""
        if not self._left:
            self._touched = self._clock.monotonic()

    @property
    def seconds_left(self) -> int:
        """The seconds until the session ends untouched."""
        return max(0, math.ceil(self._seconds_left()))

    def _seconds_left(self) -> float:
        limit: float = getattr(self._patience, self._kind)
        return limit - (self._clock.monotonic() - self._touched)

    def tick(self) -> None:
        """Look at the clock: warn, count down or end."""
        left = self._seconds_left()
        if left <= 0:
            self._restart()
            self.ended.emit()
        elif left <= self._patience.warning and not self._quiet:
            self._count(max(1, math.ceil(left)))

    @Slot()
    def more(self) -> None:
        """Give more time."""
        self._restart()
        self.resumed.emit()

    def _count(self, left: int) -> None:
        first = not self._left
        if left != self._left:
            self._left = left
            self.changed.emit()
        if first:
            self.warned.emit()

    def _restart(self) -> None:
        self._left = 0
        self._touched = self._clock.monotonic()
        self.changed.emit()

    def _get_left(self) -> int:
        return self._left

    left = Property(int, _get_left, notify=changed)
