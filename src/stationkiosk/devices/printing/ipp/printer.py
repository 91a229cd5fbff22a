"""A printer that speaks IPP: a CUPS queue or an IPP Everywhere device."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from stationkiosk.devices.printing.ipp import asking
from stationkiosk.devices.printing.ipp.client import USER, IppClient
from stationkiosk.devices.printing.ipp.jobs import read_job
from stationkiosk.devices.printing.ipp.looking import FRESH, LOCAL_SOCKET, Looking
from stationkiosk.devices.printing.ipp.names import JobName
from stationkiosk.devices.printing.ipp.sending import Sending
from stationkiosk.devices.printing.ipp.sight import Sight
from stationkiosk.devices.printing.ipp.values import number, text
from stationkiosk.devices.printing.ipp.words import Attributes
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
from stationkiosk.devices.printing.spec import PrinterSpec
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random

_NOT_TO_BE_BEGUN = (Trouble.SWAPPED, Trouble.OFFLINE, Trouble.MISSING, Trouble.REFUSED)


class IppPrinter:
    """A CUPS queue or an IPP Everywhere device. Safe to share between threads.

    PDF goes as it is. ``socket`` is where the local CUPS listens for people of this machine: letting
    a paused queue go on may need their rights. ``seconds`` is the longest one question takes.
    """

    def __init__(
        self,
        spec: PrinterSpec,
        clock: Clock,
        random: Random,
        socket: Path | None = LOCAL_SOCKET,
        seconds: float = 3.5,
    ) -> None:
        self._spec = spec
        self._client = IppClient(spec.address, seconds, socket)
        self._looking = Looking(self._client, clock, seconds)
        self._sending = Sending(self._client, clock, random, spec.format)

    @property
    def name(self) -> str:
        """The name that enters the ledger of copies."""
        return self._spec.id

    @property
    def formats(self) -> tuple[PaperFormat, ...]:
        """The paper it takes."""
        return (self._spec.format,)

    @property
    def capabilities(self) -> Capabilities:
        """What it can do; that it confirms is said only once it was looked at."""
        sight = self._looking.last
        return Capabilities(cancels=True, confirms=sight is not None and sight.confirms, resumes=True)

    def state(self) -> PrinterState:
        """Return how the printer is now; never raises."""
        try:
            return self._looking.look().state(self._spec.uuid)
        except KnownError as error:
            return PrinterState(False, Trouble(error.key))

    def look(self, fresh: float = FRESH) -> Sight:
        """Return what stands at the address, seen at most ``fresh`` seconds ago.

        Raises ``KnownError`` where nothing answers.
        """
        return self._looking.look(fresh)

    def begin(self, ticket: Ticket) -> str:
        """Open a job; not on a device that took another's place, nor on one that does not answer.

        A tray the printer does not name is its own choice: CUPS's raw queues hand none on.
        """
        state = self.state()
        if state.trouble in _NOT_TO_BE_BEGUN:
            raise KnownError(state.trouble)
        known = ticket if ticket.tray in state.trays else replace(ticket, tray="")
        return str(self._sending.begin(known))

    def send(self, job: str, pdf: bytes) -> None:
        """Hand over the PDF; waits for its turn where the printer takes one job at a time."""
        check_pdf(pdf)
        if name := JobName.read(job):
            self._sending.send(name, pdf)

    def poll(self, job: str) -> JobState:
        """Return where ``job`` stands; on a device that took another's place it is taken back.

        Where a queue has no word from its device that paper is out, nobody can tell.
        """
        name = JobName.read(job)
        if name is None:
            return JobState(Stage.UNKNOWN)
        found = self._found(name)
        if found is None:
            return self._sending.unlisted(name)
        stage = read_job(found, Trouble.NONE).stage
        trouble = self.state().trouble
        if stage is Stage.SETTLED:
            return JobState(stage if self.capabilities.confirms else Stage.UNKNOWN)
        if stage.ended:
            return self._at_device(name, found, trouble)
        if trouble is Trouble.SWAPPED:
            with contextlib.suppress(KnownError):
                asking.cancel(self._client, found)
        return read_job(found, trouble)

    def cancel(self, job: str) -> None:
        """Take ``job`` back if it has not ended."""
        name = JobName.read(job)
        if name is None or self._sending.dropped(name):
            return
        found = self._found(name)
        if found is not None and not read_job(found, Trouble.NONE).stage.ended:
            asking.cancel(self._client, found)

    def queue(self) -> tuple[Queued, ...]:
        """Return the jobs that have not ended, whoever sent them."""
        trouble = self.state().trouble
        return tuple(_queued(job, trouble) for job in asking.listed(self._client, "not-completed"))

    def resume(self) -> None:
        """Let a paused printer go on; ``refused`` where this program may not."""
        self._looking.resume()

    def close(self) -> None:
        """Break off every question."""
        self._sending.close()
        self._looking.close()

    def _found(self, name: JobName) -> Attributes | None:
        if known := self._sending.number_of(name):
            return asking.by_number(self._client, known, name)
        return asking.by_mark(self._client, name)

    def _at_device(self, name: JobName, job: Attributes, trouble: Trouble) -> JobState:
        """Ask the device what became of a job its queue gave up: it may have it still, or on paper."""
        device = self._looking.device
        if device is None:
            return read_job(job, trouble)
        try:
            there = asking.by_mark(device, name)
        except KnownError:
            if asking.started(job):
                return JobState(Stage.UNKNOWN, trouble)
            there = None
        if there is None:
            return read_job(asking.uncounted(job), trouble)
        said = read_job(there, trouble)
        if not said.stage.ended:
            with contextlib.suppress(KnownError):
                asking.cancel(device, there)
        return said


def _queued(job: Attributes, trouble: Trouble) -> Queued:
    name, title = JobName.listed(number(job, "job-id"), text(job, "job-name"))
    ours = bool(name.mark) and text(job, "job-originating-user-name") == USER
    said = read_job(job, trouble)
    return Queued(
        str(name if ours else JobName(name.number)), title if ours else "", said.stage, said.trouble, ours
    )
