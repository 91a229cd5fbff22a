"""What the desk asks of printers and of the ledger of copies."""

from __future__ import annotations

from datetime import date

from stationkiosk.casework.desk import accounting, looking
from stationkiosk.casework.desk.mediation import Mediating
from stationkiosk.casework.printing import changing
from stationkiosk.casework.printing.shown import (
    CopiesShown,
    CopyEnd,
    PaperPlanned,
    PaperRule,
    PrinterFound,
    PrinterOffered,
    PrinterShown,
)
from stationkiosk.casework.views import CopyView, PaperRef
from stationkiosk.devices.printing import JobState, PrinterSpec
from stationkiosk.domain.copies import Word


class Printing(Mediating):
    """The part of a person's desk that prints. Every method blocks: call it off the UI thread."""

    def printers(self) -> tuple[PrinterShown, ...]:
        """Return the printers as they are now, with what waits in them. Closed ``not_your_role``."""
        return accounting.printers(self._station, self.who)

    def printing_plan(self) -> tuple[PaperPlanned, ...]:
        """Return how each kind of paper is printed, the rule for all others first."""
        return accounting.planned(self._station, self.who)

    def keep_printer(self, spec: PrinterSpec) -> str:
        """Write a printer down, or what changed of one; return its id. See ``changing.keep_printer``."""
        actor = accounting.changer(self._station, self.who)
        return changing.keep_printer(self._station, actor, spec)

    def drop_printer(self, printer: str) -> None:
        """Take a printer out of the plan. Closed ``printer_is_folder``, ``printer_busy``."""
        changing.drop_printer(self._station, accounting.changer(self._station, self.who), printer)

    def accept_printer(self, printer: str) -> None:
        """Take the device that now stands at a printer's address as the one meant."""
        changing.accept_printer(self._station, accounting.changer(self._station, self.who), printer)

    def keep_rule(self, kind: str, rule: PaperRule) -> None:
        """Say how a kind of paper, or ``*``, is printed. Closed as ``changing.keep_rule``."""
        changing.keep_rule(self._station, accounting.changer(self._station, self.who), kind, rule)

    def drop_rule(self, kind: str) -> None:
        """Let a kind of paper go where all others go."""
        changing.drop_rule(self._station, accounting.changer(self._station, self.who), kind)

    def find_printers(self) -> tuple[PrinterFound, ...]:
        """Return the printers that discovery finds; it may take some seconds."""
        return accounting.found(self._station, self.who)

    def print_trial(self, printer: str) -> str:
        """Print a test page and return its job's name. Raises as the printer does."""
        return accounting.print_trial(self._station, self.who, printer)

    def trial(self, printer: str, job: str) -> JobState:
        """Return what became of a test page."""
        return accounting.trial(self._station, self.who, printer, job)

    def cancel_job(self, printer: str, job: str) -> None:
        """Take a job out of a printer's queue. Raises as the printer does."""
        accounting.cancel_job(self._station, self.who, printer, job)

    def resume_printer(self, printer: str) -> None:
        """Let a paused printer go on. Raises as the printer does."""
        accounting.resume_printer(self._station, self.who, printer)

    def copies(self, day: date) -> CopiesShown:
        """Return the copies of a day, those of any day that need a hand, and the day's totals."""
        return accounting.copies(self._station, self.who, day)

    def settle_copy(self, ref: PaperRef, n: int, end: CopyEnd, reason: str) -> CopyView:
        """Say what became of a copy; the reason stands in the journal. See ``looking.settle_copy``."""
        return looking.settle_copy(self._station, self.who, ref, n, Word(end), reason)

    def printers_for(self, ref: PaperRef) -> tuple[PrinterOffered, ...]:
        """Return the printers that take a paper, the one of its rule first. Closed as ``Desk.paper``."""
        return looking.printers_for(self._station, self.who, ref)

    def print_paper(self, ref: PaperRef, reason: str, printer: str = "") -> CopyView:
        """Print a paper; the reason stands in the journal. See ``looking.print_paper``."""
        return looking.print_paper(self._station, self.who, ref, reason, printer)

    def copy(self, copy: CopyView) -> CopyView:
        """Return what has become of a copy that was printed, and of those printed with it.

        See ``runs.copy_of_run``.
        """
        return looking.copy(self._station, self.who, copy)
