"""What a job's own state says (RFC 8011, 5.3.7 and 5.3.8)."""

from __future__ import annotations

from stationkiosk.devices.printing.ipp.values import number, texts
from stationkiosk.devices.printing.ipp.words import Attributes
from stationkiosk.devices.printing.printer import JobState, Stage, Trouble

_PENDING, _HELD, _PROCESSING, _STOPPED, _CANCELLED, _ABORTED, _COMPLETED = range(3, 10)

COUNTED = ("job-impressions-completed", "job-media-sheets-completed")
"""How a device counts what came out; not every one does."""

_WAITS_FOR_ITS_PAPER = {"job-incoming", "job-data-insufficient", "job-spooling"}
_NOT_READY = "resources-are-not-ready"
_UNREADABLE = {
    "unsupported-document-format",
    "document-format-error",
    "document-unprintable-error",
    "document-access-error",
    "unsupported-attributes-or-values",
}


def read_job(job: Attributes, printer: Trouble) -> JobState:
    """Return where a job stands; ``printer`` is what is in the printer's way now."""
    state, reasons = number(job, "job-state"), set(texts(job, "job-state-reasons"))
    if state == _PENDING:
        return JobState(Stage.PENDING, printer)
    if state == _HELD:
        return JobState(Stage.PENDING, _held(reasons, printer))
    if state == _PROCESSING:
        return JobState(Stage.PRINTING, printer)
    if state == _STOPPED:
        return JobState(Stage.PRINTING, printer or Trouble.OTHER)
    if state != _COMPLETED and _pages_out(job):
        return JobState(Stage.UNKNOWN, printer or Trouble.OTHER)
    return _ended(state, reasons, printer)


def _pages_out(job: Attributes) -> bool:
    """Whether paper came out before the job was cancelled or given up."""
    return any(number(job, counted) > 0 for counted in COUNTED)


def _ended(state: int, reasons: set[str], printer: Trouble) -> JobState:
    if state == _CANCELLED:
        return JobState(Stage.CANCELLED)
    if state == _ABORTED:
        return JobState(
            Stage.FAILED, Trouble.REFUSED if reasons & _UNREADABLE else printer or Trouble.OTHER
        )
    if state == _COMPLETED and "job-completed-with-errors" not in reasons:
        return JobState(Stage.SETTLED)
    return JobState(Stage.UNKNOWN, Trouble.OTHER)


def _held(reasons: set[str], printer: Trouble) -> Trouble:
    if reasons & _WAITS_FOR_ITS_PAPER:
        return Trouble.NONE
    return (printer or Trouble.HELD) if _NOT_READY in reasons else Trouble.HELD
