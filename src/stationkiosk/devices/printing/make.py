"""Makes the printer a station has written down."""

from __future__ import annotations

from pathlib import Path

from stationkiosk.devices.printing.folder import FolderPrinter
from stationkiosk.devices.printing.printer import Printer, Trouble
from stationkiosk.devices.printing.rack import Make
from stationkiosk.devices.printing.spec import PrinterSpec
from stationkiosk.devices.printing.watched import WatchedPrinter
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random


def make_printer(spec: PrinterSpec, clock: Clock, random: Random) -> Printer:
    """Return the printer of ``spec``; the device is asked nothing yet, and need not be there."""
    match spec.kind:
        case "folder":
            return WatchedPrinter(FolderPrinter(Path(spec.address), random, spec.id), clock)
        case _:
            raise KnownError(Trouble.MISSING)


def maker(clock: Clock, random: Random) -> Make:
    """Return what a ``Rack`` makes its printers with."""
    return lambda spec: make_printer(spec, clock, random)
