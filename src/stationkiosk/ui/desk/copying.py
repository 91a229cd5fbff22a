"""Filling a new filing from an earlier case: of the same right, the same owner, the same agent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.desk.views import Listed, ListPage, Shelf, Wanted
from stationkiosk.domain.forms import Answer
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.ui.desk.asking import Asking

SHOWN = 8


class Copying(Bridge):
    """Bridge of the search for an earlier case.

    Signals:
        listed: other cases were found.
        copied(dict, str): answers to fill in, and the number of the case they stand in.
    """

    changed = Signal()
    listed = Signal()
    copied = Signal(object, str)

    def __init__(self, words: Words, asking: Asking) -> None:
        super().__init__(words)
        self._asking = asking
        self._text = ""
        self._found: tuple[Listed, ...] = ()
        words.changed.connect(self.listed)

    def forget(self) -> None:
        """Hold no case."""
        self._text, self._found = "", ()
        self.listed.emit()
        self.changed.emit()

    @Slot(str)
    def search(self, text: str) -> None:
        """Look for cases by number, party or right, as it is typed."""
        self._text = text.strip()
        if not self._text:
            self.forget()
            return
        wanted = Wanted(shelf=Shelf.ALL, text=self._text)
        self._asking.ask(lambda desk: desk.page(wanted), lambda page: self._saw(wanted, page))

    @Slot(int)
    def copy(self, index: int) -> None:
        """Take over what the case says of the right, its owner and the agent."""
        case = self._found[index]

        def got(answers: Mapping[str, Answer]) -> None:
            self.copied.emit(dict(answers), case.number)
            self.forget()

        case_id: UUID = case.case_id
        self._asking.ask(lambda desk: desk.answers_of(case_id), got)

    def _saw(self, wanted: Wanted, page: ListPage) -> None:
        if wanted.text == self._text:
            self._found = page.rows[:SHOWN]
            self.listed.emit()
            self.changed.emit()

    def _row(self, case: Listed) -> dict[str, str]:
        return {
            "number": case.number,
            "title": case.claimant,
            "sub": "  ·  ".join(part for part in (self.speak(case.kind), case.right, case.number) if part),
        }

    def _none(self) -> bool:
        return bool(self._text) and not self._found

    rows = Property(ROWS, lambda self: [self._row(case) for case in self._found], notify=listed)
    none = Property(bool, _none, notify=changed)
