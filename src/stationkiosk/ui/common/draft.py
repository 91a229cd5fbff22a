"""The draft of what is being filed: saved ahead after every page, opened again by its code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from stationkiosk.casework.views import DraftOpened
from stationkiosk.ui.common.executor import Worker

if TYPE_CHECKING:
    from stationkiosk.casework.taking import Taking
    from stationkiosk.devices.readers import Card

Body = dict[str, object]


class Draft(QObject):
    """One person's draft at the counter. What is saved before it has its number waits for it.

    Signals:
        opened: the draft has its number and code.
        saved: the first saving is done: the code now opens something.
    """

    opened = Signal()
    saved = Signal()

    def __init__(self, executor: Worker[Taking]) -> None:
        super().__init__()
        self._executor = executor
        self.forget()

    def forget(self) -> None:
        """Hold no draft."""
        self._new: DraftOpened | None = None
        self._resumed: tuple[UUID, str] | None = None
        self._waiting: tuple[Body, Card | None] | None = None
        self._saved = False

    @property
    def case(self) -> UUID | None:
        """The number the case will have, once the counter gave it."""
        if self._resumed is not None:
            return self._resumed[0]
        return self._new.id if self._new else None

    @property
    def code(self) -> str:
        """The code that opens the draft; "" where a card opened it."""
        if self._resumed is not None:
            return self._resumed[1]
        return self._new.code if self._new else ""

    @property
    def new(self) -> DraftOpened | None:
        """What the counter said of a draft begun now; None for one gone on with."""
        return self._new

    @property
    def kept(self) -> bool:
        """Whether something was saved that can be resumed or dropped."""
        return self.case is not None and (self._saved or self._resumed is not None)

    def open(self, journey: str, then: Callable[[], None] | None = None) -> None:
        """Have the counter give number and code for a journey, then go on with ``then``."""

        def opened(draft: DraftOpened) -> None:
            self._opened(draft)
            if then is not None:
                then()

        self._executor.ask(lambda counter: counter.open_draft(journey), opened)

    def resume(self, case: UUID, code: str) -> None:
        """Go on with a draft that is there."""
        self._resumed = (case, code)

    def save(self, body: Body, card: Card | None) -> None:
        """Keep what was said so far, now or as soon as there is a number for it."""
        case = self.case
        if case is None:
            self._waiting = (body, card)
            return
        self._executor.ask(lambda counter: counter.save_draft(case, body, card), self._kept)

    def keep(self, body: Callable[[Taking], Body], card: Card | None) -> None:
        """Keep what ``body`` makes on the worker, whatever is forgotten meanwhile."""
        case = self.case
        if case is not None:
            self._executor.ask(lambda counter: counter.save_draft(case, body(counter), card), lasting=True)

    def discard(self) -> None:
        """Have the draft dropped for good."""
        case = self.case
        if case is not None:
            self._executor.ask(lambda counter: counter.discard_draft(case), lasting=True)

    def _opened(self, draft: DraftOpened) -> None:
        self._new = draft
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.save(*waiting)
        self.opened.emit()

    def _kept(self, _none: None) -> None:
        if not self._saved:
            self._saved = True
            self.saved.emit()
