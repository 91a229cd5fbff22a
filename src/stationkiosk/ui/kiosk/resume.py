"""Go on with what was begun: by the code of the draft, or by the card it was begun with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import TYPED_CODE, Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

Draft = tuple[UUID, dict[str, Any]]

OURS = ("code_", "slow_", "card_", "draft_")
"""The faults that are told on the page itself."""


class Resume(Bridge):
    """Bridge of the resume page.

    Signals:
        found(id, body, code): the draft to go on with.
    """

    changed = Signal()
    found = Signal(object, object, str)

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._code = ""
        self._busy = False
        self._trouble: KnownError | None = None

    def forget(self) -> None:
        """Hold no code."""
        self._code, self._busy, self._trouble = "", False, None
        self.changed.emit()

    @Slot(str)
    def type(self, code: str) -> None:
        """Take what stands in the field."""
        self._code = code

    @Slot()
    def next(self) -> None:
        """Open the draft of the code."""
        code = self._code.strip()
        if not code:
            self._cannot(KnownError("code_empty"))
        elif self._begin():
            self._executor.ask(
                lambda counter: counter.resume_by_code(code),
                lambda draft: self._take(draft, code.upper()),
                self._cannot,
            )

    @Slot()
    def readCard(self) -> None:  # noqa: N802
        """Open the draft begun with the card on the reader."""
        if self._begin():
            self._executor.ask(_by_card, lambda draft: self._take(draft, ""), self._cannot)

    def _begin(self) -> bool:
        if self._busy:
            return False
        self._busy, self._trouble = True, None
        self.changed.emit()
        return True

    def _take(self, draft: Draft, code: str) -> None:
        self._busy, self._code = False, ""
        self.changed.emit()
        self.found.emit(*draft, code)

    def _cannot(self, trouble: Exception) -> bool:
        self._busy = False
        ours = isinstance(trouble, KnownError) and trouble.key.startswith(OURS)
        self._trouble = trouble if ours and isinstance(trouble, KnownError) else None
        self.changed.emit()
        return ours

    def _get_problem(self) -> str:
        if self._trouble is None:
            return ""
        _title, what, do = self.words.fault(self._trouble)
        compare = self._trouble.key in TYPED_CODE
        return self.words.join(what, self.words.text("resuming.compare") if compare else do)

    code = Property(str, lambda self: self._code, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    problem = Property(str, _get_problem, notify=changed)


def _by_card(counter: Counter) -> Draft:
    card = counter.read_card(asked=True)
    if card is None:
        raise KnownError("card_missing")
    draft = counter.resume_by_card(card)
    if draft is None:
        raise KnownError("card_no_draft")
    return draft
