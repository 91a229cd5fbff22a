"""Short words for what these tests do with a printer."""

from __future__ import annotations

import time

from stationkiosk.devices.printing import JobState, Printer, PrinterSpec, Stage, Ticket, Trouble
from stationkiosk.domain.text import Text

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\n%%EOF\n"
"""Made up; every byte value occurs, so that a single changed one shows."""


def spec(address: str, uuid: str = "") -> PrinterSpec:
    return PrinterSpec("office", "ipp", address, Text("办公室", "Office"), "a4", uuid=uuid)


def printed(printer: Printer, pdf: bytes = PDF, ticket: Ticket | None = None) -> str:
    """Begin and send a job; return its name."""
    job = printer.begin(ticket or Ticket("回执 made up"))
    printer.send(job, pdf)
    return job


def awaited(printer: Printer, job: str, stage: Stage, trouble: Trouble | None = None) -> JobState:
    """Poll until the job is at ``stage`` (with ``trouble``, if one is given)."""
    end = time.monotonic() + 20
    while True:
        said = printer.poll(job)
        if said.stage is stage and trouble in (None, said.trouble):
            return said
        assert time.monotonic() < end, f"still {said}"
        assert not (said.stage.ended and said.stage is not stage), said
        time.sleep(0.03)


def found(printer: Printer, trouble: Trouble) -> None:
    """Look until the printer's state has this trouble."""
    end = time.monotonic() + 20
    while (state := printer.state()).trouble is not trouble:
        assert time.monotonic() < end, state
        time.sleep(0.05)
