"""The line at the foot of the window: station, printer, store, kiosk, time; and what waits for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal

from stationkiosk.domain.calendar import STATION_TIME
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.staff import CASE_ROLES
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import Moved
from stationkiosk.ui.desk.shell import Shell

if TYPE_CHECKING:
    from stationkiosk.casework.desk.place import DeskFace

FACE_SECONDS = 5.0
"""How old what the foot tells of printer and kiosk may grow; what waits is told at once."""


def _not_now(fault: Exception) -> bool:
    """Copies are tended again soon: the store was busy."""
    return isinstance(fault, KnownError)


class Status(Bridge):
    """Bridge of the window's foot; while time passes it has the copies tended that desks printed."""

    changed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell, clock: Clock) -> None:
        super().__init__(words)
        self._asking = asking
        self._shell = shell
        self._clock = clock
        self._face: DeskFace | None = None
        self._asked = clock.monotonic()
        self._time = self._clock_time()

    def ask(self) -> None:
        """Ask the station how it stands."""
        self._asked = self._clock.monotonic()
        self._asking.ask_place(lambda place: place.face(), self._meet)

    def tick(self) -> None:
        """Let time pass."""
        if self._clock.monotonic() - self._asked >= FACE_SECONDS and self._asking.idle:
            self._asking.ask_place(lambda place: place.tend(), otherwise=_not_now)
            self.ask()
        told = self._clock_time()
        if told != self._time:
            self._time = told
            self.changed.emit()

    def _clock_time(self) -> str:
        return self._clock.now().astimezone(STATION_TIME).strftime("%H:%M")

    def moved(self, change: Moved) -> None:
        """A call or a message may have come."""
        if change.case_id is None:
            self.ask()

    def _meet(self, face: DeskFace) -> None:
        self._shell.badge("calls", face.calls)
        self._shell.badge("messages", face.messages)
        copies = face.printing if self._shell.roles & CASE_ROLES else 0
        self._shell.badge("printing", copies + face.printers_stuck)
        if face != self._face:
            self._face = face
            self.changed.emit()

    def _get_station(self) -> str:
        return self.speak(self._face.station) if self._face else ""

    def _get_day(self) -> str:
        now = self._clock.now().astimezone(STATION_TIME)
        return now.strftime("%Y-%m-%d")

    def _get_lights(self) -> list[dict[str, Any]]:
        face = self._face
        if face is None:
            return []
        lights = (("printer", face.printer_ready), ("store", face.store_sound), ("kiosk", face.kiosk_alive))
        return [
            {"id": name, "good": good, "text": self.say(f"desk.light.{name}_{'on' if good else 'off'}")}
            for name, good in lights
        ]

    station = Property(str, _get_station, notify=changed)
    demo = Property(bool, lambda self: bool(self._face and self._face.demo), notify=changed)
    time = Property(str, lambda self: self._time, notify=changed)
    day = Property(str, _get_day, notify=changed)
    lights = Property(ROWS, _get_lights, notify=changed)
