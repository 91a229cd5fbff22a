"""The code on a notice, and what is claimed: nothing of a case is seen before the code was found right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.views import Notice
from stationkiosk.domain.calendar import station_day
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.forms import Answers
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import TYPED_CODE, Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter


class Claim(Bridge):
    """Bridge of the page that asks for the code and of the one that tells what is claimed.

    It names the claimant, the right and what is asked for; nobody's number or address is in it.

    Signals:
        found(code): the code opens a notice.
    """

    changed = Signal()
    found = Signal(str)

    def __init__(self, words: Words, executor: Executor[Counter], clock: Clock) -> None:
        super().__init__(words)
        self._executor = executor
        self._clock = clock
        self._code = self._opened = ""
        self._busy = False
        self._trouble: KnownError | None = None
        self._notice: Notice | None = None

    def ask(self, code: str) -> None:
        """Ask for the code; ``code`` was found right before."""
        self._code = self._code or code
        self._trouble = None
        self.changed.emit()

    def open(self, code: str) -> None:
        """Tell what is claimed under a code that was found right before."""
        if self._notice is None or code != self._opened:
            self._look_up(code, lambda: None)

    @property
    def whom(self) -> str:
        """Whom the notice is for, "" where their name is not known."""
        return self._notice.whom if self._notice is not None else ""

    @property
    def said(self) -> Answers:
        """What was answered before in the open."""
        return self._notice.said if self._notice is not None else {}

    def forget(self) -> None:
        """Hold no code and no case."""
        self._code = self._opened = ""
        self._busy, self._trouble, self._notice = False, None, None
        self.changed.emit()

    @Slot(str)
    def type(self, code: str) -> None:
        """Take what stands in the field."""
        self._code = code

    @Slot()
    def next(self) -> None:
        """Look up what the code opens."""
        code = self._code.strip()
        if self._busy:
            return
        if not code:
            self._cannot(KnownError("code_empty"))
        else:
            self._look_up(code, lambda: self.found.emit(code))

    def _look_up(self, code: str, then: Callable[[], None]) -> None:
        self._busy, self._trouble, self._notice = True, None, None
        self.changed.emit()

        def take(notice: Notice) -> None:
            self._busy, self._notice, self._opened, self._code = False, notice, code, code
            self.changed.emit()
            then()

        self._executor.ask(lambda counter: counter.open_notice(code), take, self._cannot)

    def _cannot(self, trouble: Exception) -> bool:
        self._busy = False
        ours = isinstance(trouble, KnownError) and trouble.key.startswith(("code_", "slow_"))
        self._trouble = trouble if ours and isinstance(trouble, KnownError) else None
        self.changed.emit()
        return ours

    # what QML shows

    def _get_problem(self) -> str:
        if self._trouble is None:
            return ""
        _title, what, do = self.words.fault(self._trouble)
        if self._trouble.key == "code_ended":
            return self.words.join(what, self.words.text("claim.ended"))
        compare = self._trouble.key in TYPED_CODE
        return self.words.join(what, self.words.text("claim.compare") if compare else do)

    def _get_facts(self) -> list[dict[str, object]]:
        notice, say = self._notice, self.speak
        if notice is None:
            return []
        told = [
            ("claimant", [notice.claimant]),
            ("kind", [say(notice.title)]),
            ("right", [notice.right]),
            ("acts", [say(act) for act in notice.acts]),
            ("since", [say(notice.since)]),
            ("claims", [say(claim) for claim in notice.claims]),
            ("number", [notice.number]),
        ]
        return [
            {"label": self.say(f"claim.{key}"), "values": [value for value in values if value]}
            for key, values in told
            if any(values)
        ]

    def _get_by(self) -> str:
        day = self._notice.answer_by if self._notice else None
        return self.say("claim.by", day=day_text(day)) if day else ""

    def _get_hint(self) -> str:
        words, notice = self.words, self._notice
        if notice is None or notice.answer_by is None:
            return ""
        late = notice.answer_by < station_day(self._clock.now())
        said = [words.text("claim.late" if late else "claim.in_time")]
        if notice.asked_until is not None:
            said.insert(0, words.text("claim.asked").put(day=day_text(notice.asked_until)))
        if not notice.may_ask:
            said.append(words.text("claim.no_more"))
        return words.join(*said)

    code = Property(str, lambda self: self._code, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    problem = Property(str, _get_problem, notify=changed)
    there = Property(bool, lambda self: self._notice is not None, notify=changed)
    answered = Property(bool, lambda self: bool(self._notice and self._notice.answered), notify=changed)
    again = Property(bool, lambda self: bool(self.said), notify=changed)
    facts = Property(ROWS, _get_facts, notify=changed)
    by = Property(str, _get_by, notify=changed)
    hint = Property(str, _get_hint, notify=changed)
