"""QR codes as rectangles: sharp at any resolution, and small in the file."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any

import zxingcpp

Box = tuple[float, float, float, float]


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Return the number of modules a side, and the dark runs as (column, row, length)."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    lines: Any = memoryview(image).tolist()
    runs: list[tuple[int, int, int]] = []
    for row, line in enumerate(lines):
        column = 0
        for dark, cells in groupby(line, lambda value: value == 0):
            length = len(list(cells))
            if dark:
                runs.append((column, row, length))
            column += length
    return len(lines), tuple(runs)


def boxes(text: str, size: float) -> tuple[Box, ...]:
    """Return the dark rectangles (x, y, width, height; y downwards) of a code ``size`` points wide."""
    side, runs = modules(text)
    step = size / side
    return tuple((column * step, row * step, length * step, step) for column, row, length in runs)
