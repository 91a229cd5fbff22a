"""What people type, made even: width, spaces, look-alike marks. Nothing is judged here."""

from __future__ import annotations

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_BLANKS = re.compile(r"[^\S\n]+")
_HIDDEN = ("Cc", "Cf", "Cs", "Co")


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


def _visible(typed: str) -> str:
    shown = (c for c in typed.replace("\t", " ") if c == "\n" or unicodedata.category(c) not in _HIDDEN)
    return unicodedata.normalize("NFC", "".join(shown))
