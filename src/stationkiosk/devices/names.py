"""File names: how a stranger's are shown, and how ours are made."""

from __future__ import annotations

import os
import re
import unicodedata

_UNSAFE = re.compile(r'[\\/:*?"<>|\s]+')
_LONGEST = 120


def shown(name: str) -> str:
    """Return a file's name fit to be read, printed and kept: no control or direction marks.

    Bytes that are not UTF-8 are read as GB 18030, the other encoding met on sticks here, and
    failing that show as U+FFFD.
    """
    raw = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        text = raw.decode("utf-8", errors="replace")
    return "".join(_legible(character) for character in unicodedata.normalize("NFC", text))


def natural(name: str) -> list[tuple[int, int, str]]:
    """Return a key that sorts names as people do: IMG_2 before IMG_10, capitals ignored."""
    return [
        (0, int(piece), "") if piece.isascii() and piece.isdigit() and len(piece) < 20 else (1, 0, piece)
        for piece in re.split(r"([0-9]+)", name.casefold())
    ]


def file_name(title: str, mark: str, suffix: str) -> str:
    """Return a name every file system takes, from a ``title`` and a ``mark`` that tells it apart.

    At most 255 bytes of UTF-8, the limit of ext4 and of most shares.
    """
    stem = _UNSAFE.sub(" ", shown(title)).strip(" .")[:_LONGEST]
    room = 200 - len(suffix.encode()) - len(mark)
    stem = stem.encode()[:room].decode(errors="ignore").strip(" .")
    return f"{stem} {mark}{suffix}" if stem else f"{mark}{suffix}"


def _legible(character: str) -> str:
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character
