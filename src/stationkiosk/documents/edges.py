"""What shows how far a printer reaches: a frame at the printable edge, and rulers from the paper's edge.

Marks are measured from the paper's top left corner, in points.
"""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark
from stationkiosk.documents.theme import MM, Type

LINE = 0.4
TICKS = {10: 2.4 * MM, 5: 1.7 * MM, 1: 1.0 * MM}
"""How long a tick is at every tenth, fifth and other millimetre."""

RULER = 12
"""Millimetres a ruler reaches in from the paper's edge."""

_LABELLED = (5, 10)


def box(frame: Frame, left: float, top: float, width: float, height: float) -> Iterator[Mark]:
    """Yield a frame with millimetre ticks inwards on each side, counted from its top left corner."""
    ink = frame.theme.ink
    yield Fill(left, top, width, LINE, ink)
    yield Fill(left, top + height - LINE, width, LINE, ink)
    yield Fill(left, top, LINE, height, ink)
    yield Fill(left + width - LINE, top, LINE, height, ink)
    for n in range(1, int(width / MM)):
        x, long = left + n * MM - LINE / 2, _tick(n)
        yield Fill(x, top, LINE, long, ink)
        yield Fill(x, top + height - long, LINE, long, ink)
    for n in range(1, int(height / MM)):
        y, long = top + n * MM - LINE / 2, _tick(n)
        yield Fill(left, y, long, LINE, ink)
        yield Fill(left + width - long, y, long, LINE, ink)


def rulers(frame: Frame) -> Iterator[Mark]:
    """Yield a ruler from each side of the sheet inwards: its first tick that is seen is the margin."""
    theme = frame.theme
    wide, high, small = theme.width, theme.height, Type(5, False, theme.ink)
    for n in range(RULER + 1):
        at, half = n * MM, _tick(n) / 2
        yield Fill(at - LINE / 2, high * 0.45 - half, LINE, 2 * half, theme.ink)
        yield Fill(wide - at - LINE / 2, high * 0.45 - half, LINE, 2 * half, theme.ink)
        yield Fill(wide * 0.56 - half, at - LINE / 2, 2 * half, LINE, theme.ink)
        yield Fill(wide * 0.56 - half, high - at - LINE / 2, 2 * half, LINE, theme.ink)
    for n in _LABELLED:
        at, word = n * MM, str(n)
        yield frame.line(word, small, at - 1.5, high * 0.45 + 4)
        yield frame.line(word, small, wide - at - 1.5, high * 0.45 + 4)
        yield frame.line(word, small, wide * 0.56 + 5, at - 3.4)
        yield frame.line(word, small, wide * 0.56 + 5, high - at - 3.4)


def _tick(n: int) -> float:
    return next(long for step, long in TICKS.items() if n % step == 0)
