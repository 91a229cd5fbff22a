"""The check page: everything read back by section, with a way to change each."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.journeys.check import CheckRow
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words


class Check(Bridge):
    """Bridge of the check page.

    Signals:
        changeAsked(page): somebody wants to change what a page asked.
        sideAsked(n): somebody wants to change the other side at this place in the list.
    """

    changed = Signal()
    changeAsked = Signal(str)  # noqa: N815
    sideAsked = Signal(int)  # noqa: N815

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._rows: tuple[CheckRow, ...] = ()

    def open(self, rows: tuple[CheckRow, ...]) -> None:
        """Show these rows."""
        self._rows = rows
        self.changed.emit()

    def forget(self) -> None:
        """Hold no row."""
        self.open(())

    @Slot(str)
    def change(self, page: str) -> None:
        """Change what a page asked."""
        self.changeAsked.emit(page)

    @Slot(int)
    def changeSide(self, n: int) -> None:  # noqa: N802
        """Change one of several other sides."""
        self.sideAsked.emit(n)

    def _row(self, row: CheckRow, first: bool) -> dict[str, object]:
        return {
            "page": row.page,
            "label": self.speak(row.label),
            "value": self.speak(row.value),
            "note": self.speak(row.note),
            "given": row.given,
            "side": -1 if row.side is None else row.side,
            "first": first,
        }

    def _get_sections(self) -> list[dict[str, object]]:
        said: list[dict[str, object]] = []
        for section, rows in groupby(self._rows, key=lambda row: row.section):
            listed: list[dict[str, object]] = []
            before = ""
            for row in rows:
                listed.append(self._row(row, row.page != before))
                before = row.page
            said.append({"title": self.say(f"section.{section}"), "rows": listed})
        return said

    sections = Property(ROWS, _get_sections, notify=changed)
