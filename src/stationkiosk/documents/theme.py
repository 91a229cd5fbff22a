"""Sizes and colours of papers: A4 and the 80 mm roll.

The colours are those of the screens, used sparingly: every paper must say all it says when
printed in black.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from stationkiosk.documents.marks import Colour

Format = Literal["a4", "roll80"]

MM = 72 / 25.4


def _rgb(value: int) -> Colour:
    return (value >> 16) / 255, (value >> 8 & 0xFF) / 255, (value & 0xFF) / 255


INK = _rgb(0x1B2438)
SOFT = _rgb(0x4A5468)
JADE = _rgb(0x0F6E64)
WASH = _rgb(0xEEF6F4)
HAIRLINE = _rgb(0xC9C6BC)
RED = _rgb(0xB5372E)
"""The place of a seal, and nothing else."""
FAINT = _rgb(0xDADADA)
"""What lies across a draft, under its words."""
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (1, 1, 1)


class Type(NamedTuple):
    """How words are set: size in points, weight, colour."""

    size: float
    bold: bool
    colour: Colour


class Types(NamedTuple):
    """The four ways nearly all words are set: running text, what matters, labels, small print."""

    body: Type
    strong: Type
    soft: Type
    tiny: Type


@dataclass(frozen=True)
class Theme:
    """A page and the type on it, in points. ``height`` 0 is one page as long as it needs.

    ``top`` and ``bottom`` are the white above and below the body; on A4 the running head and
    the foot stand in them.
    """

    name: Format
    width: float
    height: float
    side: float
    top: float
    bottom: float
    title: float
    number: float
    heading: float
    body: float
    small: float
    tiny: float
    label: float
    gap: float
    ink: Colour
    soft: Colour
    accent: Colour
    wash: Colour
    hairline: Colour
    leading: float = 1.38

    @cached_property
    def types(self) -> Types:
        """The types of running text."""
        return Types(
            Type(self.body, False, self.ink),
            Type(self.body, True, self.ink),
            Type(self.small, False, self.soft),
            Type(self.tiny, False, self.soft),
        )

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def narrow(self) -> bool:
        """Whether things that stand side by side on A4 stand under each other."""
        return self.name == "roll80"


A4 = Theme(
    name="a4",
    width=595.28,
    height=841.89,
    side=18 * MM,
    top=56,
    bottom=82,
    title=21,
    number=27,
    heading=12,
    body=10.5,
    small=9,
    tiny=7.5,
    label=74,
    gap=12.5,
    ink=INK,
    soft=SOFT,
    accent=JADE,
    wash=WASH,
    hairline=HAIRLINE,
)

# Thermal paper knows black and white only; 72 of the 80 mm are printed (576 dots at 203 dpi).
ROLL = Theme(
    name="roll80",
    width=80 * MM,
    height=0,
    side=4 * MM,
    top=10,
    bottom=32,
    title=14.5,
    number=18,
    heading=11.5,
    body=9.5,
    small=8.5,
    tiny=8,
    label=58,
    gap=13,
    ink=BLACK,
    soft=BLACK,
    accent=BLACK,
    wash=WHITE,
    hairline=BLACK,
)

OFFICIAL = replace(
    A4,
    side=25 * MM,
    top=62,
    bottom=84,
    title=21,
    heading=12.5,
    body=13,
    small=10,
    label=70,
    gap=11,
    ink=BLACK,
    soft=_rgb(0x3D3D3D),
    accent=BLACK,
    wash=WHITE,
    hairline=_rgb(0x8A8A8A),
    leading=1.6,
)
"""Notices, decisions and forms of the bureau: black on white in a large type (after GB/T 9704)."""

THEMES: dict[str, Theme] = {"a4": A4, "roll80": ROLL}
