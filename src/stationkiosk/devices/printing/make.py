"""Makes the printer a station has written down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stationkiosk.devices.printing.attended import Attended
from stationkiosk.devices.printing.folder import FolderPrinter
from stationkiosk.devices.printing.monitor import Patience
from stationkiosk.devices.printing.printer import Printer, Trouble
from stationkiosk.devices.printing.rack import Make
from stationkiosk.devices.printing.spec import PrinterSpec
from stationkiosk.devices.printing.watched import WatchedPrinter
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Clock, Random

if TYPE_CHECKING:
    from stationkiosk.devices.printing.escpos.raster import Images

OFFICE_PATIENCE = Patience(pending=600.0, printing=600.0)
"""Others print there too, and a long paper takes its time; a printer in trouble says so itself."""

SLIPS_PATIENCE = Patience(printing=600.0)
"""A long receipt takes minutes on a slow serial line; a receipt printer that stalls says so itself."""


def make_printer(spec: PrinterSpec, clock: Clock, random: Random, images: Images) -> Printer:
    """Return the printer of ``spec``; the device is asked nothing yet, and need not be there.

    ``images`` draws the pages of a PDF for printers that take dots (``documents.pictures.images``).
    """
    match spec.kind:
        case "ipp":
            from stationkiosk.devices.printing.ipp.printer import IppPrinter

            return Attended(IppPrinter(spec, clock, random), clock, OFFICE_PATIENCE)
        case "folder":
            return WatchedPrinter(FolderPrinter(Path(spec.address), random, spec.id), clock)
        case "escpos":
            return Attended(_slips(spec, clock, random, images), clock, SLIPS_PATIENCE)
        case _:
            raise KnownError(Trouble.MISSING)


def maker(clock: Clock, random: Random, images: Images) -> Make:
    """Return what a ``Rack`` makes its printers with; see ``make_printer``."""
    return lambda spec: make_printer(spec, clock, random, images)


def _slips(spec: PrinterSpec, clock: Clock, random: Random, images: Images) -> Printer:
    """Stations without a receipt printer load nothing of it."""
    from stationkiosk.devices.printing.escpos import EscposPrinter, Head, place

    return EscposPrinter(spec.id, place(spec.address), Head(spec.dots, images), clock, random)
