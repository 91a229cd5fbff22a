"""Questions about jobs, put to a queue or to a device alike."""

from __future__ import annotations

from stationkiosk.devices.printing.ipp.client import USER, IppClient
from stationkiosk.devices.printing.ipp.jobs import COUNTED
from stationkiosk.devices.printing.ipp.names import JobName
from stationkiosk.devices.printing.ipp.values import number, text
from stationkiosk.devices.printing.ipp.words import Attributes, Operation, Refusal, Status

_STARTED = "time-at-processing"
_SENDER = "job-originating-user-name"
_OF_A_JOB = (
    "job-id",
    "job-name",
    "job-state",
    "job-state-reasons",
    _SENDER,
    _STARTED,
    *COUNTED,
)
_NO_LONGER = (Status.NOT_FOUND, Status.GONE)
_TOO_LATE = (Status.NOT_POSSIBLE, *_NO_LONGER)


def listed(client: IppClient, which: str) -> tuple[Attributes, ...]:
    """Return the jobs that are ``not-completed`` or ``completed``."""
    return client.ask(Operation.GET_JOBS, {"requested-attributes": _OF_A_JOB, "which-jobs": which}).jobs


def by_mark(client: IppClient, name: JobName) -> Attributes | None:
    """Return the job of ours that carries the mark of ``name``, whatever its number there."""
    for which in ("not-completed", "completed"):
        for job in listed(client, which):
            if name.mark and text(job, "job-name") and name.is_of(text(job, "job-name")):
                return job
    return None


def by_number(client: IppClient, known: int, name: JobName) -> Attributes | None:
    """Return the job of this number, if it is ours."""
    try:
        answer = client.ask(
            Operation.GET_JOB_ATTRIBUTES, {"job-id": known, "requested-attributes": _OF_A_JOB}
        )
    except Refusal as refusal:
        if refusal.status in _NO_LONGER:
            return None
        raise
    job = answer.jobs[0] if answer.jobs else None
    return {**job, "job-id": known} if job is not None and _is(job, name) else None


def _is(job: Attributes, name: JobName) -> bool:
    """Whether a job is the one meant. CUPS names neither a stranger's job nor the stranger."""
    if name.mark and not text(job, "job-name") and text(job, _SENDER) != USER:
        return False
    return name.is_of(text(job, "job-name"))


def cancel(client: IppClient, job: Attributes) -> None:
    """Take a job back; nothing where it has ended."""
    try:
        client.ask(Operation.CANCEL_JOB, {"job-id": number(job, "job-id")})
    except Refusal as refusal:
        if refusal.status not in _TOO_LATE:
            raise


def started(job: Attributes) -> bool:
    """Whether a job ever left its queue for the device."""
    return number(job, _STARTED) > 0


def uncounted(job: Attributes) -> Attributes:
    """Return a job without its count of sheets: a queue counts what went through it."""
    return {name: value for name, value in job.items() if name not in COUNTED}
