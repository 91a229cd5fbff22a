"""Ruled forms: labelled cells in boxes, as on a registration, and tables over several pages."""

from __future__ import annotations

from typing import NamedTuple

from stationkiosk.documents import boxes
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.marks import Fill, Mark, Piece
from stationkiosk.documents.official.saying import bilingual, lines_of, said
from stationkiosk.documents.record import Record
from stationkiosk.documents.stacking import moved, solid, tied
from stationkiosk.documents.theme import Type

_PAD = 4.5
_LABEL = 82.0
_LEAST = 24.5
"""A row is never lower than this: an empty one is filled in by hand."""
_SOLID = 150.0
"""A row no higher than this is not parted by a page break."""


class _Cell(NamedTuple):
    x: float
    width: float
    pieces: list[Piece]
    centred: bool = False


def grid(frame: Frame, block: Record) -> list[Piece]:
    """Return rows of one or two labelled cells, ruled; a long row is parted between lines."""
    pieces: list[Piece] = []
    for n, row in enumerate(block.records("rows")):
        pieces += _laid(frame, _labelled(frame, row.records("cells")), first=n == 0)
    return [pieces[0]._replace(gap=frame.theme.gap), *pieces[1:]] if pieces else []


def table(frame: Frame, block: Record) -> list[Piece]:
    """Return a ruled table whose head stands again on each page."""
    widths = [float(str(share)) * frame.width for share in block.items("shares")]
    heads = [_label(frame, head, width) for head, width in zip(block.records("heads"), widths, strict=True)]
    (head,) = _laid(frame, _beside(widths, heads, centred=True), first=True)
    pieces = [head._replace(gap=frame.theme.gap, keep=True, again=())]
    for row in block.records("rows"):
        cells = [
            _line(frame.narrowed(width - 2 * _PAD), cell)
            for width, cell in zip(widths, row.records("cells"), strict=True)
        ]
        pieces += [
            piece._replace(again=head.marks, again_height=head.height)
            for piece in _laid(frame, _beside(widths, cells), first=False)
        ]
    return pieces


def _beside(widths: list[float], cells: list[list[Piece]], *, centred: bool = False) -> list[_Cell]:
    return [
        _Cell(sum(widths[:n]), width, pieces, centred)
        for n, (width, pieces) in enumerate(zip(widths, cells, strict=True))
    ]


def _labelled(frame: Frame, cells: list[Record]) -> list[_Cell]:
    share = frame.width / len(cells)
    laid: list[_Cell] = []
    for n, cell in enumerate(cells):
        laid.append(_Cell(n * share, _LABEL, _label(frame, cell.record("label"), _LABEL), centred=True))
        value = frame.narrowed(share - _LABEL - 2 * _PAD)
        lines = [piece for line in cell.records("lines") for piece in _line(value, line)]
        laid.append(_Cell(n * share + _LABEL, share - _LABEL, lines))
    return laid


def _laid(frame: Frame, cells: list[_Cell], *, first: bool) -> list[Piece]:
    high = max(solid(cell.pieces).height for cell in cells) + 2 * _PAD
    if high <= _SOLID:
        return [_whole(frame, cells, max(high, _LEAST), first)]
    return _parted(frame, cells, first)


def _label(frame: Frame, words: Record, width: float) -> list[Piece]:
    kind = Type(10.5, False, frame.theme.ink)
    inner = frame.narrowed(width - 2 * _PAD)
    pieces = inner.paragraph(said(frame, words, "zh"), kind, centred=True)
    if bilingual(frame):
        pieces += inner.paragraph(said(frame, words, "en"), Type(8, False, frame.theme.soft), centred=True)
    return pieces


def _line(frame: Frame, line: Record) -> list[Piece]:
    kind = Type(11, line.has("strong"), frame.theme.ink)
    if not line.has("box"):
        said_twice = [frame.paragraph(text, how) for text, how in lines_of(frame, line, kind)]
        return [
            piece
            for n, said_once in enumerate(said_twice, 1)
            for piece in (_leading_on(said_once) if n < len(said_twice) else said_once)
        ]
    left = 34.0 if line.has("deep") else 17.0
    inner = frame.narrowed(frame.width - left)
    pieces = [piece for text, how in lines_of(frame, line, kind) for piece in inner.paragraph(text, how)]
    pieces = [piece._replace(marks=moved(piece.marks, left, 0)) for piece in pieces]
    box = moved(_box(frame, line.text("box")), left - 17, 0)
    return tied([pieces[0]._replace(marks=(*box, *pieces[0].marks)), *pieces[1:]])


def _leading_on(pieces: list[Piece]) -> list[Piece]:
    """Return the lines of a text, the last of which stays with its English under it."""
    return [*pieces[:-1], pieces[-1]._replace(keep=True)]


def _box(frame: Frame, box: str) -> list[Mark]:
    """Return a box: ticked for ``yes``, empty for ``no`` and for ``open``, which a hand fills in."""
    lift = (frame.leading(Type(11, False, frame.theme.ink)) - frame.leading(frame.body)) / 2
    marks = boxes.tick(frame, given=True)
    return list(moved(marks if box == "yes" else marks[:4], 0, lift))


def _whole(frame: Frame, cells: list[_Cell], height: float, first: bool) -> Piece:
    marks = _rules(frame, cells, height, top=first, bottom=True)
    for cell in cells:
        body = solid(cell.pieces)
        down = (height - body.height) / 2 if cell.centred or body.height < _LEAST else _PAD
        marks += moved(body.marks, cell.x + _PAD, down)
    return Piece(height, tuple(marks), again=_top(frame))


def _parted(frame: Frame, cells: list[_Cell], first: bool) -> list[Piece]:
    count = max(len(cell.pieces) for cell in cells)
    pieces = []
    for n in range(count):
        here = [(cell, cell.pieces[n]) for cell in cells if n < len(cell.pieces)]
        over = _PAD if n == 0 else 0.0
        height = max(piece.height for _, piece in here) + over + (_PAD if n == count - 1 else 0.0)
        marks = _rules(frame, cells, height, top=first and n == 0, bottom=n == count - 1)
        for cell, piece in here:
            marks += moved(piece.marks, cell.x + _PAD, over)
        keep = n in (0, count - 2) or any(piece.keep for _, piece in here)
        end = (Fill(0, height - 0.6, frame.width, 0.6, frame.theme.ink),)
        pieces.append(Piece(height, tuple(marks), keep=keep, again=_top(frame), end=end))
    return pieces


def _rules(frame: Frame, cells: list[_Cell], height: float, *, top: bool, bottom: bool) -> list[Mark]:
    ink, line = frame.theme.ink, 0.6
    marks: list[Mark] = [Fill(cell.x, 0, line, height, ink) for cell in cells]
    marks.append(Fill(frame.width - line, 0, line, height, ink))
    if top:
        marks.append(Fill(0, 0, frame.width, line, ink))
    if bottom:
        marks.append(Fill(0, height - line, frame.width, line, ink))
    return marks


def _top(frame: Frame) -> tuple[Mark, ...]:
    return (Fill(0, 0, frame.width, 0.6, frame.theme.ink),)
