"""The printers as they are now: state, supplies, what waits in them; and what is done with one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from stationkiosk.casework.printing.shown import PaperPlanned, PrinterShown
from stationkiosk.devices.printing import JobState, Queued, Stage
from stationkiosk.domain.errors import KnownError
from stationkiosk.ui.common.bridge import MAP, ROWS
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.desk.asking import Asking
from stationkiosk.ui.desk.printing_tab import Tab
from stationkiosk.ui.desk.printing_words import PrintingWords, refusal
from stationkiosk.ui.desk.rows import Rows
from stationkiosk.ui.desk.shell import Shell

if TYPE_CHECKING:
    from stationkiosk.casework.desk.desk import Desk

TRIAL_MS = 500
NEVER_ENDED = JobState(Stage.PENDING)


class Printers(Tab):
    """Bridge of the tab of printers: a list, and the one that was chosen beside it.

    Signals:
        saw(printers): the printers as they are now.
    """

    changed = Signal()
    saw = Signal(object)

    def __init__(self, words: Words, asking: Asking, shell: Shell) -> None:
        super().__init__(words)
        self._asking = asking
        self._shell = shell
        self._tell = PrintingWords(words)
        self._list: Rows[PrinterShown] = Rows(self._tell.printer, lambda one: one.spec.id)
        self._queue: Rows[Queued] = Rows(self._tell.queued, lambda job: job.job)
        for rows in (self._list, self._queue):
            rows.setParent(self)
            words.changed.connect(rows.say_again)
        self._trials = QTimer(self)
        self._trials.setInterval(TRIAL_MS)
        self._trials.timeout.connect(self.follow)
        self._clear()

    def _clear(self) -> None:
        self._chosen = ""
        self._planned: tuple[PaperPlanned, ...] = ()
        self._problem = ""
        self._end_trial()
        self._seen = False

    def _end_trial(self) -> None:
        self._trials.stop()
        self._trial: tuple[str, str, JobState] = ("", "", NEVER_ENDED)

    def forget(self) -> None:
        """Hold no printer."""
        self._clear()
        self._list.put(())
        self._queue.put(())
        self.changed.emit()

    # what QML may do

    @Slot()
    def look(self) -> None:
        """Ask how every printer is now."""
        self._asking.ask(lambda desk: (desk.printers(), desk.printing_plan()), self._saw, self._cannot)

    @Slot(str)
    def choose(self, printer_id: str) -> None:
        """Show one printer beside the list."""
        self._chosen, self._problem = printer_id, ""
        if self._trial[0] != printer_id:
            self._end_trial()
        self._show_queue()
        self.changed.emit()

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the next printer of the list, or the one before."""
        rows = self._list.rows
        if rows:
            place = max(0, min(len(rows) - 1, self._list.place(self._chosen) + by))
            self.choose(rows[place].spec.id)

    @Slot(str)
    def meet(self, printer_id: str) -> None:
        """Look again after the plan changed, and show this printer if it is there."""
        if printer_id:
            self._chosen = printer_id
        self._problem = ""
        self.look()

    @Slot()
    def test(self) -> None:
        """Print a test page and stay with it until its end is known."""
        printer, self._problem = self._chosen, ""
        self._trials.stop()
        self._trial = (printer, "-", NEVER_ENDED)
        self._asking.ask(
            lambda desk: desk.print_trial(printer), lambda job: self._begun(printer, job), self._untried
        )
        self.changed.emit()

    @Slot()
    def follow(self) -> None:
        """Look how far the test page is."""
        printer, job, _state = self._trial
        if printer and self._asking.idle:
            self._asking.ask(lambda desk: desk.trial(printer, job), self._tried, self._untried)

    @Slot(str)
    def cancel(self, job: str) -> None:
        """Take a job out of the queue."""
        printer = self._chosen
        self._do(lambda desk: desk.cancel_job(printer, job))

    @Slot()
    def resume(self) -> None:
        """Let a paused printer go on."""
        printer = self._chosen
        self._do(lambda desk: desk.resume_printer(printer))

    @Slot(str)
    def prefer(self, kind: str) -> None:
        """Have papers of a kind print here from now on."""
        planned = next((one for one in self._planned if one.kind == kind), None)
        if planned is not None and self._one is not None:
            rule = replace(planned.rule, printer=self._one.spec.id, tray="")
            self._do(lambda desk: desk.keep_rule(kind, rule))

    def _do(self, job: Callable[[Desk], object]) -> None:
        self._problem = ""
        self._asking.ask(job, lambda _done: self.look(), self._cannot)
        self.changed.emit()

    # what the desk answers

    def _saw(self, answer: tuple[tuple[PrinterShown, ...], tuple[PaperPlanned, ...]]) -> None:
        printers, planned = answer
        before = (self._list.rows, self._planned, self._seen)
        self._seen, self._planned = True, planned
        self._list.put(printers)
        if self._one is None:
            self._chosen = printers[0].spec.id if printers else ""
        self._show_queue()
        if before != (printers, planned, True):
            self.saw.emit(printers)
            self.changed.emit()

    def _show_queue(self) -> None:
        jobs = self._one.queue if self._one else ()
        self._queue.put(tuple(job for job in jobs if job.ours))

    def _begun(self, printer: str, job: str) -> None:
        self._trial = (printer, job, NEVER_ENDED)
        self._trials.start()
        self.changed.emit()

    def _tried(self, state: JobState) -> None:
        printer, job, _before = self._trial
        if printer:
            self._trial = (printer, job, state)
            if state.stage.ended:
                self._trials.stop()
                self.look()
            self.changed.emit()

    def _untried(self, fault: Exception) -> bool:
        self._end_trial()
        return self._cannot(fault)

    def _cannot(self, fault: Exception) -> bool:
        if isinstance(fault, KnownError):
            self._problem = refusal(self.words, fault)
            self.changed.emit()
        return isinstance(fault, KnownError)

    # what QML shows

    @property
    def _one(self) -> PrinterShown | None:
        return next((one for one in self._list.rows if one.spec.id == self._chosen), None)

    def _get_one(self) -> dict[str, Any]:
        one = self._one
        if one is None:
            return {"id": ""}
        state, others = one.state, sum(not job.ours for job in one.queue)
        return {
            **self._tell.printer(one),
            "trouble": self._tell.trouble("" if state.ready else state.trouble or "printer_error"),
            "warnings": [self._tell.trouble(warning) for warning in state.warnings],
            "facts": self._tell.facts(one),
            "supplies": [self._tell.supply(supply) for supply in state.supplies],
            "others": self._tell.say("others_wait", n=others) if others else "",
            "paused": state.trouble == "printer_paused",
            "swapped": state.trouble == "printer_swapped",
            "refused": self.speak(one.refused),
            "prints": self._tell.say("between").join(self._prints(one.spec.id)),
        }

    def _prints(self, printer: str) -> list[str]:
        return [self.speak(one.title) for one in self._planned if one.own and one.rule.printer == printer]

    def _get_kinds(self) -> list[dict[str, Any]]:
        return [
            {
                "id": one.kind,
                "label": self.speak(one.title),
                "detail": "",
                "closed": self.say("printing_page.prints_here") if one.rule.printer == self._chosen else "",
            }
            for one in self._planned
        ]

    def _get_trial(self) -> dict[str, str]:
        printer, job, state = self._trial
        if not job or printer != self._chosen:
            return {"text": "", "tone": ""}
        text, tone = self._tell.trial(state)
        return {"text": text, "tone": tone}

    lines = Property(QObject, lambda self: self._list, constant=True)
    queue = Property(QObject, lambda self: self._queue, constant=True)
    place = Property(int, lambda self: self._list.place(self._chosen), notify=changed)
    one = Property(MAP, _get_one, notify=changed)
    kinds = Property(ROWS, _get_kinds, notify=changed)
    trial = Property(MAP, _get_trial, notify=changed)
    problem = Property(str, lambda self: self._problem, notify=changed)
    waits = Property(bool, lambda self: not self._seen, notify=changed)
