"""The blocks every paper is made of. Each lays itself out in a frame as pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stationkiosk.documents.frame import Frame, Type
from stationkiosk.documents.marks import Fill, Fills, Mark, Piece, Ring, Strokes
from stationkiosk.documents.qr import boxes
from stationkiosk.documents.theme import MM

_DIGITS = "一二三四五六七八九十"

Row = Sequence[tuple[str, Type]]


def space(height: float) -> Piece:
    """Return white space that vanishes at the top of a page."""
    return Piece(0, gap=height)


def moved(marks: Sequence[Mark], x: float, y: float) -> tuple[Mark, ...]:
    """Return the marks shifted."""
    return tuple(mark._replace(x=mark.x + x, y=mark.y + y) for mark in marks)


def solid(pieces: Sequence[Piece]) -> Piece:
    """Return several pieces as one that no page break parts."""
    marks: list[Mark] = []
    y = 0.0
    for n, piece in enumerate(pieces):
        y += piece.gap if n else 0
        marks += moved(piece.marks, 0, y)
        y += piece.height
    return Piece(y, tuple(marks), pieces[0].gap if pieces else 0)


def title(frame: Frame, words: str, under: str = "") -> list[Piece]:
    """Return a paper's legal title, centred, with smaller words under it."""
    theme = frame.theme
    kind = Type(theme.title, True, theme.ink)
    if len(frame.lines(words, kind)) > 1 and not theme.narrow:
        kind = frame.fit(words, kind, frame.width)
    pieces = frame.paragraph(words, kind, centred=True)
    if under:
        size = theme.small if theme.narrow else theme.body
        pieces += frame.paragraph(under, Type(size, False, theme.soft), centred=True, gap=2)
    return held(pieces)


