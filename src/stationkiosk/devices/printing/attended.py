"""A slow printer with a thread of its own, so that nobody else waits for it."""

from __future__ import annotations

import contextlib
import threading

import structlog

from stationkiosk.devices.printing.errand import within
from stationkiosk.devices.printing.monitor import Patience
from stationkiosk.devices.printing.printer import (
    Capabilities,
    JobState,
    PaperFormat,
    Printer,
    PrinterState,
    Queued,
    Stage,
    Ticket,
    Trouble,
    check_pdf,
)
from stationkiosk.devices.printing.rounds import Pace, Rounds
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock

_log = structlog.get_logger(__name__)


class Attended:
    """Asks a printer in a thread and answers at once from what was last seen.

    ``state``, ``send``, ``poll`` and ``cancel`` never wait for the device (the first ``state`` does,
    for ``Pace.first``); ``begin``, ``queue`` and ``resume`` wait ``Pace.call`` at most. Each job comes
    to an end as the job watch has it. The thread starts with the first question.
    """

    def __init__(
        self, printer: Printer, clock: Clock, patience: Patience | None = None, pace: Pace | None = None
    ) -> None:
        self._printer = printer
        self._pace = pace or Pace()
        self._rounds = Rounds(printer, clock, self._pace, patience)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._woken = threading.Event()
        self._looked = threading.Event()
        self._closed = threading.Event()

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
        """What it can do, as far as it is known by now."""
        return self._printer.capabilities

    def state(self) -> PrinterState:
        """Return what the last look found; ``offline`` where there was none yet."""
        self._attend()
        self._looked.wait(self._pace.first)
        return self._rounds.state() or PrinterState(False, Trouble.OFFLINE)

    def begin(self, ticket: Ticket) -> str:
        """Open a job; fails at once where the last look could not reach the printer."""
        self._attend()
        self._fail_if_silent()
        return within(self._pace.call, lambda: self._printer.begin(ticket), late=self._call_back)

    def send(self, job: str, pdf: bytes) -> None:
        """Hand ``pdf`` to a thread that brings it to the printer; ``poll`` tells what came of it."""
        check_pdf(pdf)
        self._rounds.follow(job)
        threading.Thread(target=self._bring, args=(job, pdf), name="printer errand", daemon=True).start()
        self._attend(wake=True)

    def poll(self, job: str) -> JobState:
        """Return where ``job`` stands; ``pending`` for one that was never asked about, until it is."""
        if said := self._rounds.said(job):
            return said
        self._rounds.follow(job)
        self._attend(wake=True)
        return JobState(Stage.PENDING)

    def cancel(self, job: str) -> None:
        """Have ``job`` taken back, again and again until it has ended."""
        self._call_back(job)

    def queue(self) -> tuple[Queued, ...]:
        """Return the jobs that have not ended."""
        self._attend()
        self._fail_if_silent()
        return within(self._pace.call, self._printer.queue)

    def resume(self) -> None:
        """Let a paused printer go on."""
        within(self._pace.call, self._printer.resume)
        self._rounds.look_again()
        self._attend(wake=True)

    def close(self) -> None:
        """Take back what was called back, stop asking and let go of the printer."""
        self._closed.set()
        self._woken.set()
        with contextlib.suppress(KnownError):
            within(self._pace.call, self._rounds.take_back_all)
        self._printer.close()
        if self._thread is not None:
            self._thread.join(self._pace.call)

    def _call_back(self, job: str) -> None:
        self._rounds.call_back(job)
        self._attend(wake=True)

    def _bring(self, job: str, pdf: bytes) -> None:
        try:
            self._printer.send(job, pdf)
        except KnownError as error:
            self._rounds.broke(job, Trouble.of(error))
        except OSError:
            self._rounds.broke(job, Trouble.OFFLINE)
        except Exception:
            _log.exception("printer_send_failed", printer=self.name)
            self._rounds.broke(job, Trouble.OTHER)
        self._woken.set()

    def _fail_if_silent(self) -> None:
        if why := self._rounds.silent():
            raise KnownError(why)

    def _attend(self, wake: bool = False) -> None:
        with self._lock:
            if self._thread is None and not self._closed.is_set():
                self._thread = threading.Thread(target=self._walk, name="printer", daemon=True)
                self._thread.start()
        if wake:
            self._woken.set()

    def _walk(self) -> None:
        while not self._closed.is_set():
            self._woken.clear()
            try:
                wait = self._rounds.round()
            except Exception:
                _log.exception("printer_round_failed", printer=self.name)
                wait = self._pace.state
            self._looked.set()
            self._woken.wait(wait)
