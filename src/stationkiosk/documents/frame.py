"""The width, type and words that blocks are laid out in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from stationkiosk.documents.fonts import Fonts
from stationkiosk.documents.lines import NEVER_FIRST, NEVER_LAST, wrap
from stationkiosk.documents.marks import Mark, Piece, Words
from stationkiosk.documents.theme import Theme, Type
from stationkiosk.domain.text import Language, Text


class Wording(Protocol):
    """The fixed words of papers, by key."""

    def text(self, key: str) -> Text:
        """Return the words at ``key``."""

    def has(self, key: str) -> bool:
        """Tell whether there are words at ``key``."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where blocks lay themselves out: a width in points, a theme, fonts, a language."""

    fonts: Fonts
    theme: Theme
    wording: Wording
    language: Language
    width: float

    def narrowed(self, width: float) -> Frame:
        """Return the same frame with another width."""
        return Frame(self.fonts, self.theme, self.wording, self.language, width)

    def say(self, key: str, **values: object) -> str:
        """Return a paper's fixed words; ``key`` is what follows ``paper.`` in the words file."""
        return self.wording.text(f"paper.{key}").say(self.language, **values)

    def say_both(self, key: str, **values: object) -> str:
        """Return a paper's fixed words in both languages, the Chinese first."""
        words = self.wording.text(f"paper.{key}")
        return " ".join(words.say(language, **values) for language in (Language.ZH, Language.EN))

    @property
    def body(self) -> Type:
        """Running text."""
        return self.theme.types.body

    @property
    def strong(self) -> Type:
        """Running text that matters."""
        return self.theme.types.strong

    @property
    def soft(self) -> Type:
        """Labels and remarks."""
        return self.theme.types.soft

    @property
    def tiny(self) -> Type:
        """Hashes and the foot."""
        return self.theme.types.tiny

    def measure(self, text: str, kind: Type) -> float:
        """Return the width of one line."""
        return self.fonts.chain(kind.bold).width(text, kind.size)

    def lines(self, text: str, kind: Type, width: float | None = None) -> list[str]:
        """Return ``text`` broken to ``width`` (the frame's own if None)."""
        limit = (self.width if width is None else width) * 1000 / kind.size
        return wrap(text, self.fonts.chain(kind.bold).widths, limit)

    def balanced(self, text: str, kind: Type) -> list[str]:
        """Return the fewest lines ``text`` takes, nearly of one length and parted where it pauses."""
        fewest = self.lines(text, kind)
        if len(fewest) == 1:
            return fewest
        tries = (self.lines(text, kind, self.width * share / 20) for share in range(8, 21))
        fit = [lines for lines in tries if len(lines) == len(fewest)]
        return next((lines for lines in fit if _pauses(lines)), fit[0])

    def leading(self, kind: Type) -> float:
        """Return the height of one line."""
        return kind.size * self.theme.leading

    def line(self, text: str, kind: Type, x: float = 0, y: float = 0) -> Words:
        """Return the mark of one line whose box begins at ``y``."""
        return Words(
            x, y + baseline(kind.size, self.leading(kind)), text, kind.size, kind.bold, kind.colour
        )

    def fit(self, text: str, kind: Type, width: float) -> Type:
        """Return ``kind``, made smaller until ``text`` is no wider than ``width``."""
        wide = self.measure(text, kind)
        return kind if wide <= width else kind._replace(size=int(kind.size * width / wide * 20) / 20)

    def paragraph(self, text: str, kind: Type, *, centred: bool = False, gap: float = 0) -> list[Piece]:
        """Return ``text`` as one piece a line; the first two and the last two stay together."""
        height = self.leading(kind)
        lines = self.balanced(text, kind) if centred else self.lines(text, kind)
        pieces = []
        for n, line in enumerate(lines):
            x = (self.width - self.measure(line, kind)) / 2 if centred else 0
            keep = n < len(lines) - 1 and n in (0, len(lines) - 2)
            marks: tuple[Mark, ...] = (self.line(line, kind, x),)
            pieces.append(Piece(height, marks, gap if n == 0 else 0, keep))
        return pieces


def _pauses(lines: list[str]) -> bool:
    """Tell whether every line but the last ends at a space, after a mark or before a bracket."""
    return all(
        before[-1:] in NEVER_FIRST or before[-1:].isascii() or after[:1] in NEVER_LAST
        for before, after in pairwise(lines)
    )


def baseline(size: float, height: float) -> float:
    """Return how far below the top of a line's box its baseline is.

    Han glyphs reach 0.88 above and 0.12 below the baseline.
    """
    return (height - size) / 2 + 0.88 * size
