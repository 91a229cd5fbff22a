"""Tables over several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stationkiosk.documents.blocks import Row, baseline_of
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.stacking import tied
from stationkiosk.documents.theme import Type


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, width in points, and whether it is set to the right."""

    head: str
    width: float
    right: bool = False


def table(frame: Frame, cols: Sequence[Column], rows: Sequence[Sequence[Row]]) -> list[Piece]:
    """Return a table whose head stands again on each page; a row's lines stay together."""
    theme = frame.theme
    kind = frame.soft._replace(bold=True)
    x = 0.0
    head: list[Mark] = []
    for col in cols:
        at = x + col.width - frame.measure(col.head, kind) if col.right else x
        head.append(frame.line(col.head, kind, at))
        x += col.width + 8
    height = frame.leading(kind) + 4
    marks: tuple[Mark, ...] = (*head, Fill(0, height - 1.5, frame.width, 0.9, theme.ink))
    pieces = [Piece(height, marks, keep=True)]
    for row in rows:
        lines = _row(frame, cols, row)
        pieces += [piece._replace(again=marks, again_height=height) for piece in tied(lines)]
    return pieces


def _row(frame: Frame, cols: Sequence[Column], row: Sequence[Row]) -> list[Piece]:
    cells: list[list[tuple[float, str, Type]]] = []
    x = 0.0
    for col, values in zip(cols, row, strict=True):
        cell = []
        for text, kind in values:
            for line in frame.lines(text, kind, col.width):
                at = x + col.width - frame.measure(line, kind) if col.right else x
                cell.append((at, line, kind))
        cells.append(cell)
        x += col.width + 8
    pieces = []
    count = max(map(len, cells))
    for n in range(count):
        here = [cell[n] for cell in cells if n < len(cell)]
        height = max(frame.leading(kind) for _, _, kind in here)
        low = max(baseline_of(frame, kind) for _, _, kind in here) + (2.5 if n == 0 else 0)
        marks: list[Mark] = [frame.line(text, kind, at)._replace(y=low) for at, text, kind in here]
        height += (2.5 if n == 0 else 0) + (3 if n == count - 1 else 0)
        if n == count - 1:
            marks.append(Fill(0, height - 0.5, frame.width, 0.5, frame.theme.hairline))
        pieces.append(Piece(height, tuple(marks)))
    return pieces
