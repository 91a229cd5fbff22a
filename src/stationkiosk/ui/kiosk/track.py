"""Track a case by the code on its receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.views import MatterProgress, Progress
from stationkiosk.domain.calendar import STATION_TIME, station_day
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.bridge import LINES, ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import TYPED_CODE, Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter


class Track(Bridge):
    """Bridge of the page that asks for the code and of the one that shows the progress.

    Signals:
        found: the progress is there to show.
    """

    changed = Signal()
    found = Signal()

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._code = ""
        self._busy = False
        self._trouble: KnownError | None = None
        self._progress: Progress | None = None

    def forget(self) -> None:
        """Hold no code and no case."""
        self._code, self._busy, self._trouble, self._progress = "", False, None, None
        self.changed.emit()

    @Slot(str)
    def type(self, code: str) -> None:
        """Take what stands in the field."""
        self._code = code

    @Slot()
    def next(self) -> None:
        """Look the code up."""
        code = self._code.strip()
        if self._busy:
            return
        if not code:
            self._cannot(KnownError("code_empty"))
            return
        self._busy, self._trouble = True, None
        self.changed.emit()
        self._executor.ask(lambda counter: counter.progress(code), self._take, self._cannot)

    def _take(self, progress: Progress) -> None:
        self._busy, self._progress = False, progress
        self.changed.emit()
        self.found.emit()

    def _cannot(self, trouble: Exception) -> bool:
        self._busy = False
        ours = isinstance(trouble, KnownError) and trouble.key.startswith(("code_", "slow_"))
        self._trouble = trouble if ours and isinstance(trouble, KnownError) else None
        self.changed.emit()
        return ours

    def _matter(self, matter: MatterProgress) -> dict[str, str]:
        next_ = matter.next
        hour = f"{matter.since.astimezone(STATION_TIME):%H:%M}"
        since = day_text(station_day(matter.since))
        return {
            "track": self.speak(matter.track),
            "state": self.speak(matter.state),
            "holder": self.say("tracking.with_since", holder=matter.holder, day=since, hour=hour),
            "next": self.speak(next_.title) if next_ else "",
            "when": self.speak(next_.when) if next_ else "",
            "detail": self.speak(next_.detail) if next_ else "",
        }

    def _get_problem(self) -> str:
        if self._trouble is None:
            return ""
        _title, what, do = self.words.fault(self._trouble)
        compare = self._trouble.key in TYPED_CODE
        return self.words.join(what, self.words.text("tracking.compare") if compare else do)

    def _get_matters(self) -> list[dict[str, str]]:
        return [self._matter(matter) for matter in self._progress.matters] if self._progress else []

    def _get_filed(self) -> str:
        if self._progress is None:
            return ""
        return self.say("tracking.filed_on", day=day_text(station_day(self._progress.filed_at)))

    def _get_papers(self) -> list[str]:
        return [self.speak(paper.title) for paper in self._progress.papers] if self._progress else []

    def _get_number(self) -> str:
        return self._progress.number if self._progress else ""

    def _get_title(self) -> str:
        return self.speak(self._progress.title) if self._progress else ""

    code = Property(str, lambda self: self._code, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    problem = Property(str, _get_problem, notify=changed)
    number = Property(str, _get_number, notify=changed)
    title = Property(str, _get_title, notify=changed)
    filed = Property(str, _get_filed, notify=changed)
    matters = Property(ROWS, _get_matters, notify=changed)
    papers = Property(LINES, _get_papers, notify=changed)
