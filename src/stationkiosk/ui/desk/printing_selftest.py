"""The self-test at the desk: what was found, what to do, the report on paper."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QTimer, Signal, Slot

from stationkiosk.casework.printing.shown import PrinterShown
from stationkiosk.casework.selftest.shown import CheckShown, Readiness
from stationkiosk.devices.printing import JobState, Stage
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.printing_tab import Tab
from stationkiosk.ui.desk.printing_words import TONES, PrintingWords, refusal
from stationkiosk.ui.desk.shell import Shell
from stationkiosk.ui.desk.times import moment_text

REPORT_PAPER = "a4"
FOLLOW_MS = 500
ICONS = {"good": "check", "warn": "warn", "bad": "warn", "off": "minus"}


class SelfTest(Tab):
    """Bridge of the tab of the self-test."""

    changed = Signal()
    listed = Signal()

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words)
        words.changed.connect(self.listed)
        self._asking = asking
        self._shell = shell
        self._tell = PrintingWords(words)
        self._follows = QTimer(self)
        self._follows.setInterval(FOLLOW_MS)
        self._follows.timeout.connect(self.follow)
        self._printers: tuple[PrinterShown, ...] = ()
        self._clear()

    def _clear(self) -> None:
        self._follows.stop()
        self._found: Readiness | None = None
        self._busy = False
        self._problem = self._printer = ""
        self._job: tuple[str, str, JobState] | None = None

    def look(self) -> None:
        """Ask what the last self-test found, and where its report can print."""
        self._asking.ask(lambda desk: (desk.last_self_test(), desk.printers()), self._saw, self._cannot)

    def forget(self) -> None:
        """Hold nothing."""
        self._printers = ()
        self._clear()
        self._tell_all()

    # what QML may do

    @Slot()
    def run(self) -> None:
        """Test everything now."""
        if not self._busy:
            self._busy, self._problem = True, ""
            self._asking.ask(lambda desk: desk.self_test(), self._tested, self._cannot)
            self.changed.emit()

    @Slot(str)
    def choose(self, printer_id: str) -> None:
        """Print the report elsewhere."""
        self._printer = printer_id
        self.changed.emit()

    @Slot()
    def print(self) -> None:
        """Print the report, and stay with it until its end is known."""
        printer = self._chosen
        self._problem, self._job = "", None
        self._follows.stop()
        if printer:
            self._asking.ask(
                lambda desk: desk.print_readiness(printer),
                lambda job: self._sent(printer, job),
                self._cannot,
            )
        self.changed.emit()

    @Slot()
    def follow(self) -> None:
        """Look how far the report is."""
        if self._job is not None and self._asking.idle:
            printer, job, _state = self._job
            self._asking.ask(lambda desk: desk.trial(printer, job), self._looked, self._cannot)

    # what the desk answers

    def _saw(self, answer: tuple[Readiness | None, tuple[PrinterShown, ...]]) -> None:
        found, self._printers = answer
        self._found = found or self._found
        self._tell_all()

    def _tested(self, found: Readiness) -> None:
        self._busy, self._found = False, found
        self._tell_all()

    def _sent(self, printer: str, job: str) -> None:
        self._job = printer, job, JobState(Stage.PENDING)
        self._follows.start()
        self.changed.emit()

    def _looked(self, state: JobState) -> None:
        if self._job is not None:
            self._job = *self._job[:2], state
            if state.stage.ended:
                self._follows.stop()
            self.changed.emit()

    def _cannot(self, fault: Exception) -> bool:
        self._busy = False
        self._follows.stop()
        if isinstance(fault, KnownError):
            self._problem = refusal(self.words, fault)
        self.changed.emit()
        return isinstance(fault, KnownError)

    def _tell_all(self) -> None:
        self.listed.emit()
        self.changed.emit()

    # what QML shows

    @property
    def _fit(self) -> tuple[PrinterShown, ...]:
        return tuple(one for one in self._printers if one.spec.format == REPORT_PAPER)

    @property
    def _chosen(self) -> str:
        ids = [one.spec.id for one in sorted(self._fit, key=lambda one: not one.state.ready)]
        return self._printer if self._printer in ids else (ids[0] if ids else "")

    def _row(self, check: CheckShown) -> dict[str, Any]:
        return {
            "part": check.part,
            "title": self.speak(check.title),
            "said": self.speak(check.said),
            "do": self.speak(check.do),
            "tone": TONES[check.tone],
            "icon": ICONS[check.tone],
            "word": self.say(f"selftest.tone.{check.tone}"),
        }

    def _get_when(self) -> str:
        if self._busy:
            return self.say("printing_page.testing")
        if self._found is None:
            return self.say("printing_page.never_tested")
        return self.say("printing_page.tested", at=moment_text(self._found.at), device=self._found.device)

    def _get_sum(self) -> dict[str, str]:
        if self._found is None:
            return {"text": "", "tone": ""}
        return {"text": self._tell.say(f"all.{self._found.tone}"), "tone": TONES[self._found.tone]}

    def _get_rows(self) -> list[dict[str, Any]]:
        return [self._row(check) for check in (self._found.trouble_first if self._found else ())]

    def _get_printers(self) -> list[dict[str, str]]:
        return [
            {
                "id": one.spec.id,
                "label": self.speak(one.spec.name),
                "detail": self._tell.standing(one.state),
            }
            for one in self._fit
        ]

    def _get_printing(self) -> dict[str, str]:
        if self._job is None:
            return {"text": "", "tone": ""}
        text, tone = self._tell.report(self._job[2])
        return {"text": text, "tone": tone}

    rows = Property(ROWS, _get_rows, notify=listed)
    sum = Property(MAP, _get_sum, notify=listed)
    when = Property(str, _get_when, notify=changed)
    busy = Property(bool, lambda self: self._busy, notify=changed)
    printers = Property(ROWS, _get_printers, notify=changed)
    printer = Property(str, lambda self: self._chosen, notify=changed)
    printing = Property(MAP, _get_printing, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
