"""Finding words in what people agreed, however it is spaced or set: lists of words as data.

``…`` in a word stands for up to twenty characters of the same sentence. What an exception names
is taken out before looking, so that “does not decide who owns it” is not taken for its opposite.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from stationkiosk.domain.text import Text

_ANYTHING = r"[^。；;.!?！？]{0,20}?"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words to look for in each language, and sayings that hold them and mean no harm."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    except_zh: tuple[str, ...] = ()
    except_en: tuple[str, ...] = ()

    def first(self, text: Text) -> str:
        """Return the first saying found in a text made ``even``, "" if there is none."""
        return _first(text.zh, self.zh, self.except_zh, False) or _first(
            text.en, self.en, self.except_en, True
        )


def even(text: Text) -> Text:
    """Return a text as ``Phrases`` look at it: one width, no capitals, Chinese without blanks."""
    return Text(_close(text.zh), _even(text.en))


def _even(words: str) -> str:
    shown = (c for c in unicodedata.normalize("NFKC", words) if unicodedata.category(c) != "Cf")
    return _SPACES.sub(" ", "".join(shown)).casefold()


def _close(words: str) -> str:
    return _SPACES.sub("", _even(words))


def _first(words: str, wanted: tuple[str, ...], spared: tuple[str, ...], whole: bool) -> str:
    if not wanted:
        return ""
    left = _pattern(spared, whole).sub("\n", words) if spared else words
    found = _pattern(wanted, whole).search(left)
    return found[0] if found else ""


@cache
def _pattern(words: tuple[str, ...], whole: bool) -> re.Pattern[str]:
    even = _even if whole else _close
    made = (
        _ANYTHING.join(re.escape(part) for part in even(w.replace("…", "\0")).split("\0")) for w in words
    )
    either = "|".join(made)
    return re.compile(rf"\b(?:{either})\b" if whole else either)
