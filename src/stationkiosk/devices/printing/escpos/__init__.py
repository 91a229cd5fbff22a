"""Receipt printers that speak ESC/POS, by network, USB, serial line or file."""

from __future__ import annotations

from stationkiosk.devices.printing.escpos.dialogue import Pace
from stationkiosk.devices.printing.escpos.place import Place, is_place, place
from stationkiosk.devices.printing.escpos.printer import EscposPrinter, Head

__all__ = ["EscposPrinter", "Head", "Pace", "Place", "is_place", "place"]
