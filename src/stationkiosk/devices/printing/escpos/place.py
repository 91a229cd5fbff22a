"""Where a receipt printer is, as its address says.

``socket://host:9100``, ``usb:04b8:0e15``, ``serial:/dev/ttyUSB0?baud=38400``, ``file:/dev/usb/lp0``.
Each may end in ``?cut=full`` (else the paper stays on at one point) and ``answers=no`` (a printer or
print server that sends nothing back), joined by ``&``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import SplitResult, parse_qsl, urlsplit

from stationkiosk.devices.printing.escpos.commands import Cut
from stationkiosk.devices.printing.escpos.links.device import Baud, FileLink, SerialLink
from stationkiosk.devices.printing.escpos.links.link import Link
from stationkiosk.devices.printing.escpos.links.network import NetworkLink
from stationkiosk.devices.printing.escpos.links.usb import Find, UsbLink, find_device
from stationkiosk.domain.errors import KnownError

RAW_PORT = 9100
"""Where printers in a network take bytes as they are."""

_OPTIONS = {"cut", "answers", "baud"}

Way = Literal["socket", "usb", "serial", "file"]


@dataclass(frozen=True, slots=True)
class Place:
    """A printer's address, taken apart. ``open`` makes the link within so many seconds."""

    address: str
    open: Callable[[float], Link]
    answers: bool = True
    cut: Cut = "partial"


def place(address: str, find: Find = find_device) -> Place:
    """Return the place of ``address``; opening fails with ``printer_missing`` where it is none."""
    try:
        return _place(address, find)
    except ValueError:
        return Place(address, _nowhere)


def is_place(address: str) -> bool:
    """Whether ``address`` is written as a receipt printer's is."""
    return place(address).open is not _nowhere


def _nowhere(_seconds: float) -> Link:
    raise KnownError("printer_missing")


def _place(address: str, find: Find) -> Place:
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    answers, cut = options.get("answers", "yes"), options.get("cut", "partial")
    if not options.keys() <= _OPTIONS or answers not in ("yes", "no") or cut not in get_args(Cut):
        raise ValueError(address)
    heard = answers == "yes"
    way = _way(parts, options, heard, find)
    return Place(address, way, heard, "full" if cut == "full" else "partial")


def _way(parts: SplitResult, options: dict[str, str], heard: bool, find: Find) -> Callable[[float], Link]:
    path = Path(parts.path)
    if parts.scheme == "socket" and parts.hostname:
        host, port = parts.hostname, parts.port or RAW_PORT
        return lambda seconds: NetworkLink(host, port, seconds, answers=heard)
    if parts.scheme == "usb":
        vendor, _, product = parts.path.partition(":")
        numbers = int(vendor, 16), int(product, 16)
        return lambda _: UsbLink(*numbers, find, answers=heard)
    if parts.scheme == "serial" and path.is_absolute():
        baud = _baud(options.get("baud", "38400"))
        return lambda _: SerialLink(path, baud, answers=heard)
    if parts.scheme == "file" and path.is_absolute():
        return lambda _: FileLink(path, answers=heard)
    raise ValueError(parts.geturl())


def _baud(written: str) -> Baud:
    for speed in get_args(Baud):
        if str(speed) == written:
            return speed  # type: ignore[no-any-return]
    raise ValueError(written)
