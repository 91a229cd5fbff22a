"""Stacks of pieces: shifted, tied together, made one, set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

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
    return tied(pieces) if height(pieces) <= limit else list(pieces)


def columns(left: Sequence[Piece], right: Sequence[Piece], x: float) -> Piece:
    """Return two stacks side by side as one piece, the right one at ``x``."""
    one, two = solid(left), solid(right)
    return Piece(max(one.height, two.height), (*one.marks, *moved(two.marks, x, 0)), max(one.gap, two.gap))


def line_by_line(left: Sequence[Piece], right: Sequence[Piece], x: float) -> list[Piece]:
    """Return two stacks side by side, line beside line, so that a page may break between lines."""
    pairs = zip_longest(left, right, fillvalue=Piece(0))
    return [
        Piece(
            max(one.height, two.height),
            (*one.marks, *moved(two.marks, x, 0)),
            max(one.gap, two.gap),
            one.keep or two.keep,
        )
        for one, two in pairs
    ]


def height(pieces: Sequence[Piece]) -> float:
    """Return how high a stack is."""
    return sum(piece.gap + piece.height for piece in pieces)
