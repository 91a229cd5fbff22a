"""A printer whose jobs are watched: asking about one never raises and always comes to an end."""

from __future__ import annotations

import contextlib
import threading

from stationkiosk.devices.printing.monitor import JobWatch, Patience, look
from stationkiosk.devices.printing.printer import (
    Capabilities,
    JobState,
    PaperFormat,
    Printer,
    PrinterState,
    Queued,
    Stage,
    Ticket,
)
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock


class WatchedPrinter:
    """Puts the job watch between a printer and whoever polls it; safe to share between threads.

    A job given up is taken back from the printer as well as can be, so that no personal paper
    comes out later with nobody there. The watch over a job begins with its submission or, after
    a restart, with the first question about it; it is forgotten when the job has ended, so the
    asker keeps the end.
    """

    def __init__(self, printer: Printer, clock: Clock, patience: Patience | None = None) -> None:
        self._printer = printer
        self._clock = clock
        self._patience = patience
        self._watches: dict[str, JobWatch] = {}
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The printer's own name."""
        return self._printer.name

    @property
    def formats(self) -> tuple[PaperFormat, ...]:
        """The paper it takes, best first."""
        return self._printer.formats

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        return self._printer.capabilities

    def state(self) -> PrinterState:
        """Return how the printer is now."""
        return self._printer.state()

    def begin(self, ticket: Ticket) -> str:
        """Open a job; the watch over it begins when it is sent."""
        return self._printer.begin(ticket)

    def send(self, job: str, pdf: bytes) -> None:
        """Hand over a begun job and begin to watch it."""
        self._printer.send(job, pdf)
        with self._lock:
            self._watches[job] = self._begun(job)

    def poll(self, job: str) -> JobState:
        """Ask once and return what all questions so far add up to; never raises ``KnownError``."""
        with self._lock:
            watch = look(self._watches.get(job) or self._begun(job), self._printer, self._clock)
            if watch.ended:
                self._watches.pop(job, None)
            else:
                self._watches[job] = watch
        if watch.now.stage in (Stage.UNKNOWN, Stage.FAILED):
            with contextlib.suppress(KnownError, OSError):
                self._printer.cancel(job)
        return watch.now

    def cancel(self, job: str) -> None:
        """Take ``job`` back if it has not ended."""
        self._printer.cancel(job)

    def queue(self) -> tuple[Queued, ...]:
        """Return the jobs that have not ended."""
        return self._printer.queue()

    def resume(self) -> None:
        """Let a paused printer go on."""
        self._printer.resume()

    def close(self) -> None:
        """Let go of the printer."""
        self._printer.close()

    def _begun(self, job: str) -> JobWatch:
        return JobWatch.begin(job, self._clock.monotonic(), self._patience)
