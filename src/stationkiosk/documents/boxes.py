"""What stands in a box or is one: panels, ticks, codes, signatures, the place of a seal."""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Code, Colour, Fill, Mark, Piece, Ring, Strokes
from stationkiosk.documents.stacking import moved, solid
from stationkiosk.documents.theme import MM, Type


def panel(frame: Frame, pieces: Sequence[Piece], *, pad: float = 11) -> Piece:
    """Return pieces on a wash with a bar at the left; ``pieces`` are laid out ``pad`` narrower a side."""
    theme = frame.theme
    inner = solid(pieces)
    height = inner.height + 2 * pad
    marks: list[Mark] = []
    if not theme.narrow:
        marks.append(Fill(0, 0, frame.width, height, theme.wash))
    marks.append(Fill(0, 0, 3.2, height, theme.accent))
    return Piece(height, (*marks, *moved(inner.marks, pad + 3.2, pad)))


def callout(frame: Frame, pieces: Sequence[Piece], *, pad: float = 7) -> Piece:
    """Return pieces in a plain box; they are laid out ``pad + 3`` narrower a side."""
    inner = solid(pieces)
    height = inner.height + 2 * pad
    marks = (*frame_box(frame.width, height, frame.theme.ink), *moved(inner.marks, pad + 3, pad))
    return Piece(height, marks)


def frame_box(width: float, height: float, colour: Colour, line: float = 0.7) -> list[Mark]:
    """Return the four sides of a box."""
    return [
        Fill(0, 0, width, line, colour),
        Fill(0, height - line, width, line, colour),
        Fill(0, 0, line, height, colour),
        Fill(width - line, 0, line, height, colour),
    ]


def qr(text: str, size: float, x: float, y: float, colour: Colour) -> Mark:
    """Return a QR code."""
    return Code(x, y, size, text, colour)


def signature(
    strokes: Sequence[Sequence[tuple[float, float]]],
    width: float,
    height: float,
    colour: Colour,
) -> Mark:
    """Return pen strokes given in thousandths of the pad, as large as the box lets them be.

    The pad is taken to be three times as wide as high, as on the kiosk.
    """
    scale = min(width / 1000, height * 3 / 1000)
    lines = tuple(tuple((x * scale, y * scale / 3) for x, y in stroke) for stroke in strokes if stroke)
    return Strokes(0, 0, lines, 1.3, colour)


def seal_place(frame: Frame, lines: Sequence[tuple[str, Type]]) -> Piece:
    """Return the dashed ring a round official seal fits into (42 mm), centred, with words in it.

    The seal is set over the name and the date, as on every official paper.
    """
    radius = 21 * MM
    inner = frame.narrowed(radius * 1.62)
    body = solid([piece for text, kind in lines for piece in inner.paragraph(text, kind, centred=True)])
    left = (frame.width - 2 * radius) / 2
    marks = (
        Ring(left + radius, radius, radius - 0.5, 0.7, frame.theme.soft),
        *moved(body.marks, left + radius * 0.19, radius - body.height / 2),
    )
    return Piece(2 * radius, marks)


def tick(frame: Frame, given: bool) -> list[Mark]:
    """Return a box, ticked or crossed, as high as a small letter."""
    theme = frame.theme
    size = theme.body * 0.82
    top = (frame.leading(frame.body) - size) / 2
    sides = list(moved(frame_box(size, size, theme.ink, 0.9), 0, top))
    if given:
        line = ((size * 0.2, size * 0.52), (size * 0.43, size * 0.76), (size * 0.82, size * 0.24))
        return [*sides, Strokes(0, top, (line,), 1.4, theme.accent)]
    cross = (
        ((size * 0.25, size * 0.25), (size * 0.75, size * 0.75)),
        ((size * 0.75, size * 0.25), (size * 0.25, size * 0.75)),
    )
    return [*sides, Strokes(0, top, cross, 0.9, theme.soft)]
