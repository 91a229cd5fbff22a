"""Finds printers: the queues of a CUPS server, or one whose address somebody typed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

from stationkiosk.devices.printing.ipp.client import IppClient
from stationkiosk.devices.printing.ipp.looking import Looking
from stationkiosk.devices.printing.ipp.values import text
from stationkiosk.devices.printing.ipp.words import Operation, Refusal, Status
from stationkiosk.devices.printing.printer import PrinterState, Trouble
from stationkiosk.devices.printing.spec import PrinterSpec
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock
from stationkiosk.domain.text import Text

#: The CUPS server of this machine.
LOCAL_SERVER = "ipp://localhost:631/"

_LISTED = ("printer-name", "printer-uri-supported")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A printer a station might take: what would be written down, and how it is now."""

    spec: PrinterSpec
    state: PrinterState


def discover(clock: Clock, server: str = LOCAL_SERVER, seconds: float = 2.0) -> tuple[Candidate, ...]:
    """Return the queues of a CUPS server that take PDF, as it lists them.

    Raises ``KnownError`` when the server gives no answer; a server without queues has none.
    """
    addresses = [_queue_address(server, name) for name in _queue_names(server, seconds)]
    if not addresses:
        return ()
    with ThreadPoolExecutor(len(addresses)) as pool:
        found = pool.map(lambda address: _or_none(address, clock, seconds), addresses)
    return tuple(candidate for candidate in found if candidate is not None)


def inspect(address: str, clock: Clock, seconds: float = 3.0) -> Candidate:
    """Return the printer at ``address``; also what it is now called, once another took its place.

    Raises ``KnownError``: ``offline`` or ``missing`` where nothing answers, ``refused`` where PDF is
    not taken.
    """
    with closing(Looking(IppClient(address, seconds), clock, seconds)) as looking:
        sight = looking.look()
    if not sight.takes_pdf:
        raise KnownError(Trouble.REFUSED)
    called = text(sight.queue, "printer-info") or text(sight.queue, "printer-name") or address
    spec = PrinterSpec(
        id=_id(text(sight.queue, "printer-name") or address),
        kind="ipp",
        address=address,
        name=Text(called, called),
        format="a4",
        uuid=sight.uuid,
    )
    return Candidate(spec, sight.state(sight.uuid))


def _queue_names(server: str, seconds: float) -> tuple[str, ...]:
    with closing(IppClient(server, seconds)) as client:
        try:
            answer = client.ask(Operation.CUPS_GET_PRINTERS, {"requested-attributes": _LISTED})
        except Refusal as refusal:
            if refusal.status == Status.NOT_FOUND:
                return ()
            raise
    return tuple(text(queue, "printer-name") for queue in answer.printers)


def _queue_address(server: str, name: str) -> str:
    parts = urlsplit(server)
    return parts._replace(path=f"/printers/{name}").geturl()


def _or_none(address: str, clock: Clock, seconds: float) -> Candidate | None:
    try:
        return inspect(address, clock, seconds)
    except KnownError:
        return None


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "printer"
