"""Putting pieces on pages: nothing is cut, headings stay with what they head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from stationkiosk.documents.marks import Mark, Piece

Placed = tuple[float, tuple[Mark, ...]]


def paginate(pieces: Sequence[Piece], height: float) -> list[list[Placed]]:
    """Return for each page what stands on it, as (y from the top of the body, marks).

    Pieces that hold together move to the next page together; if they would not fit even
    there, they are parted. A piece is never taller than ``height``: blocks see to it.
    """
    pages: list[list[Placed]] = [[]]
    y, last = 0.0, Piece(0)
    for group in _groups(pieces):
        needed = _height(group)
        for piece in group:
            if pages[-1] and y + max(needed, piece.gap + piece.height) > height:
                pages[-1].append((y - last.height, last.end))
                pages.append([])
                y = 0.0
            needed, last = 0.0, piece
            y = _place(pages[-1], piece, y)
    return pages


def stack(pieces: Iterable[Piece]) -> tuple[list[Placed], float]:
    """Return the pieces on one page as long as they need, and its length."""
    page: list[Placed] = []
    y = 0.0
    for piece in pieces:
        y = _place(page, piece, y)
    return page, y


def _place(page: list[Placed], piece: Piece, y: float) -> float:
    if not page and piece.again:
        page.append((y, piece.again))
        y += piece.again_height
    elif page:
        y += piece.gap
    page.append((y, piece.marks))
    return y + piece.height


def _groups(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    start = 0
    while start < len(pieces):
        held = sum(1 for _ in takewhile(lambda piece: piece.keep, pieces[start:]))
        yield pieces[start : start + held + 1]
        start += held + 1


def _height(group: Sequence[Piece]) -> float:
    return sum(piece.gap + piece.height for piece in group)
