"""Stand-ins that tests hold in their hands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from stationkiosk.devices.printing import (
    Capabilities,
    JobState,
    PaperFormat,
    Printer,
    PrinterState,
    Queued,
    Stage,
    Ticket,
    Trouble,
)
from stationkiosk.domain.errors import KnownError


class HeldClock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def now(self) -> datetime:
        return datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


class CountingRandom:
    """Bytes that count up, so that names in a test are known."""

    def __init__(self) -> None:
        self.given = 0

    def bytes(self, count: int) -> bytes:
        self.given += 1
        return self.given.to_bytes(count)


class FakePrinter:
    """A paper printer whose door, paper and line a test may touch.

    One ``work()`` moves the first job on by one stage, if nothing is in the way. ``sheets``
    holds what really came out.
    """

    name = "fake"
    formats: tuple[PaperFormat, ...] = ("a4",)
    capabilities = Capabilities(cancels=True, confirms=True)

    def __init__(self) -> None:
        self.trouble = Trouble.NONE
        self.connected = True
        self.begun: set[str] = set()
        self.jobs: dict[str, Stage] = {}
        self.sheets: list[str] = []

    def state(self) -> PrinterState:
        trouble = self.trouble if self.connected else Trouble.OFFLINE
        return PrinterState(trouble is Trouble.NONE, trouble)

    def begin(self, ticket: Ticket) -> str:
        self._reach()
        job = f"job{len(self.jobs) + 1}"
        self.begun.add(job)
        return job

    def send(self, job: str, pdf: bytes) -> None:
        self._reach()
        self.jobs[job] = Stage.PENDING

    def poll(self, job: str) -> JobState:
        self._reach()
        stage = self.jobs.get(job, Stage.PENDING if job in self.begun else Stage.UNKNOWN)
        return JobState(stage, Trouble.NONE if stage.ended else self.trouble)

    def cancel(self, job: str) -> None:
        self._reach()
        if job in self.jobs and not self.jobs[job].ended:
            self.jobs[job] = Stage.CANCELLED

    def queue(self) -> tuple[Queued, ...]:
        return tuple(
            Queued(job, job, stage, self.trouble) for job, stage in self.jobs.items() if not stage.ended
        )

    def resume(self) -> None:
        if self.trouble is Trouble.PAUSED:
            self.trouble = Trouble.NONE

    def close(self) -> None:
        self.connected = False

    def work(self) -> None:
        waiting = next((job for job, stage in self.jobs.items() if not stage.ended), None)
        if waiting is None or self.trouble is not Trouble.NONE:
            return
        if self.jobs[waiting] is Stage.PENDING:
            self.jobs[waiting] = Stage.PRINTING
        else:
            self.jobs[waiting] = Stage.SETTLED
            self.sheets.append(waiting)

    def abort(self) -> None:
        for job, stage in self.jobs.items():
            if stage is Stage.PRINTING:
                self.jobs[job] = Stage.FAILED

    def forget(self) -> None:
        self.jobs.clear()

    def _reach(self) -> None:
        if not self.connected:
            raise KnownError(Trouble.OFFLINE)


def submit(printer: Printer, pdf: bytes, title: str) -> str:
    """Begin a job and send it."""
    job = printer.begin(Ticket(title))
    printer.send(job, pdf)
    return job
