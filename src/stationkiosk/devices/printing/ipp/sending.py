"""How a job gets to an IPP printer: opened first and filled later, or in one piece."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from stationkiosk.devices.printing.ipp.client import IppClient
from stationkiosk.devices.printing.ipp.names import JobName
from stationkiosk.devices.printing.ipp.values import number
from stationkiosk.devices.printing.ipp.words import Answer, BrokenOff, Operation, Refusal, Status
from stationkiosk.devices.printing.printer import JobState, PaperFormat, Stage, Ticket, Trouble
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random

#: Longest that handing over one paper takes, in seconds: a small printer reads no faster than it prints.
SEND_SECONDS = 120.0

#: How long a paper waits for its turn at a printer that takes one job at a time, and between two tries.
TURN_SECONDS, TRY_SECONDS = 60.0, 0.4

_IN_ONE_PIECE = (Status.OPERATION_NOT_SUPPORTED, Status.BUSY)
_PDF = "application/pdf"
_A4 = "iso_a4_210x297mm"
_A4_SIZE = {"x-dimension": 21000, "y-dimension": 29700}


class Sending:
    """Begins jobs and hands them over. Safe to share between threads.

    A printer that has no Create-Job, or is busy with another's paper, gets the job in one piece
    (Print-Job) when it is free; until then the job has a name and no number, and lives here.
    """

    def __init__(self, client: IppClient, clock: Clock, random: Random, paper: PaperFormat) -> None:
        self._client = client
        self._clock = clock
        self._random = random
        self._paper = paper
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._waiting: dict[str, Ticket] = {}
        self._dropped: set[str] = set()
        self._numbers: dict[str, int] = {}

    def begin(self, ticket: Ticket) -> JobName:
        """Open a job at the printer, or here where it cannot be opened there yet."""
        name = JobName.new(0, self._random)
        try:
            opened = self._client.ask(
                Operation.CREATE_JOB, {"job-name": name.at_printer(ticket.title)}, self._asked(ticket)
            )
        except Refusal as refusal:
            if refusal.status not in _IN_ONE_PIECE:
                raise
            with self._lock:
                self._waiting[name.mark] = ticket
            return name
        return JobName(_number(opened), name.mark)

    def send(self, name: JobName, pdf: bytes) -> None:
        """Hand over the paper of a begun job.

        CUPS hangs up on a paper for which its disk has no room, and its word for that is often lost.
        A printer that hangs up and answers the next question is taken to mean that.
        """
        try:
            self._hand_over(name, pdf)
        except BrokenOff as error:
            self._client.ask(Operation.GET_PRINTER_ATTRIBUTES, {"requested-attributes": "printer-state"})
            raise KnownError(Trouble.SPOOL_FULL) from error

    def number_of(self, name: JobName) -> int:
        """Return the printer's number of a job, 0 where it is not known."""
        with self._lock:
            return name.number or self._numbers.get(name.mark, 0)

    def unlisted(self, name: JobName) -> JobState:
        """Return where a job stands that the printer does not know."""
        with self._lock:
            if name.mark in self._waiting:
                return JobState(Stage.PENDING, Trouble.BUSY)
            return JobState(Stage.CANCELLED if name.mark in self._dropped else Stage.UNKNOWN)

    def dropped(self, name: JobName) -> bool:
        """Forget a job that has not gone to the printer; whether there was one."""
        with self._lock:
            if self._waiting.pop(name.mark, None) is None:
                return False
            self._dropped.add(name.mark)
            return True

    def close(self) -> None:
        """Wait for no turn any more."""
        self._closed.set()

    def _hand_over(self, name: JobName, pdf: bytes) -> None:
        if name.number:
            details = {"job-id": name.number, "document-format": _PDF, "last-document": True}
            self._client.ask(Operation.SEND_DOCUMENT, details, document=pdf, seconds=SEND_SECONDS)
        else:
            self._send_whole(name, pdf)

    def _send_whole(self, name: JobName, pdf: bytes) -> None:
        end = self._clock.monotonic() + TURN_SECONDS
        while (ticket := self._waits(name)) is not None:
            try:
                given = self._print(name, ticket, pdf)
            except Refusal as refusal:
                if refusal.status != Status.BUSY or self._clock.monotonic() > end:
                    self.dropped(name)
                    raise
                if self._closed.wait(TRY_SECONDS):
                    raise KnownError(Trouble.OFFLINE) from refusal
            else:
                return self._sent(name, given)
        return None

    def _waits(self, name: JobName) -> Ticket | None:
        with self._lock:
            return self._waiting.get(name.mark)

    def _print(self, name: JobName, ticket: Ticket, pdf: bytes) -> int:
        details = {"job-name": name.at_printer(ticket.title), "document-format": _PDF}
        return _number(
            self._client.ask(Operation.PRINT_JOB, details, self._asked(ticket), pdf, seconds=SEND_SECONDS)
        )

    def _sent(self, name: JobName, given: int) -> None:
        with self._lock:
            self._numbers[name.mark] = given
            dropped = self._waiting.pop(name.mark, None) is None
            self._dropped.discard(name.mark)
        if dropped:
            self._client.ask(Operation.CANCEL_JOB, {"job-id": given})

    def _asked(self, ticket: Ticket) -> Mapping[str, Any]:
        job: dict[str, Any] = {"copies": 1}
        if self._paper == "a4":
            # PWG 5100.7: a job names its medium or describes it, not both
            job |= (
                {"media-col": {"media-size": _A4_SIZE, "media-source": ticket.tray}}
                if ticket.tray
                else {"media": _A4}
            )
        return job | {"sides": ticket.sides}


def _number(answer: Answer) -> int:
    given = number(answer.jobs[0], "job-id") if answer.jobs else 0
    if not given:
        raise KnownError(Trouble.OTHER)
    return given
