"""Three taps after the paper is in hand: was it easy, was it clear, would they come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.ratings import MARKS, QUESTIONS
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

FACES = dict(zip(MARKS, ("smile", "so_so", "frown"), strict=True))


class Rating(Bridge):
    """Bridge of the questions on the last page; one stands at a time, and none must be answered.

    Signals:
        rated: a mark was given.
    """

    changed = Signal()
    rated = Signal()

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._at = 0

    def forget(self) -> None:
        """Ask from the first question on."""
        self._at = 0
        self.changed.emit()

    @Slot(int)
    def give(self, mark: int) -> None:
        """Take a mark for the question that stands; a totals book that is shut keeps nobody waiting."""
        if self._at >= len(QUESTIONS) or mark not in MARKS:
            return
        question = QUESTIONS[self._at]
        self._at += 1
        self._executor.ask(lambda counter: counter.rate({question: mark}), None, _let_go)
        self.changed.emit()
        self.rated.emit()

    def _get_question(self) -> str:
        return self.say(f"rating.{QUESTIONS[self._at]}") if self._at < len(QUESTIONS) else ""

    def _get_step(self) -> str:
        return self.say("rating.step", n=min(self._at + 1, len(QUESTIONS)), all=len(QUESTIONS))

    def _get_marks(self) -> list[dict[str, object]]:
        return [
            {"mark": mark, "icon": icon, "words": self.say(f"rating.mark_{mark}")}
            for mark, icon in FACES.items()
        ]

    question = Property(str, _get_question, notify=changed)
    step = Property(str, _get_step, notify=changed)
    marks = Property(ROWS, _get_marks, notify=changed)


def _let_go(trouble: Exception) -> bool:
    return isinstance(trouble, KnownError)
