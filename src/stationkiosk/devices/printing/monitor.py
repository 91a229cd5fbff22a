"""The watch over one print job: what its polls add up to.

Pure: polls and times come in, a new watch comes out. A job ends as the printer says; or
as ``failed`` when three queries in a row got no answer; or as ``unknown`` when three
answers in a row do not know the job or say nothing of it, or when nothing moved for longer
than ``Patience`` allows. A job given up as ``unknown`` may still come out: cancel it and ask the person.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from stationkiosk.devices.printing.printer import JobState, Printer, Stage, Trouble
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a job may stand still, in seconds, and how many bad answers in a row end it.

    ``trouble`` counts while something is in the way that a person can mend, such as paper
    being out; ``whole`` is the most a job may take with everything.
    """

    pending: float = 60.0
    printing: float = 120.0
    trouble: float = 600.0
    whole: float = 1800.0
    bad_answers: int = 3

    def allowed(self, job: JobState) -> float:
        """Return how long a job may stay in this state."""
        if job.trouble is not Trouble.NONE:
            return self.trouble
        return self.pending if job.stage is Stage.PENDING else self.printing


@dataclass(frozen=True, slots=True)
class JobWatch:
    """One job as far as it is known. Times are the clock's ``monotonic`` seconds.

    ``missed`` counts queries in a row without an answer, ``strange`` answers in a row that
    do not know the job. Once ``ended`` nothing changes it.
    """

    job: str
    began: float
    moved: float
    seen: float
    now: JobState = field(default=JobState(Stage.PENDING))
    missed: int = 0
    strange: int = 0
    patience: Patience = field(default=Patience())

    @classmethod
    def begin(cls, job: str, at: float, patience: Patience | None = None) -> JobWatch:
        """Return the watch over a job just handed over, or asked about again after a restart."""
        return cls(job, at, at, at, patience=patience or Patience())

    @property
    def ended(self) -> bool:
        """Whether the job's fate is decided."""
        return self.now.stage.ended

    def answered(self, said: JobState, at: float) -> JobWatch:
        """Return the watch after the printer answered."""
        if self.ended:
            return self
        if said.stage is Stage.UNKNOWN:
            return self._doubted(at)
        moved = at if said != self.now else self.moved
        known = replace(self, now=said, moved=moved, missed=0, strange=0)
        return known if known.ended else known.waited(at)

    def unanswered(self, trouble: Trouble, at: float) -> JobWatch:
        """Return the watch after a query that was not answered, and why; one who is busy has answered."""
        if self.ended:
            return self
        if trouble is Trouble.BUSY:
            return self.answered(replace(self.now, trouble=trouble), at)
        tried = replace(self, missed=self.missed + 1, strange=0)
        if tried.missed >= self.patience.bad_answers:
            return tried._end(Stage.FAILED if trouble.silent else Stage.UNKNOWN, trouble)
        return tried.waited(at)

    def waited(self, at: float) -> JobWatch:
        """Return the watch at time ``at``: given up as unknown when it has stood still too long."""
        if self.ended:
            return self
        later = replace(self, seen=max(at, self.seen))
        still = later.seen - self.moved > self.patience.allowed(self.now)
        too_long = later.seen - self.began > self.patience.whole
        return later._end(Stage.UNKNOWN, self.now.trouble) if still or too_long else later

    def _doubted(self, at: float) -> JobWatch:
        tried = replace(self, strange=self.strange + 1, missed=0)
        if tried.strange >= self.patience.bad_answers:
            return tried._end(Stage.UNKNOWN, self.now.trouble)
        return tried.waited(at)

    def _end(self, stage: Stage, trouble: Trouble) -> JobWatch:
        return replace(self, now=JobState(stage, trouble))


def look(watch: JobWatch, printer: Printer, clock: Clock) -> JobWatch:
    """Ask ``printer`` once about the watched job and return what is known then."""
    if watch.ended:
        return watch
    try:
        said = printer.poll(watch.job)
    except KnownError as error:
        return watch.unanswered(Trouble.of(error), clock.monotonic())
    except OSError:
        return watch.unanswered(Trouble.OFFLINE, clock.monotonic())
    return watch.answered(said, clock.monotonic())
