"""A page's drawing orders, and the codes its characters have in the fonts of one document."""

from __future__ import annotations

import math
from collections.abc import Iterable

from stationkiosk.documents import qr
from stationkiosk.documents.faces import Face
from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.marks import Across, Code, Colour, Fill, Mark, Ring, Strokes, Words

_BOLD = 600
"""The lightest weight that counts as bold (OS/2 usWeightClass); the rare faces have none."""

_CODES = [f"{number:04X}" for number in range(2048)]


class Setting(dict[str, str]):
    """The codes a face's characters have in one document; asks no other face."""

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face = face
        self.name = name
        self._glyphs = face.glyphs

    def __missing__(self, char: str) -> str:
        if char not in self._glyphs:
            raise _NotHereError
        number = len(self) + 1
        self[char] = code = _CODES[number] if number < len(_CODES) else f"{number:04X}"
        return code


class _NotHereError(Exception):
    pass


class Book:
    """The fonts and pages of one document while it is written."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._settings: dict[Face, Setting] = {}
        self._codes: dict[str, tuple[int, str]] = {}
        self._main = {bold: self.setting(fonts.chain(bold).main) for bold in (False, True)}

    def setting(self, face: Face) -> Setting:
        """Return the codes of a face, new with its first use."""
        if face not in self._settings:
            self._settings[face] = Setting(face, f"F{len(self._settings) + 1}")
        return self._settings[face]

    def code(self, text: str) -> tuple[int, str]:
        """Return a QR code's modules a side and its rectangles; kept for this document only."""
        if text not in self._codes:
            self._codes[text] = qr.drawn(text)
        return self._codes[text]

    def used(self) -> list[Setting]:
        """Return the faces that something was set in."""
        return [setting for setting in self._settings.values() if setting]

    def set(self, text: str, bold: bool) -> list[tuple[Setting, str]]:
        """Return ``text`` as runs of (face, codes in hex)."""
        main = self._main[bold]
        try:
            return [(main, "".join(map(main.__getitem__, text)))]
        except _NotHereError:
            runs = [(self.setting(face), run) for face, run in self._fonts.chain(bold).runs(text)]
            return [(setting, "".join(map(setting.__getitem__, run))) for setting, run in runs]


class Content:
    """One page's drawing orders."""

    def __init__(self, book: Book, height: float) -> None:
        self._book = book
        self._height = height
        self._out: list[str] = []
        self._fill: Colour | None = None
        self._font = ""
        self._in_text = False

    def put(self, x: float, y: float, marks: Iterable[Mark]) -> None:
        """Draw marks whose piece has its top left corner at (x, y), y downwards."""
        top = self._height - y
        for mark in marks:
            if isinstance(mark, Words):
                self._words(mark, x, top)
                continue
            self._end_text()
            if isinstance(mark, Fill):
                self._ink(mark.colour)
                left, low = x + mark.x, top - mark.y - mark.height
                self._out.append(f"{left:.2f} {low:.2f} {mark.width:.2f} {mark.height:.2f} re f")
            elif isinstance(mark, Code):
                self._code(mark, x + mark.x, top - mark.y)
            elif isinstance(mark, Strokes):
                self._strokes(mark, x + mark.x, top - mark.y)
            elif isinstance(mark, Across):
                self._across(mark, x + mark.x, top - mark.y)
            else:
                self._ring(mark, x + mark.x, top - mark.y)

    def _ink(self, colour: Colour) -> None:
        if colour != self._fill:
            self._fill = colour
            red, green, blue = colour
            self._out.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")

    def _end_text(self) -> None:
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    def _words(self, mark: Words, x: float, top: float) -> None:
        if not self._in_text:
            self._out.append("BT")
            self._in_text = True
        self._ink(mark.colour)
        place = f"1 0 0 1 {x + mark.x:.2f} {top - mark.y:.2f} Tm "
        for setting, codes in self._book.set(mark.text, mark.bold):
            font = f"/{setting.name} {mark.size:g} Tf "
            change = "" if font == self._font else font
            self._font = font
            thin = mark.bold and setting.face.metrics.weight < _BOLD
            before, after = _thickened(mark) if thin else ("", "")
            self._out.append(f"{change}{place}{before}<{codes}> Tj{after}")
            place = ""

    def _across(self, mark: Across, x: float, y: float) -> None:
        self._ink(mark.colour)
        turn = math.radians(mark.degrees)
        rise, run = math.sin(turn), math.cos(turn)
        self._out.append(f"BT {run:.4f} {rise:.4f} {-rise:.4f} {run:.4f} {x:.2f} {y:.2f} Tm")
        for setting, codes in self._book.set(mark.text, bold=True):
            self._out.append(f"/{setting.name} {mark.size:g} Tf <{codes}> Tj")
        self._out.append("ET")
        self._font = ""

    def _code(self, mark: Code, x: float, top: float) -> None:
        self._ink(mark.colour)
        side, path = self._book.code(mark.text)
        step = mark.size / side
        self._out.append(f"q {step:.5f} 0 0 {-step:.5f} {x:.2f} {top:.2f} cm {path} f Q")

    def _strokes(self, mark: Strokes, x: float, top: float) -> None:
        self._out.append(f"q 1 J 1 j {_line(mark)}")
        for line in mark.lines:
            points = [f"{x + a:.2f} {top - b:.2f}" for a, b in line]
            rest = points[1:] or points
            self._out.append(f"{points[0]} m {' l '.join(rest)} l S")
        self._out.append("Q")

    def _ring(self, mark: Ring, x: float, y: float) -> None:
        r, k = mark.radius, mark.radius * 0.5523
        self._out.append(f"q [3 2.2] 0 d {_line(mark)}")
        self._out.append(
            f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
            f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
            f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
            f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c S Q"
        )

    def finish(self) -> bytes:
        """Return the page's content stream."""
        self._end_text()
        return "\n".join(self._out).encode("ascii") + b"\n"


def _thickened(mark: Words) -> tuple[str, str]:
    """Return what makes a regular face bold: its outlines are drawn with a thin pen as well."""
    red, green, blue = mark.colour
    pen = f"2 Tr {mark.size * 0.03:.2f} w {red:.3f} {green:.3f} {blue:.3f} RG "
    return pen, " 0 Tr"


def _line(mark: Strokes | Ring) -> str:
    red, green, blue = mark.colour
    return f"{mark.thickness:.2f} w {red:.3f} {green:.3f} {blue:.3f} RG"
