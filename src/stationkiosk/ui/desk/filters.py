"""The sheet that narrows the queue: procedures, how near the last day is, since when; kept by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import Urgency, Wanted
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.ui.common.bridge import ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import DeskBridge
from stationkiosk.ui.desk.shell import Shell

NEAR = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON)


class FilterForm(DeskBridge):
    """Bridge of the sheet.

    Signals:
        applied(Wanted, str): the list is wanted so; kept under this name where there is one.
    """

    changed = Signal()
    applied = Signal(object, str)

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._up = False
        self._wanted = Wanted()
        self._days = {"since": "", "until": ""}
        self._name = ""

    def open(self, wanted: Wanted) -> None:
        """Put the sheet up with what is wanted now."""
        self._up, self._wanted, self._name = True, wanted, ""
        self._days = {
            "since": wanted.since.isoformat() if wanted.since else "",
            "until": wanted.until.isoformat() if wanted.until else "",
        }
        self.changed.emit()

    def forget(self) -> None:
        """Take the sheet away and what was chosen in it."""
        self._up, self._wanted, self._name = False, Wanted(), ""
        self.changed.emit()

    @Slot(str)
    def toggleTrack(self, track: str) -> None:  # noqa: N802
        """Want this procedure too, or no longer."""
        self._wanted = replace(self._wanted, tracks=self._wanted.tracks ^ {track})
        self.changed.emit()

    @Slot(str)
    def chooseUrgency(self, urgency: str) -> None:  # noqa: N802
        """Want only what is as near as this."""
        here = self._wanted.urgency.value == urgency
        self._wanted = replace(self._wanted, urgency=Urgency.NONE if here else Urgency(urgency))
        self.changed.emit()

    @Slot(str, str)
    def setDay(self, which: str, iso: str) -> None:  # noqa: N802
        """Take the first or last day of filing, "" for any."""
        self._days[which] = iso

    @Slot(str)
    def setName(self, name: str) -> None:  # noqa: N802
        """Take the name under which the list is to be kept."""
        self._name = name.strip()

    @Slot()
    def accept(self) -> None:
        """Narrow the list so."""
        days = {which: date.fromisoformat(iso) if iso else None for which, iso in self._days.items()}
        wanted, name = replace(self._wanted, since=days["since"], until=days["until"]), self._name
        self.forget()
        self.applied.emit(wanted, name)

    @Slot()
    def leave(self) -> None:
        """Leave the list as it was."""
        self.forget()

    def _get_tracks(self) -> list[dict[str, Any]]:
        return [
            {"id": track.id, "label": self.speak(track.label), "on": track.id in self._wanted.tracks}
            for track in TRACKS.values()
        ]

    def _get_near(self) -> list[dict[str, Any]]:
        return [
            {
                "id": urgency.value,
                "label": self.say(f"desk.near.{urgency}"),
                "on": self._wanted.urgency is urgency,
            }
            for urgency in NEAR
        ]

    up = Property(bool, lambda self: self._up, notify=changed)
    tracks = Property(ROWS, _get_tracks, notify=changed)
    near = Property(ROWS, _get_near, notify=changed)
    since = Property(str, lambda self: self._days["since"], notify=changed)
    until = Property(str, lambda self: self._days["until"], notify=changed)
    name = Property(str, lambda self: self._name, notify=changed)
