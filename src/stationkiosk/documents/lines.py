"""Breaking text into lines: Chinese between any two characters, English at spaces.

Closing punctuation never begins a line and opening punctuation never ends one (避头尾;
GB/T 15834-2011, 5.1). A word longer than the line is broken where the line
ends; numbers stay whole at their hyphens.
"""

from __future__ import annotations

from collections.abc import Mapping

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕〗”’…—·～％‰℃,.;:?!)]}%/-–")
NEVER_LAST = frozenset("（《〈「『【〔〖“‘([{￥¥$€#")
_DASHES = frozenset("—…")


def wrap(text: str, widths: Mapping[str, float], limit: float) -> list[str]:
    """Return the lines of ``text``, each at most ``limit`` wide (in the unit of ``widths``).

    A newline in the text begins a new line. There is always at least one line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_paragraph(paragraph.strip(), widths, limit)
    return lines


def _wrap_paragraph(text: str, widths: Mapping[str, float], limit: float) -> list[str]:
    if sum(map(widths.__getitem__, text)) <= limit:
        return [text]
    advances = [widths[char] for char in text]
    lines: list[str] = []
    start = 0
    while start < len(text):
        end = _line_end(text, advances, start, limit)
        lines.append(text[start:end].rstrip(" "))
        start = end
    return lines


def _line_end(text: str, advances: list[float], start: int, limit: float) -> int:
    used, best = 0.0, start
    for at in range(start, len(text)):
        used += advances[at]
        if at > start and may_break(text[at - 1], text[at]):
            best = at
        if used > limit and text[at] != " ":
            whole = best > start and not _endless(text, advances, best, limit)
            return best if whole else max(at, start + 1)
    return len(text)


def _endless(text: str, advances: list[float], start: int, limit: float) -> bool:
    """Tell whether the word at ``start`` is too long for any line, and may as well fill this one."""
    used = 0.0
    for at in range(start, len(text)):
        if at > start and may_break(text[at - 1], text[at]):
            return False
        used += advances[at]
        if used > limit:
            return True
    return False


def may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two neighbouring characters."""
    if after == " " or after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if before == "-" and after.isdigit():
        return False
    return before in " /-" or _wide(before) or _wide(after)


def _wide(char: str) -> bool:
    return char >= "\u2e80" or char in _DASHES
