"""Frames on the serial line of a reader with the police ministry's SAM module.

To the reader: ``AA AA AA 96 69``, length, command, checksum. From it the same with a status of
three bytes in place of the command, then data. The length (two bytes, big-endian) counts what
comes after it; the checksum is the XOR of everything after the preamble (GA 450, GA/T 467).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from operator import xor

PREAMBLE = b"\xaa\xaa\xaa\x96\x69"
LARGEST = 4096
_HEAD = len(PREAMBLE) + 2
_STATUS = 3


class Command(Enum):
    """What the reader may be told to do."""

    FIND = b"\x20\x01"
    SELECT = b"\x20\x02"
    READ = b"\x30\x01"


class BadFrameError(Exception):
    """What came is no frame: its length or its checksum is wrong."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A frame from the reader; ``data`` is a window on the buffer and is empty after ``clear``."""

    status: bytes
    data: memoryview


def frame(content: bytes) -> bytes:
    """Return ``content`` (a command, or status and data) as the line carries it."""
    body = (len(content) + 1).to_bytes(2, "big") + content
    return PREAMBLE + body + bytes([reduce(xor, body)])


class Frames:
    """Gathers what the line brings until a frame is whole.

    One buffer, filled in place and overwritten with zeros by ``clear``: the portrait in a card's
    frame never becomes an object of its own.
    """

    def __init__(self) -> None:
        self._kept = bytearray(LARGEST)
        self._filled = 0

    @property
    def filled(self) -> int:
        """Return how many bytes have come."""
        return self._filled

    def fill(self, read_into: Callable[[memoryview, float], int], seconds: float) -> None:
        """Let ``read_into`` put bytes into the room there is. Raises BadFrameError when there is none."""
        if self._filled == LARGEST:
            raise BadFrameError
        with memoryview(self._kept) as view:
            self._filled += read_into(view[self._filled :], seconds)

    def answer(self) -> Answer | None:
        """Return the frame once it is whole; what came before its preamble is noise.

        Raises BadFrameError when its length or checksum is wrong.
        """
        begin = self._kept.find(PREAMBLE, 0, self._filled)
        if begin < 0 or self._filled < begin + _HEAD:
            return None
        counted = begin + len(PREAMBLE)
        length = int.from_bytes(self._kept[counted : counted + 2], "big")
        end = begin + _HEAD + length
        if length <= _STATUS or end > LARGEST:
            raise BadFrameError
        if self._filled < end:
            return None
        view = memoryview(self._kept)
        if reduce(xor, view[counted:end]):
            raise BadFrameError
        content = view[begin + _HEAD : end - 1]
        return Answer(bytes(content[:_STATUS]), content[_STATUS:])

    def clear(self) -> None:
        """Overwrite everything with zeros."""
        self._kept[: self._filled] = bytes(self._filled)
        self._filled = 0
