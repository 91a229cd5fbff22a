"""What a station has written down about one of its printers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stationkiosk.devices.printing.printer import PaperFormat
from stationkiosk.domain.text import Text

PrinterKind = Literal["folder", "ipp", "escpos"]


@dataclass(frozen=True, slots=True)
class PrinterSpec:
    """A printer by ``id``, the name that enters the ledger of copies and never changes.

    ``address`` is a folder; ``ipp://host:port/path`` or ``ipps://`` of a CUPS queue or an IPP
    Everywhere device; or where a receipt printer is: ``socket://host:9100``, ``usb:04b8:0e15``,
    ``serial:/dev/ttyUSB0?baud=38400``, ``file:/dev/usb/lp0`` (``escpos.place`` has the options).
    ``name`` tells people where it stands. ``format`` is the paper in it. ``public``: the kiosk may
    offer it. ``dots`` is the width of a receipt printer's head. ``uuid`` is what an IPP device called
    itself when it was chosen, so that another one in its place is noticed; "" where unknown.
    """

    id: str
    kind: PrinterKind
    address: str
    name: Text
    format: PaperFormat
    public: bool = True
    dots: int = 576
    uuid: str = ""
