"""What is known of a printer and of the jobs given to it, and the questions that keep it known.

No thread here: whoever attends the printer calls ``round`` when it is due; everybody else
reads what the last rounds found out.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass

from stationkiosk.devices.printing.monitor import JobWatch, Patience, look
from stationkiosk.devices.printing.printer import JobState, Printer, PrinterState, Stage, Trouble
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock

#: How many ends are remembered for askers who come late.
KEPT_ENDS = 256


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a printer is asked, and how long anybody waits for it; all in seconds.

    ``job`` lies between two questions about jobs under way, ``state`` between two looks at the
    printer, ``trouble`` the same while something is in the way; ``first`` is how long a question
    about the state waits where there was no look yet, ``call`` how long any other may take.
    """

    job: float = 0.5
    state: float = 5.0
    trouble: float = 1.0
    first: float = 1.0
    call: float = 4.0


class Rounds:
    """Asks a printer in turn and remembers the answers. Safe to share between threads.

    A job that ended without the printer's own word (no answer, or too long a wait) is still taken
    back as soon as the printer can be reached, so that nothing personal comes out later; what the
    printer says of it then is its end.
    """

    def __init__(
        self, printer: Printer, clock: Clock, pace: Pace, patience: Patience | None = None
    ) -> None:
        self._printer = printer
        self._clock = clock
        self._pace = pace
        self._patience = patience
        self._lock = threading.Lock()
        self._state: PrinterState | None = None
        self._looked: float | None = None
        self._watches: dict[str, JobWatch] = {}
        self._ends: dict[str, JobState] = {}
        self._unwanted: set[str] = set()
        self._unsent: dict[str, Trouble] = {}

    def state(self) -> PrinterState | None:
        """Return what the last look found; None before the first."""
        with self._lock:
            return self._state

    def silent(self) -> Trouble:
        """Return why the last look could not reach the printer, or ``NONE``."""
        state = self.state()
        return state.trouble if state is not None and state.trouble.silent else Trouble.NONE

    def said(self, job: str) -> JobState | None:
        """Return where ``job`` stands as far as is known; None for one nobody asked about yet."""
        with self._lock:
            if watch := self._watches.get(job):
                why = watch.now.trouble or self._unsent.get(job, Trouble.NONE)
                return JobState(watch.now.stage, why)
            return self._ends.get(job)

    def follow(self, job: str) -> None:
        """Ask about ``job`` from the next round on, until it has ended."""
        with self._lock:
            if job not in self._ends:
                self._watches.setdefault(job, self._begun(job))

    def call_back(self, job: str) -> None:
        """Take ``job`` back in each round until it has ended."""
        self.follow(job)
        with self._lock:
            if job in self._watches:
                self._unwanted.add(job)

    def take_back_all(self) -> None:
        """Take back once more what was called back: no round may follow."""
        with self._lock:
            jobs = tuple(self._unwanted)
        for job in jobs if not self.silent() else ():
            self._take_back(job)

    def broke(self, job: str, trouble: Trouble) -> None:
        """Take note that handing over ``job`` broke off; it is called back, and failed if that works."""
        with self._lock:
            self._unsent[job] = trouble
        self.call_back(job)

    def look_again(self) -> None:
        """Have the next round look at the printer whatever the time."""
        with self._lock:
            self._looked = None

    def round(self) -> float:
        """Ask what is due and return after how many seconds to come again."""
        if self._look_due():
            self._look()
            self._reach_for_strays()
        with self._lock:
            jobs = tuple(self._watches)
        for job in jobs:
            self._ask(job)
        with self._lock:
            return self._pace.job if self._watches else self._between()

    def _look_due(self) -> bool:
        with self._lock:
            return self._looked is None or self._clock.monotonic() - self._looked >= self._between()

    def _between(self) -> float:
        calm = self._state is not None and self._state.trouble is Trouble.NONE
        return self._pace.state if calm else self._pace.trouble

    def _look(self) -> None:
        try:
            state = self._printer.state()
        except KnownError as error:
            state = PrinterState(False, Trouble.of(error))
        except OSError:
            state = PrinterState(False, Trouble.OFFLINE)
        with self._lock:
            self._state, self._looked = state, self._clock.monotonic()

    def _ask(self, job: str) -> None:
        with self._lock:
            watch, unwanted = self._watches[job], job in self._unwanted
        if unwanted:
            self._take_back(job)
        watch = look(watch, self._printer, self._clock)
        with self._lock:
            self._watches[job] = watch
            if watch.ended:
                self._end(watch)

    def _end(self, watch: JobWatch) -> None:
        del self._watches[watch.job]
        end = watch.now if _guessed(watch.now) else self._explained(watch.job, watch.now)
        self._ends[watch.job] = end
        while len(self._ends) > KEPT_ENDS:
            oldest = next(iter(self._ends))
            del self._ends[oldest]
            self._unsent.pop(oldest, None)
        if end.stage in (Stage.FAILED, Stage.UNKNOWN):
            self._unwanted.add(watch.job)
        else:
            self._unwanted.discard(watch.job)

    def _explained(self, job: str, end: JobState) -> JobState:
        """Return an end as a failure where the handing over broke off and no page came."""
        why = self._unsent.pop(job, Trouble.NONE)
        broke = why and end.stage in (Stage.CANCELLED, Stage.FAILED)
        return JobState(Stage.FAILED, why) if broke else end

    def _reach_for_strays(self) -> None:
        """Take back what has ended here without the printer's word."""
        with self._lock:
            strays = [job for job in self._unwanted if job not in self._watches]
        for job in strays if not self.silent() else ():
            self._take_back(job)
            with contextlib.suppress(KnownError, OSError):
                self._found_out(job, self._printer.poll(job))

    def _found_out(self, job: str, said: JobState) -> None:
        if not said.stage.ended:
            return
        with self._lock:
            self._unwanted.discard(job)
            end = self._ends.get(job)
            if end and said.stage is not Stage.UNKNOWN and _guessed(end):
                self._ends[job] = self._explained(job, said)

    def _take_back(self, job: str) -> None:
        with contextlib.suppress(KnownError, OSError):
            self._printer.cancel(job)

    def _begun(self, job: str) -> JobWatch:
        return JobWatch.begin(job, self._clock.monotonic(), self._patience)


def _guessed(end: JobState) -> bool:
    """Whether a job was given up without the printer's word."""
    return end.stage is Stage.UNKNOWN or end.trouble.silent
