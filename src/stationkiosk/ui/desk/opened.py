"""The case page in the window: it opens what the window asks for and hears of what changed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal, Slot

from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.bridge import Command, DeskBridge, Moved
from stationkiosk.ui.desk.case import CasePage
from stationkiosk.ui.desk.shell import Shell

if TYPE_CHECKING:
    from stationkiosk.ui.desk.window import DeskWindow


class Opened(DeskBridge):
    """Keeps the case page, which QML knows as ``case_``."""

    page = "cases"
    changed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words, asking, shell)
        self._case: CasePage | None = None
        shell.caseAsked.connect(self._open)

    @property
    def case(self) -> CasePage:
        """The case page; there once the window has furnished."""
        if self._case is None:
            raise RuntimeError("the window has not furnished yet")
        return self._case

    def furnish(self, window: DeskWindow) -> None:
        """Make the case page with the window's pictures and clock."""
        made = CasePage(self.words, self.asking, window.thumbnails, window.clock, lambda: str(uuid4()))
        made.setParent(self)
        self._case = made
        window.view.add({"case_": made})

    def forget(self) -> None:
        """Hold no case."""
        self.case.forget()

    def moved(self, change: Moved) -> None:
        """Look again at the case that shows, where it may be another now."""
        file = self.case.file
        if file is not None and change.case_id in (None, file.case_id):
            self.case.look_again()

    def commands(self) -> tuple[Command, ...]:
        """Return the next actions of the case that shows; those closed with the reason."""
        file = self.case.file
        if file is None:
            return ()
        return tuple(
            Command(
                f"act_{matter.n}_{action.id}",
                self.speak(action.label),
                self._act(matter.n, action.id),
                self.speak(matter.track),
                action.key,
                "pen",
                self.speak(action.closed),
            )
            for matter in file.matters
            if not matter.ended
            for action in matter.actions
        )

    def _act(self, matter_n: int, action_id: str) -> Callable[[], None]:
        return lambda: self.case.act(matter_n, action_id)

    @Slot(object)
    def _open(self, case_id: UUID) -> None:
        self.case.open(case_id)
