"""A stand-in printer that outlives the program: what it holds and what came out stay after a crash."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from stationkiosk.devices.printing import (
    Capabilities,
    JobState,
    PaperFormat,
    PrinterState,
    Queued,
    Stage,
    Ticket,
    Trouble,
)
from stationkiosk.domain.errors import KnownError

NAMES = count(1)


class Crash(BaseException):
    """The program dies here."""


@dataclass
class Fuse:
    """Kills the program at the ``left``-th moment from now before or after a call of a device."""

    left: int = 0

    def burn(self) -> None:
        if self.left:
            self.left -= 1
            if not self.left:
                raise Crash


@dataclass
class Device:
    """The machine itself. ``sheets`` are the jobs of which a whole page came out, in order."""

    fuse: Fuse
    trouble: Trouble = Trouble.NONE
    line: bool = True
    jobs: dict[str, Stage] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    ends: dict[str, Trouble] = field(default_factory=dict)
    sheets: list[str] = field(default_factory=list)
    pages: list[bytes] = field(default_factory=list)

    def work(self) -> None:
        """Go on with the first job that has a document, if nothing is in the way."""
        if self.trouble is Trouble.NONE:
            for job in self.under_way()[:1]:
                self.jobs[job] = Stage.SETTLED if self.jobs[job] is Stage.PRINTING else Stage.PRINTING
                if self.jobs[job] is Stage.SETTLED:
                    self.sheets.append(job)

    def under_way(self) -> list[str]:
        return [job for job, stage in self.jobs.items() if job in self.sent and not stage.ended]

    def spoil(self, trouble: Trouble) -> None:
        """End the page that is just coming out."""
        for job, stage in self.jobs.items():
            if stage is Stage.PRINTING:
                self.jobs[job], self.ends[job] = Stage.FAILED, trouble

    def power_off(self, page_came: bool) -> None:
        """Forget every job; the page that was coming out may have come."""
        if page_came:
            self.sheets += [job for job, stage in self.jobs.items() if stage is Stage.PRINTING]
        self.jobs.clear()

    def mend(self) -> None:
        self.trouble, self.line = Trouble.NONE, True


class StandIn:
    """The device as the program reaches it; made anew when the program starts."""

    formats: tuple[PaperFormat, ...] = ("a4",)
    capabilities = Capabilities(cancels=True, confirms=True)

    def __init__(self, name: str, device: Device) -> None:
        self.name = name
        self.device = device

    def state(self) -> PrinterState:
        trouble = self.device.trouble if self.device.line else Trouble.OFFLINE
        return PrinterState(trouble is Trouble.NONE, trouble)

    def begin(self, _ticket: Ticket) -> str:
        self._reach()
        job = f"{self.name}{next(NAMES)}"
        self.device.jobs[job] = Stage.PENDING
        self.device.fuse.burn()
        return job

    def send(self, job: str, pdf: bytes) -> None:
        self._reach()
        if job in self.device.jobs:
            self.device.sent.add(job)
            self.device.pages.append(pdf)
        self.device.fuse.burn()

    def poll(self, job: str) -> JobState:
        self._reach()
        stage = self.device.jobs.get(job, Stage.UNKNOWN)
        trouble = self.device.ends.get(job, Trouble.NONE) if stage.ended else self.device.trouble
        self.device.fuse.burn()
        return JobState(stage, trouble)

    def cancel(self, job: str) -> None:
        self._reach()
        if job in self.device.jobs and not self.device.jobs[job].ended:
            self.device.jobs[job] = Stage.CANCELLED
        self.device.fuse.burn()

    def queue(self) -> tuple[Queued, ...]:
        return tuple(Queued(job, job, self.device.jobs[job]) for job in self.device.under_way())

    def resume(self) -> None:
        self.device.trouble = Trouble.NONE

    def close(self) -> None:
        pass

    def _reach(self) -> None:
        self.device.fuse.burn()
        if not self.device.line:
            raise KnownError(Trouble.OFFLINE)
