"""The versions of an agreement that were kept, each to be read again, none to be changed."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.mediating.shown import DraftShown
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.drafting_preview import Preview
from stationkiosk.ui.desk.drafting_record import Record
from stationkiosk.ui.desk.times import moment_text

NONE = -1


class Versions(Bridge):
    """Bridge of the sheet on which an earlier version is read, one after the other."""

    changed = Signal()

    def __init__(self, words: Words, record: Record, preview: Preview) -> None:
        super().__init__(words)
        self._record = record
        self._preview = preview
        self._at = NONE
        record.told.connect(self._told)

    @Slot()
    def open(self) -> None:
        """Read the version before the newest."""
        self._go(len(self._numbers) - 2)

    @Slot(int)
    def step(self, by: int) -> None:
        """Read an older version (-1) or a newer one (1)."""
        self._go(self._at + by)

    @Slot()
    def close(self) -> None:
        """Put it away."""
        if self._at != NONE:
            self._at = NONE
            self._preview.forget()
            self.changed.emit()

    def _go(self, at: int) -> None:
        place, numbers = self._record.at, self._numbers
        if place is None or not 0 <= at < len(numbers):
            return
        self._at, number = at, numbers[at]
        self._preview.want(lambda desk: ((), desk.version_pages(*place, number)), at_once=True)
        self.changed.emit()

    @Slot()
    def _told(self) -> None:
        if self._at >= len(self._numbers):
            self.close()
        self.changed.emit()

    @property
    def _kept(self) -> DraftShown | None:
        return self._record.shown.draft if self._record.shown else None

    @property
    def _numbers(self) -> tuple[int, ...]:
        return self._kept.numbers if self._kept else ()

    def _get_title(self) -> str:
        kept = self._kept
        if kept is None or self._at == NONE:
            return ""
        at = moment_text(kept.versions[self._at])
        return self.say("drafting.version", n=self._numbers[self._at], at=at)

    up = Property(bool, lambda self: self._at != NONE, notify=changed)
    several = Property(bool, lambda self: len(self._numbers) > 1, notify=changed)
    title = Property(str, _get_title, notify=changed)
    older = Property(bool, lambda self: self._at > 0, notify=changed)
    newer = Property(bool, lambda self: NONE < self._at < len(self._numbers) - 1, notify=changed)
