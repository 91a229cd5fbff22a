"""After filing: the number, what comes next and when, and the paper on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from stationkiosk.casework.views import CopyState, CopyView, Filed, Step
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

POLL_MS = 700
TITLED = ("report", "answer")
"""The journeys whose last page has a title of its own."""

UNDER_WAY = (CopyState.RENDERED, CopyState.SPOOLED, CopyState.PRINTING)
TROUBLED = (CopyState.FAILED, CopyState.CANCELLED, CopyState.UNKNOWN)


class Done(Bridge):
    """Bridge of the last page.

    ``stage`` is where the copy stands: ``printing``, ``ask`` (is it in your hand?), ``taken``,
    ``trouble``, or ``missing`` (the person says that it is not in their hand). A copy that
    waits with a trouble is looked after further: it may come out yet.

    Signals:
        finished: go home.
    """

    changed = Signal()
    finished = Signal()

    def __init__(
        self,
        words: Words,
        executor: Executor[Counter],
        clock: Clock,
        seconds: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(words)
        self._executor = executor
        self._clock = clock
        self._seconds = seconds
        self._filed: Filed | None = None
        self._journey = ""
        self._copy: CopyView | None = None
        self._trouble: KnownError | None = None
        self._asking = False
        self._ends: float | None = None
        self._poll = QTimer(parent or self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self.poll)

    def open(self, filed: Filed, journey: str) -> None:
        """Show what a journey filed and print its receipt."""
        self._filed, self._journey, self._copy, self._ends = filed, journey, None, None
        self._print("first")

    def forget(self) -> None:
        """Hold no case."""
        self._poll.stop()
        self._filed = self._copy = self._trouble = self._ends = None
        self._asking, self._journey = False, ""
        self.changed.emit()

    def tick(self) -> None:
        """Count down to the end once the paper was taken."""
        if self._ends is None:
            return
        if self._clock.monotonic() >= self._ends:
            self._ends = None
            self.finished.emit()
        else:
            self.changed.emit()

    @Slot()
    def poll(self) -> None:
        """Look how far the copy is."""
        filed, copy = self._filed, self._copy
        if filed is None or copy is None or self._asking or copy.state not in UNDER_WAY:
            return
        self._ask(lambda counter: counter.copy(filed.receipt, copy.n))

    @Slot()
    def again(self) -> None:
        """Print another copy."""
        if not self._asking:
            self._print("again")

    @Slot(bool)
    def inHand(self, yes: bool) -> None:  # noqa: N802
        """Take the person's word whether the paper is in their hand."""
        filed, copy = self._filed, self._copy
        if filed is None or copy is None or self._asking:
            return
        self._ask(lambda counter: counter.in_hand(filed.receipt, copy.n, yes))

    @Slot()
    def finish(self) -> None:
        """Go home."""
        self.finished.emit()

    def _print(self, reason: str) -> None:
        filed = self._filed
        if filed is None:
            return
        self._ends = self._copy = self._trouble = None
        self.changed.emit()
        self._ask(lambda counter: counter.print_receipt(filed.receipt, reason))

    def _ask(self, job: object) -> None:
        self._asking = True
        self._executor.ask(job, self._take, self._cannot)  # type: ignore[arg-type]

    def _take(self, copy: CopyView) -> None:
        news = copy != self._copy or self._trouble is not None
        self._asking, self._copy, self._trouble = False, copy, None
        if copy.state in UNDER_WAY:
            self._poll.start()
        else:
            self._poll.stop()
        if copy.state is CopyState.IN_HAND:
            self._ends = self._clock.monotonic() + self._seconds
        if news:
            self.changed.emit()

    def _cannot(self, trouble: Exception) -> bool:
        self._asking = False
        if not isinstance(trouble, KnownError):
            self._poll.stop()
        self._trouble = trouble if isinstance(trouble, KnownError) else KnownError("printer_unknown")
        self.changed.emit()
        return True

    def _get_stage(self) -> str:
        copy = self._copy
        if copy is not None and copy.state is CopyState.ABANDONED:
            return "missing"
        if self._trouble is not None or (copy and (copy.trouble or copy.state in TROUBLED)):
            return "trouble"
        if copy is None or copy.state in UNDER_WAY:
            return "printing"
        return "taken" if copy.state is CopyState.IN_HAND else "ask"

    def _get_printing(self) -> str:
        stage = self._get_stage()
        if stage != "trouble":
            return self.say(f"filed.{stage}")
        told = KnownError(self._copy.trouble) if self._copy and self._copy.trouble else None
        _title, what, do = self.words.fault(self._trouble or told or KnownError("printer_unknown"))
        return self.words.join(what, do)

    def _get_steps(self) -> list[dict[str, str]]:
        return [self._step(step) for step in self._filed.steps] if self._filed else []

    def _step(self, step: Step) -> dict[str, str]:
        return {
            "when": self.speak(step.when),
            "title": self.speak(step.title),
            "detail": self.speak(step.detail),
        }

    def _get_left(self) -> int:
        return 0 if self._ends is None else max(1, round(self._ends - self._clock.monotonic()))

    def _get_title(self) -> str:
        key = f"filed.title_{self._journey}" if self._journey in TITLED else "filed.title"
        return self.say(key)

    title = Property(str, _get_title, notify=changed)
    journey = Property(str, lambda self: self._journey, notify=changed)
    number = Property(str, lambda self: self._filed.number if self._filed else "", notify=changed)
    code = Property(str, lambda self: self._filed.receipt_code if self._filed else "", notify=changed)
    steps = Property(ROWS, _get_steps, notify=changed)
    stage = Property(str, _get_stage, notify=changed)
    printing = Property(str, _get_printing, notify=changed)
    left = Property(int, _get_left, notify=changed)
