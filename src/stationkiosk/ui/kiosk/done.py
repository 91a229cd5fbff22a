"""After filing: the number, what comes next and when, and the paper on its way."""

from __future__ import annotations

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.views import Filed, PaperIssued, Step
from stationkiosk.domain.ports import Clock
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.paper import Paper

TITLES = {
    "report": "filed.title_report",
    "answer": "filed.title_answer",
    "adding": "filed.title_adding",
}
"""What the last page of a journey calls what was handed in; any other is a dispute."""

UNPRINTED = ("trouble", "missing", "refused")
"""Where the paper stands when somebody would leave without it, and not by "print later"."""


class Done(Bridge):
    """Bridge of the last page. ``stage`` is that of the paper (``paper.Paper``).

    Signals:
        finished: go home.
        readAsked(paper): the receipt is to be read on the screen.
    """

    changed = Signal()
    finished = Signal()
    readAsked = Signal(object)  # noqa: N815

    def __init__(self, words: Words, paper: Paper, clock: Clock, seconds: int) -> None:
        super().__init__(words)
        self._paper = paper
        self._clock = clock
        self._seconds = seconds
        self._filed: Filed | None = None
        self._journey = ""
        self._ends: float | None = None
        self._noting = False
        paper.changed.connect(self.changed)
        paper.begun.connect(self._hold)
        paper.taken.connect(self.stay)

    def open(self, filed: Filed, journey: str) -> None:
        """Show what a journey filed and print its receipt."""
        self._filed, self._journey = filed, journey
        self._paper.first(filed.receipt)

    def forget(self) -> None:
        """Hold no case."""
        self._filed = self._ends = None
        self._journey, self._noting = "", False
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
    def stay(self) -> None:
        """Begin the countdown to the end anew, once the paper is in hand."""
        if self._filed is not None and self._get_stage() == "taken":
            self._ends = self._clock.monotonic() + self._seconds
            self.changed.emit()

    @Slot()
    def read(self) -> None:
        """Read the receipt on the screen; the countdown waits meanwhile."""
        if self._filed is not None:
            self._hold()
            title = self.words.text("filed.receipt")
            self.readAsked.emit(PaperIssued(self._filed.receipt, title, self._filed.filed_at))

    @Slot()
    def finish(self) -> None:
        """Go home; somebody without the paper is first asked whether number and code are noted."""
        if self._get_stage() in UNPRINTED and not self._noting:
            self.note(True)
        else:
            self.finished.emit()

    @Slot(bool)
    def note(self, noting: bool) -> None:
        """Ask whether number and code are noted, or ask no longer."""
        self._noting = noting
        self.changed.emit()

    @Slot()
    def _hold(self) -> None:
        self._ends, self._noting = None, False

    @property
    def filed(self) -> Filed | None:
        """What was filed."""
        return self._filed

    def _get_title(self) -> str:
        if self._filed and self._filed.others:
            return self.say("filed.title_batch", n=1 + len(self._filed.others))
        return self.say(TITLES.get(self._journey, "filed.title"))

    def _get_steps(self) -> list[dict[str, str]]:
        return [self._step(step) for step in self._filed.steps] if self._filed else []

    def _step(self, step: Step) -> dict[str, str]:
        return {
            "when": self.speak(step.when),
            "title": self.speak(step.title),
            "detail": self.speak(step.detail),
        }

    def _get_others(self) -> list[dict[str, str]]:
        others = self._filed.others if self._filed else ()
        return [
            {"number": one.number, "respondent": one.respondent, "code": one.receipt_code} for one in others
        ]

    def _get_left(self) -> int:
        return 0 if self._ends is None else max(1, round(self._ends - self._clock.monotonic()))

    def _get_stage(self) -> str:
        return str(self._paper.stage)

    def _get_noting(self) -> bool:
        return self._noting and self._get_stage() in UNPRINTED

    title = Property(str, _get_title, notify=changed)
    journey = Property(str, lambda self: self._journey, notify=changed)
    number = Property(str, lambda self: self._filed.number if self._filed else "", notify=changed)
    code = Property(str, lambda self: self._filed.receipt_code if self._filed else "", notify=changed)
    steps = Property(ROWS, _get_steps, notify=changed)
    others = Property(ROWS, _get_others, notify=changed)
    stage = Property(str, _get_stage, notify=changed)
    noting = Property(bool, _get_noting, notify=changed)
    left = Property(int, _get_left, notify=changed)
