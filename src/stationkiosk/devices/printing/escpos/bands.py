"""A raster in bands, each one command, so that a fault is seen between two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PIL import Image

from stationkiosk.devices.printing.escpos import commands

_ACTS_AT_ONCE = re.compile(rb"\x10(?=[\x04\x05\x14])|\x1b(?=p)")
"""Printers obey DLE EOT, DLE ENQ and DLE DC4 even inside a picture, and ESC p after a lost byte."""

_INVERTED = bytes(255 - byte for byte in range(256))


def rows_of(dots: int, room: int) -> int:
    """Return the rows of a band, so that two bands stand in ``room`` bytes of the printer's buffer."""
    return max(8, room // 2 // width_of(dots))


def width_of(dots: int) -> int:
    """Return the bytes of a row."""
    return (dots + 7) // 8


def bands(paper: Image.Image, rows: int) -> Iterator[bytes]:
    """Yield ``paper`` (mode "1", ink 0) from the top, as one GS v 0 for every ``rows`` rows.

    One dot is added where the dots would spell a command.
    """
    width, ink = width_of(paper.width), paper.tobytes().translate(_INVERTED)
    for at in range(0, len(ink), rows * width):
        dots = _ACTS_AT_ONCE.sub(_with_a_dot, ink[at : at + rows * width])
        yield commands.raster(width, len(dots) // width) + dots


def _with_a_dot(found: re.Match[bytes]) -> bytes:
    return b"\x18" if found[0] == b"\x10" else b"\x1f"
