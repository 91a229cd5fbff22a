"""The blocks every paper is made of. Each lays itself out in a frame as pieces."""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.stacking import held, line_by_line, moved, tied
from stationkiosk.documents.theme import Type

_DIGITS = "一二三四五六七八九十"

Row = Sequence[tuple[str, Type]]


def title(frame: Frame, words: str, *under: str) -> list[Piece]:
    """Return a paper's legal title, centred, with smaller words under it."""
    theme = frame.theme
    kind = Type(theme.title, True, theme.ink)
    if len(frame.lines(words, kind)) > 1 and not theme.narrow:
        kind = frame.fit(words, kind, frame.width)
    pieces = frame.paragraph(words, kind, centred=True)
    size = theme.small if theme.narrow else theme.body
    for line in under:
        pieces += frame.paragraph(line, Type(size, False, theme.soft), centred=True, gap=2)
    return held(pieces)


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


def fields(frame: Frame, rows: Sequence[tuple[str, Row]], indent: float | None = None) -> list[Piece]:
    """Return labelled values: the label at the left, each of its lines in a type of its own.

    Values begin at ``indent``; None is as far in as the labels of ``rows`` need.
    """
    if indent is None:
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
    lines = [*dates, *body] if narrow else line_by_line(dates, body, column)
    pieces = []
    for n, row in enumerate(tied(lines)):
        tail = 5.0 if n == len(lines) - 1 else 0.0
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


def packed(frame: Frame, details: Sequence[str], room: float, kind: Type) -> list[str]:
    """Return details joined on one line while they fit in ``room``, so that none is parted."""
    lines: list[str] = []
    for detail in details:
        joined = f"{lines[-1]}    {detail}" if lines else detail
        if lines and frame.measure(joined, kind) <= room:
            lines[-1] = joined
        else:
            lines.append(detail)
    return lines
