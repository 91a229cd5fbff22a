"""A receipt printer that speaks ESC/POS.

A job goes band by band and has settled when the printer has counted back the last mark, behind the
cut. A fault before the first band leaves it waiting; one among the bands tears it: when it is
mended the piece is cut off and the job has failed as ``paper_torn``, never to be taken for whole.
A link lost behind the last band leaves ``unknown``, and so does every page on a line that carries
no answers: only a person can tell then. The line is open only while something is asked or printed,
for a printer takes one at a time.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from PIL.Image import Image

from stationkiosk.devices.printing.escpos.device import Device
from stationkiosk.devices.printing.escpos.dialogue import Dialogue, Pace, StoppedError
from stationkiosk.devices.printing.escpos.faults import trouble_of
from stationkiosk.devices.printing.escpos.job import Job, Step
from stationkiosk.devices.printing.escpos.links.turn import BusyError
from stationkiosk.devices.printing.escpos.page import UnwantedError, confirm, send_bands
from stationkiosk.devices.printing.escpos.place import Place
from stationkiosk.devices.printing.escpos.raster import Images, dpi_of, raster
from stationkiosk.devices.printing.printer import (
    Capabilities,
    JobState,
    PaperFormat,
    PrinterState,
    Queued,
    Stage,
    Ticket,
    Trouble,
    check_pdf,
)
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random

KEPT_ENDS = 64
"""How many ended jobs are remembered."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the printer's paper takes: ``dots`` across, drawn by ``images``."""

    dots: int
    images: Images


class EscposPrinter:
    """Prints in the thread that calls ``send`` or ``poll``; safe to share between threads.

    While one thread prints, every other is answered from memory. ``poll`` goes on with what waits.
    """

    formats: tuple[PaperFormat, ...] = ("roll80",)

    def __init__(
        self, name: str, place: Place, head: Head, clock: Clock, random: Random, pace: Pace | None = None
    ) -> None:
        self.name = name
        self._place = place
        self._head = head
        self._random = random
        self._jobs: dict[str, Job] = {}
        self._table = threading.Lock()
        self._machine = Device(place, clock, pace or Pace())

    @property
    def capabilities(self) -> Capabilities:
        """It confirms unless nothing can come back: then no job ever settles."""
        confirms = self._place.answers and self._machine.heard
        return Capabilities(cancels=True, confirms=confirms, dpi=dpi_of(self._head.dots), resumes=True)

    def state(self) -> PrinterState:
        """Look at the printer, unless somebody speaks to it now: then return what was last seen."""
        if self._machine.taken.acquire(blocking=False):
            try:
                self._machine.look()
            finally:
                self._machine.taken.release()
        return replace(self._machine.seen, jobs=len(self.queue()))

    def begin(self, ticket: Ticket) -> str:
        """Give a job its name; a roll has neither trays nor sides. The printer is not asked."""
        job = Job(self._random.bytes(8).hex(), ticket.title)
        with self._table:
            self._jobs[job.name] = job
            ended = [name for name, kept in self._jobs.items() if kept.ended]
            for name in ended[:-KEPT_ENDS]:
                del self._jobs[name]
        return job.name

    def send(self, job: str, pdf: bytes) -> None:
        """Print ``pdf``, or hold it until the printer can: returns when it is out or held up."""
        check_pdf(pdf)
        with self._table:
            if (held := self._jobs.get(job)) and not held.ended:
                held.pdf = pdf
        self._drive()

    def poll(self, job: str) -> JobState:
        """Return where ``job`` stands, having tried to go on with what waits for the printer."""
        with self._table:
            held = self._jobs.get(job)
        if held is None:
            return JobState(Stage.UNKNOWN)
        if not held.ended:
            self._drive()
        return held.state

    def cancel(self, job: str) -> None:
        """Take ``job`` back; one that moves is stopped, cut off and cancelled, a finished one is not."""
        with self._table:
            held = self._jobs.get(job)
            if held is None or held.ended:
                return
            held.unwanted = True
            if held.step in (Step.WAITS, Step.TORN):
                held.take_back()

    def queue(self) -> tuple[Queued, ...]:
        """Return the jobs that have not ended, the first to print first."""
        with self._table:
            return tuple(job.queued for job in self._jobs.values() if not job.ended)

    def resume(self) -> None:
        """Have a printer whose cutter or feed was freed go on, which it does only when told."""
        self._machine.recover = True
        self.state()
        self._drive()

    def close(self) -> None:
        """Drop what waits; what is moving comes to its end in the thread that prints it."""
        with self._table:
            waiting = [job.name for job in self._jobs.values() if job.step is not Step.MOVES]
        for job in waiting:
            self.cancel(job)

    def _drive(self) -> None:
        """Bring the first jobs as far as they go now, unless another thread does."""
        if not self._machine.taken.acquire(blocking=False):
            return
        try:
            while (job := self._first()) is not None and self._advance(job):
                pass
        finally:
            self._machine.taken.release()

    def _first(self) -> Job | None:
        with self._table:
            return next((job for job in self._jobs.values() if job.pdf and not job.ended), None)

    def _advance(self, job: Job) -> bool:
        try:
            with self._machine.visit() as talk:
                self._print(talk, job)
        except BusyError:
            self._held_up(job, job.step, Trouble.BUSY)
        except KnownError as error:
            self._stopped(job, Trouble(error.key), told=isinstance(error, StoppedError))
        except OSError as error:
            self._stopped(job, trouble_of(error), told=False)
        return job.ended

    def _print(self, talk: Dialogue, job: Job) -> None:
        if (trouble := talk.look().trouble) is not Trouble.NONE:
            raise StoppedError(trouble)
        self._machine.prepare(talk, page=True)
        if job.step is Step.TORN:
            self._end(job, Stage.FAILED, Trouble.TORN)
            return
        paper = self._drawn(job)
        if not self._set_out(job):
            return
        try:
            send_bands(talk, job, paper)
        except UnwantedError:
            self._machine.untidy = True
            self._end(job, Stage.CANCELLED)
            self._machine.cut_off(talk)
        else:
            confirm(talk, job, self._place.cut)
            self._end(job, Stage.SETTLED if talk.link.answers else Stage.UNKNOWN)

    def _drawn(self, job: Job) -> Image:
        try:
            return raster(job.pdf, self._head.dots, self._head.images)
        except Exception:
            self._end(job, Stage.FAILED, Trouble.OTHER)
            raise

    def _set_out(self, job: Job) -> bool:
        with self._table:
            if not job.ended:
                job.moving(Step.MOVES)
            return not job.ended

    def _stopped(self, job: Job, trouble: Trouble, *, told: bool) -> None:
        """``told``: the printer said so itself, so that the paper surely lies in two pieces."""
        self._machine.stopped(trouble)
        if job.ended:
            return
        if job.step is Step.SENT and not told:
            self._machine.untidy = True
            self._end(job, Stage.UNKNOWN, trouble)
        elif job.step is Step.WAITS:
            self._held_up(job, Step.WAITS, trouble)
        else:
            self._machine.untidy = True
            job.handed_over = job.handed_over or job.step is Step.SENT
            self._held_up(job, Step.TORN, trouble)

    def _held_up(self, job: Job, step: Step, trouble: Trouble) -> None:
        with self._table:
            if job.ended:
                return
            job.moving(step, trouble)
            if job.unwanted:
                job.take_back()

    def _end(self, job: Job, stage: Stage, trouble: Trouble = Trouble.NONE) -> None:
        with self._table:
            if not job.ended:
                job.end(stage, trouble)
