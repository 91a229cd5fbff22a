"""How names are made even for the search, and how their characters sound.

The tables are cut by ``packaging/cut_spelling.py`` and read the first time a name is looked at.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from stationkiosk.reference.paths import resources


def fold(text: str) -> str:
    """Return letters, digits and characters alone: half width, small, simple, without accents."""
    flat = unicodedata.normalize("NFKD", text).lower()
    return "".join(sign for sign in flat if sign.isalnum()).translate(_simple())


@lru_cache(maxsize=8192)
def readings(sign: str) -> tuple[str, ...]:
    """Return the ways in which a folded sign is typed in Latin letters; none where unknown."""
    if sign.isascii():
        return (sign,)
    return tuple(_sounds().get(sign, "").split())


@cache
def syllables() -> frozenset[str]:
    """Return every way in which a character is typed."""
    return frozenset(way for ways in _sounds().values() for way in ways.split())


def _lines(name: str) -> list[str]:
    text = (_folder() / name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _folder() -> Path:
    return resources() / "search"


@cache
def _simple() -> dict[int, str]:
    pairs = "".join(_lines("simple.txt"))
    return {ord(old): new for old, new in zip(pairs[::2], pairs[1::2], strict=True)}


@cache
def _sounds() -> dict[str, str]:
    """Return the syllables of each character with blanks between; words cost less memory than tuples."""
    found: dict[str, str] = {}
    for line in _lines("pinyin.txt"):
        syllable, _, signs = line.partition(" ")
        for sign in signs:
            known = found.get(sign)
            found[sign] = f"{known} {syllable}" if known else syllable
    return found
