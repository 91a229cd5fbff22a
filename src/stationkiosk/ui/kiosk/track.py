"""Track a case: by the code on its receipt, or by its number and the end of a number of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot

from stationkiosk.casework.views import MatterProgress, PaperIssued, Progress, Viewer
from stationkiosk.domain.calendar import STATION_TIME, station_day
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.trace import day_text
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import TYPED_CODE, Words

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter

FIELDS = {"number_empty": "number", "number_mistyped": "number", "tail_empty": "tail", "tail_short": "tail"}
"""The field each fault leads to; any other leads to the first one that shows."""

OURS = ("code_", "slow_", "number_", "tail_")
"""The faults that are told on the page itself."""

TRACK, REPRINT = "track", "reprint"
CODE, NUMBER = "code", "number"
FIELD_NAMES = ("code", "number", "tail")


class Track(Bridge):
    """Bridge of the page that asks for the case and of the one that shows where it stands.

    ``purpose`` is what somebody came for: ``track`` or ``reprint``; ``way`` how they name their
    case: ``code`` or ``number``.

    Signals:
        found: the progress is there to show.
        readAsked(paper): a paper is to be read on the screen.
        printAsked(paper): a paper is to be printed again.
        codeAsked: the case is to be named by its code after all.
        messageAsked(number): somebody has to say something about this case.
        addAsked(code, number): somebody has more proof for this case, which this code opened.
    """

    changed = Signal()
    found = Signal()
    readAsked = Signal(object)  # noqa: N815
    printAsked = Signal(object)  # noqa: N815
    codeAsked = Signal()  # noqa: N815
    messageAsked = Signal(str)  # noqa: N815
    addAsked = Signal(str, str)  # noqa: N815

    def __init__(self, words: Words, executor: Executor[Counter]) -> None:
        super().__init__(words)
        self._executor = executor
        self._busy = False
        self._empty("")

    def _empty(self, purpose: str) -> None:
        self._purpose, self._way = purpose or TRACK, CODE
        self._typed = dict.fromkeys(FIELD_NAMES, "")
        self._trouble: KnownError | None = None
        self._cases: tuple[Progress, ...] = ()
        self._at = 0

    def open(self, purpose: str) -> None:
        """Ask anew, for one of the two purposes."""
        self._empty(purpose)
        self.changed.emit()

    def forget(self) -> None:
        """Hold no code, no number and no case."""
        self._busy = False
        self.open("")

    @Slot(str)
    def choose(self, way: str) -> None:
        """Name the case by its code or by its number."""
        if way != self._way:
            self._way, self._trouble = way, None
            self.changed.emit()

    @Slot(str)
    @Slot(str, str)
    def type(self, text: str, field: str = "code") -> None:
        """Take what stands in a field."""
        self._typed[field] = text

    @Slot(str)
    def scanned(self, code: str) -> None:
        """Take what a scanner read, whichever way was chosen, and look it up."""
        self._way, self._typed = CODE, {"code": code, "number": "", "tail": ""}
        self.next()

    @Slot()
    def ask(self) -> None:
        """Ask for the code of the case that was found by its number."""
        self._way, self._trouble, self._typed = CODE, None, dict.fromkeys(FIELD_NAMES, "")
        self.changed.emit()
        self.codeAsked.emit()

    def refuse(self, code: str, trouble: Exception) -> bool:
        """Tell on the page why a code that was scanned elsewhere opens nothing."""
        self._typed["code"] = code
        return self._cannot(trouble)

    @Slot()
    def next(self) -> None:
        """Look the case up."""
        if self._busy:
            return
        code, number, tail = (text.strip() for text in self._typed.values())
        if self._way == CODE:
            self._look(code, "code_empty", lambda counter: counter.progress(code))
        elif not number:
            self._cannot(KnownError("number_empty"))
        else:
            self._look(tail, "tail_empty", lambda counter: counter.progress_by_number(number, tail))

    def _look(self, needed: str, missing: str, job: Callable[[Counter], Progress]) -> None:
        if not needed:
            self._cannot(KnownError(missing))
            return
        self._busy, self._trouble = True, None
        self.changed.emit()
        self._executor.ask(job, self._take, self._cannot)

    def _take(self, progress: Progress) -> None:
        self._busy, self._trouble, self._at = False, None, 0
        self._cases = (progress, *progress.others)
        self.changed.emit()
        self.found.emit()

    def _cannot(self, trouble: Exception) -> bool:
        self._busy = False
        ours = isinstance(trouble, KnownError) and trouble.key.startswith(OURS)
        self._trouble = trouble if ours and isinstance(trouble, KnownError) else None
        self.changed.emit()
        return ours

    # what is shown of the case

    @Slot(int)
    def look(self, at: int) -> None:
        """Show another case of the same filing."""
        if 0 <= at < len(self._cases):
            self._at = at
            self.changed.emit()
            self.found.emit()

    @Slot(int)
    def read(self, paper: int) -> None:
        """Read a paper on the screen."""
        self._with(paper, self.readAsked)

    @Slot(int)
    def print(self, paper: int) -> None:
        """Print a paper again."""
        self._with(paper, self.printAsked)

    def _with(self, paper: int, signal: object) -> None:
        papers = self._case.papers if self._case else ()
        if 0 <= paper < len(papers):
            signal.emit(papers[paper])  # type: ignore[attr-defined]

    @Slot()
    def back(self) -> None:
        """Show the case again, after one of its papers was read or printed."""
        self.found.emit()

    @Slot()
    def write(self) -> None:
        """Leave a message about this case."""
        self.messageAsked.emit(self._get_number())

    @Slot()
    def add(self) -> None:
        """Add proof to this case."""
        if self._case is not None and self._case.takes_proof:
            self.addAsked.emit(self._typed["code"].strip(), self._case.number)

    @property
    def showing(self) -> bool:
        """Whether a case is there to show."""
        return self._case is not None

    @property
    def _case(self) -> Progress | None:
        return self._cases[self._at] if self._cases else None

    def _matter(self, matter: MatterProgress) -> dict[str, object]:
        next_ = matter.next
        hour = f"{matter.since.astimezone(STATION_TIME):%H:%M}"
        since = day_text(station_day(matter.since))
        kept = "tracking.kept_since" if matter.kept else "tracking.with_since"
        key = "tracking.ended_since" if matter.ended else kept
        return {
            "track": self.speak(matter.track),
            "state": self.speak(matter.state),
            "holder": self.say(key, holder=matter.holder, day=since, hour=hour),
            "ended": matter.ended,
            "yours": matter.yours,
            "next": self.speak(next_.title) if next_ else "",
            "when": self.speak(next_.when) if next_ else "",
            "detail": self.speak(next_.detail) if next_ else "",
            "why": [self.speak(line) for line in matter.why],
        }

    def _paper(self, paper: PaperIssued) -> dict[str, str]:
        day = day_text(station_day(paper.issued_at))
        return {"title": self.speak(paper.title), "issued": self.say("tracking.issued", day=day)}

    def _other(self, n: int, case: Progress) -> dict[str, object]:
        states = [self.speak(matter.state) for matter in case.matters]
        return {"at": n, "number": case.number, "state": states[0] if states else "", "on": n == self._at}

    def _get_problems(self) -> list[dict[str, str]]:
        if self._trouble is None:
            return []
        _title, what, do = self.words.fault(self._trouble)
        compare = self._trouble.key in TYPED_CODE
        said = self.words.join(what, self.words.text("tracking.compare") if compare else do)
        return [{"question": FIELDS.get(self._trouble.key, self._way), "words": said}]

    def _get_note(self) -> str:
        case = self._case
        if case is None:
            return ""
        if case.viewer is Viewer.RESPONDENT and not self._get_waits():
            return self.say("tracking.as_respondent")
        if not case.by_number and case.matters and all(matter.ended for matter in case.matters):
            return self.say("tracking.all_ended")
        return self.say("tracking.yours") if self._get_waits() else ""

    def _get_waits(self) -> bool:
        return bool(self._case and any(matter.yours for matter in self._case.matters))

    def _get_filed(self) -> str:
        case = self._case
        return self.say("tracking.filed_on", day=day_text(station_day(case.filed_at))) if case else ""

    def _get_matters(self) -> list[dict[str, object]]:
        return [self._matter(matter) for matter in self._case.matters] if self._case else []

    def _get_papers(self) -> list[dict[str, str]]:
        return [self._paper(paper) for paper in self._case.papers] if self._case else []

    def _get_others(self) -> list[dict[str, object]]:
        several = len(self._cases) > 1
        return [self._other(n, case) for n, case in enumerate(self._cases)] if several else []

    def _get_number(self) -> str:
        return self._case.number if self._case else ""

    def _get_title(self) -> str:
        return self.speak(self._case.title) if self._case else ""

    purpose = Property(str, lambda self: self._purpose, notify=changed)
    way = Property(str, lambda self: self._way, notify=changed)
    code = Property(str, lambda self: self._typed["code"], notify=changed)
    typedNumber = Property(str, lambda self: self._typed["number"], notify=changed)  # noqa: N815
    tail = Property(str, lambda self: self._typed["tail"], notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    problems = Property(ROWS, _get_problems, notify=changed)
    number = Property(str, _get_number, notify=changed)
    title = Property(str, _get_title, notify=changed)
    note = Property(str, _get_note, notify=changed)
    takesProof = Property(  # noqa: N815
        bool, lambda self: bool(self._case and self._case.takes_proof), notify=changed
    )
    waits = Property(bool, _get_waits, notify=changed)
    filed = Property(str, _get_filed, notify=changed)
    byNumber = Property(bool, lambda self: bool(self._case and self._case.by_number), notify=changed)  # noqa: N815
    matters = Property(ROWS, _get_matters, notify=changed)
    papers = Property(ROWS, _get_papers, notify=changed)
    others = Property(ROWS, _get_others, notify=changed)
