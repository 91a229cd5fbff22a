"""What stands beside the pages of the window: worker, covers, voice, guard.

The first frame shows none of it, so each is imported and made when it is first used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.display import Display
from stationkiosk.ui.common.view import View
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.kiosk import Kiosk
from stationkiosk.ui.kiosk.options import KioskOptions

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.ui.common.chime import Chime
    from stationkiosk.ui.common.executor import Executor
    from stationkiosk.ui.common.voice import Voice
    from stationkiosk.ui.kiosk.admin import Admin
    from stationkiosk.ui.kiosk.aloud import Aloud
    from stationkiosk.ui.kiosk.fault import Fault
    from stationkiosk.ui.kiosk.guard import Guard
    from stationkiosk.ui.kiosk.idle import Idle
    from stationkiosk.ui.kiosk.scanner import Scanner
    from stationkiosk.ui.kiosk.staff import Staff


class Beside(QObject):
    """The window's parts that wait for their first use; the window gives what they are made of."""

    options: KioskOptions
    words: Words
    display: Display
    kiosk: Kiosk
    view: View
    _clock: Clock
    _counter: Counter | Callable[[], Counter]

    @cached_property
    def executor(self) -> Executor[Counter]:
        """Where work that may wait is done."""
        from stationkiosk.ui.common.executor import Executor

        counter = self._counter
        return Executor(counter if callable(counter) else lambda: counter)

    @cached_property
    def fault(self) -> Fault:
        """The cover that tells of a fault."""
        from stationkiosk.ui.kiosk.fault import Fault

        return Fault(self.words)

    @cached_property
    def idle(self) -> Idle:
        """The time without a touch, and its cover."""
        from stationkiosk.ui.kiosk.idle import Idle

        return Idle(self.words, self._clock, self.options.patience)

    @cached_property
    def admin(self) -> Admin:
        """The cover that asks staff for the PIN."""
        from stationkiosk.ui.kiosk.admin import Admin

        return Admin(self.words, self.executor)

    @cached_property
    def staff(self) -> Staff:
        """The cover that tells of a call."""
        from stationkiosk.ui.kiosk.staff import Staff

        return Staff(self.words, self.executor)

    @cached_property
    def voice(self) -> Voice:
        """The voice of the machine."""
        from stationkiosk.ui.common.voice import Voice

        return Voice(self.options.voice)

    @cached_property
    def aloud(self) -> Aloud:
        """The page read aloud."""
        from stationkiosk.ui.kiosk.aloud import Aloud

        return Aloud(self.words, self.voice, self.page_read)

    @cached_property
    def scanner(self) -> Scanner:
        """The code scanner."""
        from stationkiosk.ui.kiosk.scanner import Scanner

        return Scanner(self._clock)

    @cached_property
    def guard(self) -> Guard:
        """What stands between touches and keys and the window."""
        from stationkiosk.ui.common.screens import alone
        from stationkiosk.ui.kiosk.guard import Guard

        locked = not (self.options.windowed or (self.options.beside and alone()))
        return Guard(self.view, self.kiosk, self.idle, self.display, self.scanner, locked=locked)

    @cached_property
    def chime(self) -> Chime:
        """The sound of a warning."""
        from stationkiosk.ui.common.chime import Chime

        return Chime(self.options.sound)

    def page_read(self) -> QObject | None:
        """Return the page that shows."""
        shown = self.view.rootObject().findChild(QObject, "page")
        return shown.property("item") if shown is not None else None
