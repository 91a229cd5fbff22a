"""Printers, the jobs they are given, and the watch over those jobs."""

from __future__ import annotations

from stationkiosk.devices.printing.attended import Attended
from stationkiosk.devices.printing.folder import FolderPrinter
from stationkiosk.devices.printing.make import make_printer, maker
from stationkiosk.devices.printing.monitor import JobWatch, Patience, look
from stationkiosk.devices.printing.printer import (
    Capabilities,
    JobState,
    PaperFormat,
    Printer,
    PrinterState,
    Queued,
    Sides,
    Stage,
    Supply,
    Ticket,
    Trouble,
)
from stationkiosk.devices.printing.rack import Rack
from stationkiosk.devices.printing.spec import PrinterSpec
from stationkiosk.devices.printing.watched import WatchedPrinter

__all__ = [
    "Attended",
    "Capabilities",
    "FolderPrinter",
    "JobState",
    "JobWatch",
    "PaperFormat",
    "Patience",
    "Printer",
    "PrinterSpec",
    "PrinterState",
    "Queued",
    "Rack",
    "Sides",
    "Stage",
    "Supply",
    "Ticket",
    "Trouble",
    "WatchedPrinter",
    "look",
    "make_printer",
    "maker",
]
