"""What the window sees to while time passes: copies that nobody watches, patience with papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.kiosk.idle import Idle
from stationkiosk.ui.kiosk.kiosk import Kiosk

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.ui.kiosk.paper import Paper

TEND_SECONDS = 5
"""How often copies that nobody watches are asked about."""

PRINTING = ("done", "reprint")
"""The pages on which a paper is on its way."""


class Tending:
    """Has copies tended that nobody watches, and nobody thrown out while their paper is coming."""

    def __init__(
        self, kiosk: Kiosk, idle: Idle, clock: Clock, executor: Executor[Counter], paper: Paper
    ) -> None:
        self._kiosk = kiosk
        self._idle = idle
        self._clock = clock
        self._executor = executor
        self._paper = paper
        self._tended = clock.monotonic()

    def listen(self) -> None:
        """Follow what becomes of the paper."""
        self._paper.changed.connect(self._news)

    def tick(self) -> None:
        """Let time pass. Nothing is asked of the station while it is busy with what somebody wants."""
        if self._coming:
            self._idle.touch()
        now = self._clock.monotonic()
        if self._executor.idle and self._kiosk.started and now - self._tended >= TEND_SECONDS:
            self._tended = now
            self._executor.ask(lambda counter: counter.tend(), otherwise=_not_now, lasting=True)

    @property
    def waits(self) -> bool:
        """Whether somebody waits before a paper that does not come: they are given the longest patience."""
        stuck = str(self._paper.stage) == "trouble" or bool(self._paper.slow)
        return self._kiosk.showing in PRINTING and stuck

    @property
    def _coming(self) -> bool:
        return self._kiosk.showing in PRINTING and self._paper.comes

    @Slot()
    def _news(self) -> None:
        """A paper that comes after all takes the warning away that nobody seemed to be there."""
        if self._kiosk.covered("idle") and (self._coming or str(self._paper.stage) == "ask"):
            self._idle.more()


def _not_now(_trouble: Exception) -> bool:
    """Copies that could not be tended are tended the next time; it is in the log."""
    return True
