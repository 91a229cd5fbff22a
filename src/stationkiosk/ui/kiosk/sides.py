"""Further other sides of one filing: those named so far, and one more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.forms import Answer
from stationkiosk.journeys.sides import NAME, PLACE
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words

MOST = 30


class Sides(Bridge):
    """Bridge of the list under the page that asks who the other side is.

    Signals:
        listed: the list is another one.
        anotherAsked: the one on the page is to join the list, and the next one is to be named.
        changeAsked(n): the one at this place is to come back on the page.
        removeAsked(n): the one at this place is to be taken out.
    """

    changed = Signal()
    listed = Signal()
    anotherAsked = Signal()  # noqa: N815
    changeAsked = Signal(int)  # noqa: N815
    removeAsked = Signal(int)  # noqa: N815

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._others: tuple[Mapping[str, Answer], ...] = ()
        self._taken = False
        self.most = MOST

    def open(self, others: tuple[Mapping[str, Answer], ...], *, taken: bool) -> None:
        """Show those named so far; ``taken`` tells whether the page may name several."""
        self._others, self._taken = others if taken else (), taken
        self.changed.emit()
        self.listed.emit()

    def forget(self) -> None:
        """Hold nobody."""
        self.open((), taken=False)

    @Slot()
    def another(self) -> None:
        """Name one more."""
        self.anotherAsked.emit()

    @Slot(int)
    def change(self, n: int) -> None:
        """Bring one back on the page."""
        self.changeAsked.emit(n)

    @Slot(int)
    def remove(self, n: int) -> None:
        """Take one out."""
        self.removeAsked.emit(n)

    def _get_rows(self) -> list[dict[str, object]]:
        unknown = self.say("sides.nameless")
        rows = [
            {"n": n, "name": str(side.get(NAME) or "") or unknown, "place": str(side.get(PLACE) or "")}
            for n, side in enumerate(self._others)
        ]
        return rows[::-1]

    def _get_count(self) -> str:
        return self.say("sides.count", n=len(self._others)) if self._others else ""

    taken = Property(bool, lambda self: self._taken, notify=changed)
    count = Property(str, _get_count, notify=changed)
    rows = Property(ROWS, _get_rows, notify=listed)
