"""Leave a message for the station, about a case or about none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.messages import LONGEST
from stationkiosk.casework.views import MessageLeft
from stationkiosk.domain.errors import KnownError, Problem
from stationkiosk.domain.identity import phone
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import TYPED_CODE, Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

FIELDS = ("text", "phone", "code")
OURS = ("message_", "code_", "slow_")


class Message(Bridge):
    """Bridge of the page that takes a message, and says when it is answered once it is kept.

    Signals:
        left(str): go back to this page.
        kept: the message is with the station.
    """

    changed = Signal()
    left = Signal(str)
    kept = Signal()

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._empty()

    def _empty(self) -> None:
        self._typed = dict.fromkeys(FIELDS, "")
        self._number = ""
        self._back = ""
        self._busy = False
        self._kept: MessageLeft | None = None
        self._problems: list[Problem | KnownError] = []

    def open(self, back: str, number: str = "") -> None:
        """Ask for a message, about the case tracked under ``number`` if any; Back leads to ``back``."""
        self._empty()
        self._back, self._number = back, number
        self.changed.emit()

    def forget(self) -> None:
        """Hold no word and no number."""
        self._empty()
        self.changed.emit()

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """Take what stands in a field."""
        self._typed[field] = text

    @Slot()
    def leave(self) -> None:
        """Go back to where somebody came from; a message on its way is waited for."""
        if self._busy:
            return
        back = self._back
        self.forget()
        self.left.emit(back)

    @Slot()
    def next(self) -> None:
        """Leave the message."""
        if self._busy:
            return
        text, called, code = (self._typed[name].strip() for name in FIELDS)
        self._problems = list(_wrong(text, called))
        if not self._problems:
            self._busy = True
            number, language = self._number, self.words.chosen
            self._executor.ask(
                lambda counter: counter.leave_message(text, code, called, language, number),
                self._take,
                self._cannot,
            )
        self.changed.emit()

    def _take(self, kept: MessageLeft) -> None:
        self._typed = dict.fromkeys(FIELDS, "")
        self._busy, self._kept = False, kept
        self.changed.emit()
        self.kept.emit()

    def _cannot(self, trouble: Exception) -> bool:
        self._busy = False
        ours = isinstance(trouble, KnownError) and trouble.key.startswith(OURS)
        self._problems = [trouble] if ours and isinstance(trouble, KnownError) else []
        self.changed.emit()
        return ours

    def _told(self, problem: Problem | KnownError) -> dict[str, str]:
        if isinstance(problem, Problem):
            return {"question": problem.question, "words": self.words.problem(problem)}
        _title, what, do = self.words.fault(problem)
        compare = problem.key in TYPED_CODE
        said = self.words.join(what, self.words.text("tracking.compare") if compare else do)
        return {"question": "text" if problem.key.startswith("message_") else "code", "words": said}

    def _get_answered(self) -> str:
        if self._kept is None:
            return ""
        key = "writing.by_phone" if self._kept.by_phone else "writing.by_counter"
        return self.say(key, day=day_text(self._kept.answer_by))

    def _get_kept_as(self) -> str:
        return self.say("writing.number", n=self._kept.n) if self._kept else ""

    def _get_about(self) -> str:
        number = self._kept.case_number if self._kept else self._number
        return self.say("writing.about", number=number) if number else ""

    text = Property(str, lambda self: self._typed["text"], notify=changed)
    phone = Property(str, lambda self: self._typed["phone"], notify=changed)
    code = Property(str, lambda self: self._typed["code"], notify=changed)
    about = Property(str, _get_about, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    keptAs = Property(str, _get_kept_as, notify=changed)  # noqa: N815
    answered = Property(str, _get_answered, notify=changed)
    longest = Property(int, lambda _self: LONGEST, constant=True)
    problems = Property(ROWS, lambda self: [self._told(one) for one in self._problems], notify=changed)


def _wrong(text: str, called: str) -> list[Problem | KnownError]:
    wrong: list[Problem | KnownError] = [] if text else [KnownError("message_empty")]
    problem = phone(called, "phone")[1] if called else None
    return [*wrong, problem] if problem else wrong
