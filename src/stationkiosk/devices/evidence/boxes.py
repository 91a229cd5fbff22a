"""The boxes that films, telephone sound and HEIC photos are made of (ISO/IEC 14496-12)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from stationkiosk.domain.errors import KnownError

_MOST_BOXES = 100_000


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its kind, where its body starts and where it ends, in bytes from the file's start."""

    kind: bytes
    body: int
    end: int


def all_boxes(file: BinaryIO) -> list[Box]:
    """Return the boxes at the top of a file. KnownError ``file_damaged``: one runs past the end."""
    return list(boxes(file, 0, file.seek(0, io.SEEK_END)))


def inside(file: BinaryIO, box: Box, kind: bytes) -> Iterator[Box]:
    """Yield the boxes of a kind right inside a box."""
    return (found for found in boxes(file, box.body, box.end) if found.kind == kind)


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes that fill ``start`` to ``end``; raise ``file_damaged`` where they do not."""
    for _ in range(_MOST_BOXES):
        if end - start < 8:  # QuickTime ends a list with four zero bytes
            if start != end and read_at(file, start, end - start).strip(b"\0"):
                raise KnownError("file_damaged")
            return
        box = _box(file, start, end)
        yield box
        start = box.end
    raise KnownError("file_damaged")


def read_at(file: BinaryIO, at: int, count: int) -> bytes:
    """Return exactly ``count`` bytes at a place, or raise ``file_damaged``."""
    file.seek(at)
    data = file.read(count)
    if len(data) != count:
        raise KnownError("file_damaged")
    return data


def _box(file: BinaryIO, start: int, end: int) -> Box:
    head = read_at(file, start, 8)
    length, kind, body = int.from_bytes(head[:4]), head[4:], start + 8
    if length == 1:
        length, body = int.from_bytes(read_at(file, start + 8, 8)), start + 16
    elif length == 0:
        length = end - start
    if start + length < body or start + length > end:
        raise KnownError("file_damaged")
    return Box(kind, body, start + length)
