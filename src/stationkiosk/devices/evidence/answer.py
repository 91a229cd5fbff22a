"""What a child said, believed only as far as it can be checked."""

from __future__ import annotations

import json
import signal
from dataclasses import dataclass, field

from stationkiosk.devices.evidence.limits import MIB, Limits
from stationkiosk.devices.evidence.sniff import MEDIA_TYPES
from stationkiosk.domain.errors import KnownError

#: Every refusal a child may return; a parent believes no other.
VERDICTS = frozenset(
    {
        "file_kind_unknown",
        "file_damaged",
        "file_locked",
        "file_heic_unread",
        "file_gone",
        "file_too_many_pixels",
        "file_too_many_pages",
        "examine_failed",
    }
)

_PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#: A decoder that dies of these met a file that broke it.
_BROKEN_BY_FILE = frozenset({signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGABRT})


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that is taken.

    ``pages`` is 0 where a file has none, ``seconds`` where it does not last or does not say,
    ``thumbnail_png`` None for films and sound.
    """

    media_type: str
    pages: int
    seconds: int
    thumbnail_png: bytes | None = field(repr=False)


def longest(limits: Limits) -> int:
    """Return how many bytes an answer may have: more than a picture without any saving of room."""
    return 2 * MIB + 3 * limits.thumbnail * limits.thumbnail


def read_answer(raw: bytes, exit_code: int, limits: Limits) -> Examined:
    """Return what the child found, or raise the ``KnownError`` it gave or died of."""
    if exit_code != 0:
        broken = -exit_code in _BROKEN_BY_FILE
        raise KnownError("file_damaged" if broken else "examine_failed")
    line, _, thumbnail = raw.partition(b"\n")
    try:
        return _believed(json.loads(line), thumbnail, limits)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KnownError("examine_failed") from None


def _believed(head: dict[str, object], thumbnail: bytes, limits: Limits) -> Examined:
    if "fault" in head:
        raise _fault(head["fault"], head["values"])
    media_type, pages, seconds = head["media_type"], head["pages"], head["seconds"]
    if not (isinstance(media_type, str) and media_type in MEDIA_TYPES and isinstance(pages, int)):
        raise ValueError("not a verdict")
    if not (isinstance(seconds, int) and seconds >= 0 and 0 <= pages <= limits.pages):
        raise ValueError("not a verdict")
    if head["thumbnail"] != len(thumbnail):
        raise ValueError("not a verdict")
    if thumbnail and not _is_small_png(thumbnail, limits.thumbnail):
        raise ValueError("not a thumbnail")
    return Examined(media_type, pages, seconds, thumbnail or None)


def _fault(key: object, values: object) -> KnownError:
    if key not in VERDICTS or not isinstance(values, dict):
        raise ValueError("not a verdict")
    return KnownError(str(key), **{str(name): str(value)[:40] for name, value in values.items()})


def _is_small_png(data: bytes, side: int) -> bool:
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    return data.startswith(_PNG_START) and 0 < width <= side and 0 < height <= side
