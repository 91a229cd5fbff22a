"""The page that staff open with the admin PIN: how the machine is, and what may be done to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.ui.common.bridge import ROWS, Bridge
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.words import Words
from stationkiosk.watch import LEFT, RESTART

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter
    from stationkiosk.casework.maintenance import Health
    from stationkiosk.casework.selftest.shown import CheckShown
    from stationkiosk.devices.printing import JobState

POLL_MS = 1000
ICONS = {"good": "check", "warn": "warn", "bad": "cross", "off": "minus"}
STAGES = {"pending": "sent", "printing": "printing", "settled": "settled"}


class Maintenance(Bridge):
    """Bridge of the maintenance page.

    Signals:
        closed: back to what showed before.
        left(int): the kiosk is to end with this exit code.
    """

    changed = Signal()
    closed = Signal()
    left = Signal(int)

    def __init__(self, words: Words, executor: Executor[Counter], idle_left: Callable[[], int]) -> None:
        super().__init__(words)
        self._executor = executor
        self._idle_left = idle_left
        self._health: Health | None = None
        self._typed = {"zh": "", "en": ""}
        self._unfinished = self._busy = self._testing = False
        self._job = ""
        self._trial: JobState | None = None
        self._trouble: KnownError | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(POLL_MS)
        self._clock.timeout.connect(self.tick)

    def open(self) -> None:
        """Look at the machine."""
        self._clock.start()
        self.look()

    def forget(self) -> None:
        """Hold nothing."""
        self._clock.stop()
        self._health = self._trial = self._trouble = None
        self._typed = {"zh": "", "en": ""}
        self._unfinished = self._busy = self._testing = False
        self._job = ""
        self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """Count, and ask what became of the test page."""
        job, trial = self._job, self._trial
        if job and (trial is None or not trial.stage.ended) and self._executor.idle:
            self._executor.ask(lambda counter: counter.maintenance.trial(job), self._printed, self._cannot)
        self.changed.emit()

    # what QML may do

    @Slot()
    def look(self) -> None:
        """Test every part of the machine."""
        if self._busy:
            return
        self._testing = True
        self._ask(lambda counter: counter.maintenance.health(), self._seen)

    @Slot()
    def testPrint(self) -> None:  # noqa: N802
        """Print the test page."""
        self._print(lambda counter: counter.maintenance.print_trial())

    @Slot()
    def printReport(self) -> None:  # noqa: N802
        """Print the report of the last self-test."""
        self._print(lambda counter: counter.maintenance.print_readiness())

    @Slot()
    def acceptClock(self) -> None:  # noqa: N802
        """Accept the time the machine shows."""
        self._ask(lambda counter: counter.maintenance.accept_clock(), self._accepted)

    @Slot(str, str)
    def type(self, language: str, text: str) -> None:
        """Take what stands in a field of the notice."""
        self._typed[language] = text

    @Slot()
    def showNotice(self) -> None:  # noqa: N802
        """Put the notice up, in both languages."""
        zh, en = (self._typed[name].strip() for name in ("zh", "en"))
        self._unfinished = not (zh and en)
        if self._unfinished:
            self.changed.emit()
        else:
            self._ask(lambda counter: counter.maintenance.show_notice(Text(zh, en)), self._accepted)

    @Slot()
    def takeNotice(self) -> None:  # noqa: N802
        """Take the notice away."""
        self._typed = {"zh": "", "en": ""}
        self._ask(lambda counter: counter.maintenance.show_notice(None), self._accepted)

    @Slot()
    def restart(self) -> None:
        """Start the program anew."""
        self._leave("restarted", RESTART)

    @Slot()
    def leave(self) -> None:
        """End the program."""
        self._leave("left", LEFT)

    @Slot()
    def close(self) -> None:
        """Go back to what showed before."""
        self.forget()
        self.closed.emit()

    # what comes back

    def _print(self, job: Callable[[Counter], str]) -> None:
        if not self._busy:
            self._trial, self._trouble, self._job = None, None, ""
        self._ask(job, self._sent)

    def _ask(self, job: Callable[[Counter], object], then: Callable[..., None]) -> None:
        if self._busy:
            return
        self._busy = True
        self._executor.ask(job, then, self._cannot)
        self.changed.emit()

    def _leave(self, act: str, code: int) -> None:
        self._ask(lambda counter: counter.maintenance.note(act), lambda _none: self.left.emit(code))

    def _seen(self, health: Health) -> None:
        self._busy = self._testing = False
        self._health = health
        if health.notice is not None and not any(self._typed.values()):
            self._typed = {"zh": health.notice.zh, "en": health.notice.en}
        self.changed.emit()

    def _sent(self, job: str) -> None:
        self._busy, self._job = False, job
        self.changed.emit()

    def _printed(self, trial: JobState) -> None:
        self._trial = trial
        self.changed.emit()

    def _accepted(self, _none: object) -> None:
        self._busy = False
        self.look()

    def _cannot(self, trouble: Exception) -> bool:
        self._busy = self._testing = False
        self._trouble = trouble if isinstance(trouble, KnownError) else None
        self.changed.emit()
        return self._trouble is not None

    # what QML shows

    def _row(self, check: CheckShown) -> dict[str, str]:
        said, do = self.speak(check.said), self.speak(check.do) if check.do else ""
        return {
            "part": self.speak(check.title),
            "tone": check.tone,
            "icon": ICONS[check.tone],
            "state": self.say(f"selftest.tone.{check.tone}"),
            "words": said,
            "todo": do,
        }

    def _get_checks(self) -> list[dict[str, str]]:
        found = self._health.readiness.trouble_first if self._health else ()
        return [self._row(check) for check in found]

    def _get_behind(self) -> bool:
        return bool(self._health and self._health.clock_behind)

    def _get_notice_up(self) -> bool:
        return bool(self._health and self._health.notice)

    def _get_trial(self) -> str:
        if self._trouble is not None:
            title, what, _do = self.words.fault(self._trouble)
            return self.words.join(title, what)
        if not self._job:
            return ""
        if self._trial is None:
            return self.say("maintenance.sent")
        return self.say(f"maintenance.{STAGES.get(self._trial.stage, 'failed')}")

    def _get_problem(self) -> str:
        return self.say("maintenance.notice_both") if self._unfinished else ""

    def _get_idle(self) -> str:
        return self.say("maintenance.idle", n=self._idle_left())

    checks = Property(ROWS, _get_checks, notify=changed)
    testing = Property(bool, lambda self: self._testing, notify=changed)
    clockBehind = Property(bool, _get_behind, notify=changed)  # noqa: N815
    noticeUp = Property(bool, _get_notice_up, notify=changed)  # noqa: N815
    noticeZh = Property(str, lambda self: self._typed["zh"], notify=changed)  # noqa: N815
    noticeEn = Property(str, lambda self: self._typed["en"], notify=changed)  # noqa: N815
    problem = Property(str, _get_problem, notify=changed)
    trial = Property(str, _get_trial, notify=changed)
    idleLeft = Property(str, _get_idle, notify=changed)  # noqa: N815
    busy = Property(bool, lambda self: self._busy, notify=changed)
