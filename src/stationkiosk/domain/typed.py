"""What people type, made even: width, spaces, look-alike marks. Nothing is judged here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_BLANKS = re.compile(r"[^\S\n]+")
_HIDDEN = ("Cc", "Cf", "Cs", "Co")

DIGITS = frozenset("0123456789")
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def words(typed: str) -> str:
    """Return text in NFC on one line, without control characters or doubled blanks."""
    return _BLANKS.sub(" ", _visible(typed.replace("\n", " "))).strip()


def paragraphs(typed: str) -> str:
    """Return text in NFC with its line breaks kept, each line trimmed."""
    text = _visible(typed.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n")).strip()


def mark(typed: str) -> str:
    """Return a number or code in half-width capitals without blanks, every dash a hyphen."""
    even = unicodedata.normalize("NFKC", typed).translate(_DASHES).upper()
    shown = "".join(c for c in even if not c.isspace() and unicodedata.category(c) not in _HIDDEN)
    return unicodedata.normalize("NFKC", shown).upper()


def misplaced(number: str, allowed: Sequence[Set[str]]) -> int:
    """Return the place, counted from 1, of the first sign that is not allowed there; 0 if all are."""
    wrong = (
        n for n, (sign, signs) in enumerate(zip(number, allowed, strict=False), 1) if sign not in signs
    )
    return next(wrong, 0)


def _visible(typed: str) -> str:
    shown = (c for c in typed.replace("\t", " ") if c == "\n" or unicodedata.category(c) not in _HIDDEN)
    return unicodedata.normalize("NFC", "".join(shown))
