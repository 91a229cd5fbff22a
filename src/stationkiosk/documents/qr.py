"""QR codes as rectangles: sharp at any resolution, and small in the file."""

from __future__ import annotations

import re
from typing import Any

import zxingcpp

_DARK = re.compile(rb"\x00+")


def modules(text: str) -> tuple[int, list[tuple[int, int, int]]]:
    """Return the number of modules a side, and the dark runs as (column, row, length)."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    cells = memoryview(image)
    side = len(cells)
    flat = cells.tobytes()
    runs = [
        (run.start(), row, run.end() - run.start())
        for row in range(side)
        for run in _DARK.finditer(flat[row * side : row * side + side])
    ]
    return side, runs


def drawn(text: str) -> tuple[int, str]:
    """Return the modules a side, and the dark runs as PDF rectangles, a module to a unit, y downwards."""
    side, runs = modules(text)
    return side, "\n".join([f"{column} {row} {length} 1 re" for column, row, length in runs])
