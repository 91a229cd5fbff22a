"""Stacks of pieces: shifted, tied together, made one, set side by side."""

from __future__ import annotations

from collections.abc import Sequence

from stationkiosk.documents.marks import Mark, Piece


def moved(marks: Sequence[Mark], x: float, y: float) -> tuple[Mark, ...]:
    """Return the marks shifted. Every mark begins with x and y."""
    return tuple([tuple.__new__(type(mark), (mark[0] + x, mark[1] + y, *mark[2:])) for mark in marks])


def solid(pieces: Sequence[Piece]) -> Piece:
    """Return several pieces as one that no page break parts."""
    marks: list[Mark] = []
    y = 0.0
    for n, piece in enumerate(pieces):
        y += piece.gap if n else 0
        marks += moved(piece.marks, 0, y)
        y += piece.height
    return Piece(y, tuple(marks), pieces[0].gap if pieces else 0)


def held(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces tied to each other and to what follows."""
    return [piece._replace(keep=True) for piece in pieces]


def tied(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces tied to each other."""
    return [*held(pieces[:-1]), *pieces[-1:]]


def together(pieces: Sequence[Piece], limit: float) -> list[Piece]:
    """Return the pieces tied to each other if they are no higher than ``limit``."""
    high = sum(piece.gap + piece.height for piece in pieces)
    return tied(pieces) if high <= limit else list(pieces)


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
