"""What is put on paper: words, filled areas, pen strokes and rings.

Points throughout; x to the right, y downwards from the top of the piece the mark is in.
Named tuples and not dataclasses: a page has hundreds and each is made once.
"""

from __future__ import annotations

from typing import NamedTuple

Colour = tuple[float, float, float]
Point = tuple[float, float]


class Words(NamedTuple):
    """One line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    colour: Colour


class Fill(NamedTuple):
    """A filled rectangle; rules are thin ones."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Code(NamedTuple):
    """A QR code ``size`` points wide, without its white surround."""

    x: float
    y: float
    size: float
    text: str
    colour: Colour


class Strokes(NamedTuple):
    """Pen lines with round ends, such as a signature."""

    x: float
    y: float
    lines: tuple[tuple[Point, ...], ...]
    thickness: float
    colour: Colour


class Ring(NamedTuple):
    """A dashed circle, where a seal goes; x and y are its centre."""

    x: float
    y: float
    radius: float
    thickness: float
    colour: Colour


class Across(NamedTuple):
    """Words that run slantwise up the page, ``degrees`` from the level; x and y are where they begin."""

    x: float
    y: float
    text: str
    size: float
    degrees: float
    colour: Colour


Mark = Words | Fill | Code | Strokes | Ring | Across


class Piece(NamedTuple):
    """A slice of paper that a page break never cuts.

    ``gap`` is white space above it, dropped at the top of a page. ``keep`` holds it to the
    piece after it. ``again`` is put above it when a page begins with it: a table's head; ``end``
    on it when a page ends with it: the rule that closes a box.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0
    keep: bool = False
    again: tuple[Mark, ...] = ()
    again_height: float = 0
    end: tuple[Mark, ...] = ()
