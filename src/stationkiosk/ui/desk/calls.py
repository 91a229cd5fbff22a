"""Calls for staff from the kiosks: how many wait stands in the rail, answering one ends the waiting."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import CallShown
from stationkiosk.domain.access import Part, may_see
from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.bridge import Command, DeskBridge, Moved

if TYPE_CHECKING:
    from stationkiosk.domain.ports import Clock
    from stationkiosk.ui.desk.asking import Asking
    from stationkiosk.ui.desk.shell import Shell
    from stationkiosk.ui.desk.window import DeskWindow


class Calls(DeskBridge):
    """Bridge of the page of calls, and of their number in the rail."""

    page = "calls"
    changed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._calls: tuple[CallShown, ...] = ()
        self._clock: Clock | None = None
        shell.seated.connect(self.ask)

    def furnish(self, window: DeskWindow) -> None:
        """Take the clock from the window."""
        self._clock = window.clock

    def arrive(self) -> None:
        """Ask for the calls."""
        self.ask()

    def forget(self) -> None:
        """Hold no call."""
        self._saw(())

    def moved(self, change: Moved) -> None:
        """A call came, or was answered, here or elsewhere."""
        if change.case_id is None:
            self.ask()

    def commands(self) -> tuple[Command, ...]:
        """Offer to answer the oldest call from anywhere."""
        if not self._calls:
            return ()
        first = self._calls[0]
        label = self.say("calls.answer_from", device=first.device)
        return (Command("calls.answer", label, lambda: self.answer(first.n), icon="bell"),)

    @Slot()
    def ask(self) -> None:
        """Ask for the calls that wait, where the person answers any."""
        if may_see(self.shell.roles, Part.CALLS):
            self.asking.ask(lambda desk: desk.calls(), self._saw)

    @Slot(int)
    def answer(self, n: int) -> None:
        """Say at the kiosk that somebody is coming."""
        device = next((call.device for call in self._calls if call.n == n), "")

        def answered(_none: None) -> None:
            self.shell.tell(self.words.text("calls.answered").put(device=device))
            self.ask()

        self.asking.ask(lambda desk: desk.answer_call(n), answered, self._gone)

    def _gone(self, fault: Exception) -> bool:
        ours = isinstance(fault, KnownError) and fault.key == "call_gone"
        if ours:
            self.shell.tell(self.words.text("calls.gone"), "amber")
            self.ask()
        return ours

    def _saw(self, calls: tuple[CallShown, ...]) -> None:
        self._calls = calls
        self.shell.badge("calls", len(calls))
        self.changed.emit()

    def _waited(self, at: datetime) -> str:
        now = self._clock.now() if self._clock is not None else at
        return self.say("calls.waited", n=max(0, int((now - at).total_seconds()) // 60))

    def _get_rows(self) -> list[dict[str, object]]:
        return [
            {
                "n": call.n,
                "device": call.device,
                "page": self.speak(call.page),
                "at": call.at.astimezone(STATION_TIME).strftime("%H:%M"),
                "waited": self._waited(call.at),
            }
            for call in self._calls
        ]

    rows = Property(ROWS, _get_rows, notify=changed)