def held(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces tied to each other and to what follows."""
    return [piece._replace(keep=True) for piece in pieces]


def tied(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces tied to each other."""
    return [*held(pieces[:-1]), *pieces[-1:]]


def heading(frame: Frame, number: int, words: str) -> list[Piece]:
    """Return a section's numbered heading over a hairline; it stays with what follows."""
    theme = frame.theme
    zh = frame.language.value == "zh"
    mark = f"{_DIGITS[number - 1]}、" if zh else f"{number}. "
    kind = Type(theme.heading, True, theme.ink)
    lines = frame.lines(mark + words, kind, frame.width - 9)
    height = frame.leading(kind)
    marks: list[Mark] = [frame.line(line, kind, 9, n * height) for n, line in enumerate(lines)]
    total = height * len(lines)
    marks.append(Fill(0, height * 0.16, 3.2, height * 0.68, theme.accent))
    marks.append(Fill(0, total + 2.2, frame.width, 0.5, theme.hairline))
    return [Piece(total + 6.5, tuple(marks), theme.gap, keep=True)]


def fields(frame: Frame, rows: Sequence[tuple[str, Row]]) -> list[Piece]:
    """Return labelled values: the label at the left, each of its lines in a type of its own."""
    indent = label_width(frame, [label for label, _ in rows])
    pieces: list[Piece] = []
    for n, (label, values) in enumerate(rows):
        pieces += _field(frame, indent, label, values, 4 if n else 0)
    return pieces


def label_width(frame: Frame, labels: Sequence[str]) -> float:
    """Return how wide the column of labels is: all in one line, unless that takes too much."""
    widest = max((frame.measure(label, frame.soft) for label in labels), default=0)
    return min(max(frame.theme.label, widest + 12), frame.width * 0.42)


def _field(frame: Frame, indent: float, label: str, values: Row, gap: float) -> list[Piece]:
    names = frame.lines(label, frame.soft, indent - 8) if label else []
    lines = [
        (line, kind) for text, kind in values for line in frame.lines(text, kind, frame.width - indent)
    ]
    pieces = []
    count = max(len(names), len(lines))
    for n in range(count):
        height = frame.leading(lines[n][1]) if n < len(lines) else frame.leading(frame.soft)
        marks: list[Mark] = []
        if n < len(names):
            lift = baseline_of(frame, lines[n][1]) - baseline_of(frame, frame.soft) if n < len(lines) else 0
            marks.append(frame.line(names[n], frame.soft, 0, lift))
        if n < len(lines):
            marks.append(frame.line(lines[n][0], lines[n][1], indent))
        pieces.append(Piece(height, tuple(marks), gap if n == 0 else 0))
    return tied(pieces) if count <= 8 else [*held(pieces[:1]), *pieces[1:-2], *tied(pieces[-2:])]


def baseline_of(frame: Frame, kind: Type) -> float:
    """Return how far down the baseline of a line of ``kind`` is."""
    return frame.line("", kind).y


def bullets(frame: Frame, items: Sequence[str], *, numbered: bool = False) -> list[Piece]:
    """Return a list of items, each with a square or a number."""
    theme = frame.theme
    indent = 17 if numbered else 11
    pieces: list[Piece] = []
    for n, item in enumerate(items):
        body = frame.narrowed(frame.width - indent).paragraph(item, frame.body, gap=3 if n else 0)
        sign: Mark = (
            frame.line(f"{n + 1}.", frame.body)
            if numbered
            else Fill(1.5, frame.leading(frame.body) / 2 - 1.6, 3.2, 3.2, theme.accent)
        )
        pieces += tied([_indented(piece, indent, sign if k == 0 else None) for k, piece in enumerate(body)])
    return pieces


def _indented(piece: Piece, indent: float, sign: Mark | None) -> Piece:
    marks = moved(piece.marks, indent, 0)
    return piece._replace(marks=(sign, *marks) if sign else marks)


def callout(frame: Frame, pieces: Sequence[Piece], *, pad: float = 7) -> Piece:
    """Return pieces in a plain box; they are laid out ``pad + 3`` narrower a side."""
    inner = solid(pieces)
    height = inner.height + 2 * pad
    marks = (*frame_box(frame.width, height, frame.theme.ink), *moved(inner.marks, pad + 3, pad))
    return Piece(height, marks)


def pairs(frame: Frame, items: Sequence[tuple[str, str]]) -> list[Piece]:
    """Return items with an amount at the right margin."""
    pieces: list[Piece] = []
    for n, (item, amount) in enumerate(items):
        wide = frame.measure(amount, frame.strong) + 10 if amount else 0
        body = bullets(frame.narrowed(frame.width - wide), [item])
        if amount:
            mark = frame.line(amount, frame.strong, frame.width - wide + 10)
            body[0] = body[0]._replace(marks=(*body[0].marks, mark))
        body[0] = body[0]._replace(gap=3 if n else 0)
        pieces += body
    return pieces


def columns(left: Sequence[Piece], right: Sequence[Piece], split: float, gutter: float) -> list[Piece]:
    """Return two stacks side by side, the right one at ``split + gutter``; each line may break a page."""
    pieces: list[Piece] = []
    a, b = list(left), list(right)
    for n in range(max(len(a), len(b))):
        pieces.append(_beside(a[n] if n < len(a) else None, b[n] if n < len(b) else None, split + gutter))
    return pieces


def _beside(left: Piece | None, right: Piece | None, x: float) -> Piece:
    one, two = left or Piece(0), right or Piece(0)
    gap = max(one.gap, two.gap)
    marks = (*one.marks, *moved(two.marks, x, 0))
    return Piece(max(one.height, two.height), marks, gap, one.keep or two.keep)


def steps(frame: Frame, items: Sequence[tuple[str, str, str]]) -> list[Piece]:
    """Return what happens when: a time line of (when, what, why)."""
    theme = frame.theme
    pieces: list[Piece] = []
    for n, (when, what, why) in enumerate(items):
        last = n == len(items) - 1
        pieces += _step(frame, when, what, why, last, theme.narrow)
    return pieces


def _step(frame: Frame, when: str, what: str, why: str, last: bool, narrow: bool) -> list[Piece]:
    theme = frame.theme
    rail = 14.0
    column = 0.0 if narrow else 124.0
    inner = frame.narrowed(frame.width - rail - column)
    whens = frame.lines(when, frame.strong, inner.width if narrow else column - 10)
    body = [*inner.paragraph(what, frame.strong), *inner.paragraph(why, frame.soft)]
    dates = [Piece(frame.leading(frame.strong), (frame.line(line, frame.strong),)) for line in whens]
    rows = [*dates, *body] if narrow else columns(dates, body, column, 0)
    pieces = []
    for n, row in enumerate(tied(rows)):
        tail = 5.0 if n == len(rows) - 1 else 0.0
        height = row.height + tail
        marks: list[Mark] = []
        middle = frame.leading(frame.strong) / 2
        if not (last and n):
            top = middle if n == 0 else 0.0
            bottom = middle if last else height
            if bottom > top:
                marks.append(Fill(3.1, top, 0.8, bottom - top, theme.hairline))
        if n == 0:
            marks.append(Fill(0.5, middle - 3, 6, 6, theme.accent))
        pieces.append(row._replace(height=height, marks=(*marks, *moved(row.marks, rail, 0))))
    return pieces


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


def frame_box(
    width: float, height: float, colour: tuple[float, float, float], line: float = 0.7
) -> list[Mark]:
    """Return the four sides of a box."""
    return [
        Fill(0, 0, width, line, colour),
        Fill(0, height - line, width, line, colour),
        Fill(0, 0, line, height, colour),
        Fill(width - line, 0, line, height, colour),
    ]


def qr(text: str, size: float, x: float, y: float, colour: tuple[float, float, float]) -> Mark:
    """Return a QR code."""
    return Fills(x, y, boxes(text, size), colour)


def signature(
    strokes: Sequence[Sequence[tuple[float, float]]],
    width: float,
    height: float,
    colour: tuple[float, float, float],
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


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, width in points, and whether it is set to the right."""

    head: str
    width: float
    right: bool = False


def table(frame: Frame, cols: Sequence[Column], rows: Sequence[Sequence[Row]]) -> list[Piece]:
    """Return a table whose head stands again on each page; a row's lines stay together."""
    theme = frame.theme
    kind = replace(frame.soft, bold=True)
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
