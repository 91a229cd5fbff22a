"""The faces of a paper in the order they are asked: main cut, full Noto, rare characters.

A character that no face has is refused by name; a box never reaches a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path

from stationkiosk.documents.faces import Face
from stationkiosk.domain.errors import KnownError
from stationkiosk.reference.paths import resources

_RARE = ("StationRareSerifA-Regular.ttf", "StationRareSerifB-Regular.ttf")
_CHAINS = (
    ("StationPaperSans-Regular.ttf", "NotoSansSC-Regular.ttf", *_RARE),
    ("StationPaperSans-Bold.ttf", "NotoSansSC-Bold.ttf", *_RARE),
)

UNSEEN: dict[int, str | None] = {ord("\t"): " ", ord("\r"): None, 0xAD: None, 0xFEFF: None}
"""What is left out before printing, for ``str.translate``: joiners, selectors, marks of direction."""

UNSEEN |= dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)))
UNSEEN |= dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))


class Chain:
    """The faces of one weight; the first that has a character draws it."""

    def __init__(self, faces: tuple[Face, ...]) -> None:
        self.faces = faces

    @cached_property
    def main(self) -> Face:
        """The face nearly everything is set in."""
        return self.faces[0]

    @cached_property
    def widths(self) -> dict[str, float]:
        """Width by character in thousandths of the type size; KnownError ``glyph_missing``."""
        return _ChainWidths(self)

    def face(self, char: str) -> Face:
        """Return the face that draws ``char``; KnownError ``glyph_missing``."""
        for face in self.faces:
            if char in face.glyphs:
                return face
        raise KnownError("glyph_missing", chars=char)

    def runs(self, text: str) -> Iterator[tuple[Face, str]]:
        """Split ``text`` where the face changes."""
        for face, chars in groupby(text, self.face):
            yield face, "".join(chars)

    def width(self, text: str, size: float) -> float:
        """Return the width of a line in points."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000


class _ChainWidths(dict[str, float]):
    def __init__(self, chain: Chain) -> None:
        super().__init__()
        self._chain = chain

    def __missing__(self, char: str) -> float:
        self[char] = width = self._chain.face(char).widths[char]
        return width


class Fonts:
    """The two weights papers are set in, from one folder of shipped fonts.

    Cheap to build: files are mapped when a character first asks for them. Share one among
    all presses of a process.
    """

    def __init__(self, folder: Path) -> None:
        names = dict.fromkeys(name for chain in _CHAINS for name in chain)
        faces = {name: Face(folder / name) for name in names}
        self.regular, self.bold = (Chain(tuple(faces[name] for name in chain)) for chain in _CHAINS)

    def chain(self, bold: bool) -> Chain:
        """Return the faces of a weight."""
        return self.bold if bold else self.regular

    def missing(self, text: str) -> str:
        """Return the characters of ``text`` that no face has, each once.

        Newlines and what is never seen (``UNSEEN``) do not count.
        """
        faces = self.regular.faces
        asked = (char for char in dict.fromkeys(text) if char != "\n" and ord(char) not in UNSEEN)
        return "".join(char for char in asked if not any(char in face.glyphs for face in faces))

    def spell_out(self, text: str) -> str:
        """Return ``text`` with what no face has as ``[U+1F4F7]``: for names of files, never of people."""
        gone = set(self.missing(text))
        return "".join(f"[U+{ord(c):04X}]" if c in gone else c for c in text) if gone else text


@cache
def shipped_fonts() -> Fonts:
    """Return the fonts that come with the program, one set for the whole process."""
    return Fonts(resources() / "fonts")
