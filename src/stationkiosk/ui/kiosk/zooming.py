"""How large a page of a paper shows, and how finely it is drawn for that: never a picture pulled wider."""

from __future__ import annotations

import math

DPI = 170
"""Dots an inch a page is first drawn with: enough for its plain size on a usual panel."""

STEPS = (1.0, 1.5, 2.2)
"""How wide a page is, in widths of its place."""

MOST_PIXELS = 2800
"""How wide a page is drawn at the most; a picture of A4 then takes 44 MB."""

MOST_DPI = 600


class Zoom:
    """The step of the zoom and the dots an inch it needs."""

    def __init__(self) -> None:
        self.dpi = DPI
        self._step = 0
        self._pixels = 0

    def forget(self) -> None:
        """Begin anew, at the plain size."""
        self.dpi, self._step, self._pixels = DPI, 0, 0

    def by(self, steps: int) -> None:
        """Make the page larger or smaller."""
        self._step = min(max(self._step + steps, 0), len(STEPS) - 1)

    def drawn(self, pixels: int) -> None:
        """Take how wide a page came out, in pixels."""
        self._pixels = max(self._pixels, pixels)

    def fit(self, pixels: int) -> bool:
        """Take how wide the page shows, in pixels; tell whether it has to be drawn more finely."""
        wanted = min(pixels, MOST_PIXELS)
        if not 0 < self._pixels < wanted:
            return False
        self.dpi = min(math.ceil(self.dpi * wanted / self._pixels), MOST_DPI)
        self._pixels = wanted
        return True

    @property
    def width(self) -> float:
        """How wide the page is, in widths of its place."""
        return STEPS[self._step]

    @property
    def larger(self) -> bool:
        """Whether there is a larger step."""
        return self._step + 1 < len(STEPS)

    @property
    def smaller(self) -> bool:
        """Whether there is a smaller step."""
        return self._step > 0
