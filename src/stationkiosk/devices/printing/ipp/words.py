"""The words of IPP this program uses, and what a printer's refusal means to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from stationkiosk.devices.printing.printer import Trouble
from stationkiosk.domain.errors import KnownError

Attributes = Mapping[str, Any]


class Operation(IntEnum):
    """What a printer can be asked (RFC 8011, 5.4.15; CUPS-Get-Printers is CUPS's own)."""

    PRINT_JOB = 0x0002
    CREATE_JOB = 0x0005
    SEND_DOCUMENT = 0x0006
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    RESUME_PRINTER = 0x0011
    ENABLE_PRINTER = 0x0022
    CUPS_GET_PRINTERS = 0x4002


class Status(IntEnum):
    """The refusals that are told apart (RFC 8011, appendix B)."""

    FORBIDDEN = 0x0401
    NOT_AUTHENTICATED = 0x0402
    NOT_AUTHORIZED = 0x0403
    NOT_POSSIBLE = 0x0404
    NOT_FOUND = 0x0406
    GONE = 0x0407
    TOO_LARGE = 0x0408
    FORMAT_NOT_SUPPORTED = 0x040A
    FORMAT_ERROR = 0x0411
    INTERNAL = 0x0500
    OPERATION_NOT_SUPPORTED = 0x0501
    UNAVAILABLE = 0x0502
    TEMPORARY = 0x0505
    NOT_ACCEPTING = 0x0506
    BUSY = 0x0507
    DEACTIVATED = 0x050A
    TOO_MANY_JOBS = 0x050B


@dataclass(frozen=True, slots=True)
class Answer:
    """A printer's reply: the status code, its message, and the attributes of printers or jobs."""

    status: int
    message: str
    printers: tuple[Attributes, ...] = ()
    jobs: tuple[Attributes, ...] = ()


class Refusal(KnownError):
    """The printer answered that it will not; the key is a trouble, ``status`` its own code."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(_trouble(status, message))
        self.status = status


class BrokenOff(KnownError):
    """The printer ended the connection while it was being spoken to."""

    def __init__(self) -> None:
        super().__init__(Trouble.OFFLINE)


class HttpRefusal(Exception):
    """The printer's web server answered with something else than IPP."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status

    @property
    def trouble(self) -> Trouble:
        """What it means; CUPS answers 413 where its disk is full or the paper is too large."""
        return _HTTP.get(self.status, Trouble.OTHER)


def _trouble(status: int, message: str) -> Trouble:
    if status == Status.INTERNAL:
        return Trouble.SPOOL_FULL if "space" in message.lower() else Trouble.OTHER
    return _TROUBLES.get(status, Trouble.OTHER)


_HTTP = {
    401: Trouble.REFUSED,
    403: Trouble.REFUSED,
    404: Trouble.MISSING,
    413: Trouble.SPOOL_FULL,
    426: Trouble.REFUSED,
    503: Trouble.OFFLINE,
    507: Trouble.SPOOL_FULL,
}

_TROUBLES: dict[int, Trouble] = {
    Status.FORBIDDEN: Trouble.REFUSED,
    Status.NOT_AUTHENTICATED: Trouble.REFUSED,
    Status.NOT_AUTHORIZED: Trouble.REFUSED,
    Status.NOT_POSSIBLE: Trouble.SPOOL_FULL,
    Status.NOT_FOUND: Trouble.MISSING,
    Status.GONE: Trouble.MISSING,
    Status.TOO_LARGE: Trouble.SPOOL_FULL,
    Status.FORMAT_NOT_SUPPORTED: Trouble.REFUSED,
    Status.FORMAT_ERROR: Trouble.REFUSED,
    Status.OPERATION_NOT_SUPPORTED: Trouble.REFUSED,
    Status.UNAVAILABLE: Trouble.OFFLINE,
    Status.TEMPORARY: Trouble.BUSY,
    Status.NOT_ACCEPTING: Trouble.PAUSED,
    Status.BUSY: Trouble.BUSY,
    Status.DEACTIVATED: Trouble.PAUSED,
    Status.TOO_MANY_JOBS: Trouble.SPOOL_FULL,
}
