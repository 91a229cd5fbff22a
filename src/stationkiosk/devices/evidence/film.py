"""Films by their boxes (ISO/IEC 14496-12, QuickTime): walked, never decoded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from stationkiosk.devices.evidence.limits import TAKEN
from stationkiosk.devices.evidence.sniff import MOV, MP4
from stationkiosk.domain.errors import KnownError

_MOST_BOXES = 100_000
_QUICKTIME = b"qt  "


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its kind, where its body starts and where it ends, in bytes from the file's start."""

    kind: bytes
    body: int
    end: int


def judge_film(file: BinaryIO) -> str:
    """Return ``video/mp4`` or ``video/quicktime`` for a whole film; raise ``KnownError`` otherwise.

    A film cut off in copying or recording has a box that runs past its end or no index.
    """
    size = file.seek(0, io.SEEK_END)
    boxes = list(_boxes(file, 0, size))
    kinds = {box.kind for box in boxes}
    index = next((box for box in boxes if box.kind == b"moov"), None)
    if index is None or not kinds & {b"mdat", b"moof"}:
        raise KnownError("file_damaged")
    if b"vide" not in _handlers(file, index):
        raise KnownError("file_kind_unknown", found="MP4 audio", taken=TAKEN)
    first = boxes[0]
    return MP4 if first.kind == b"ftyp" and _read(file, first.body, 4) != _QUICKTIME else MOV


def _handlers(file: BinaryIO, index: Box) -> set[bytes]:
    found: set[bytes] = set()
    for track in _inside(file, index, b"trak"):
        for media in _inside(file, track, b"mdia"):
            for handler in _inside(file, media, b"hdlr"):
                found.add(_read(file, handler.body + 8, 4))
    return found


def _inside(file: BinaryIO, box: Box, kind: bytes) -> Iterator[Box]:
    return (found for found in _boxes(file, box.body, box.end) if found.kind == kind)


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    for _ in range(_MOST_BOXES):
        if end - start < 8:  # QuickTime ends a list with four zero bytes
            if start != end and _read(file, start, end - start).strip(b"\0"):
                raise KnownError("file_damaged")
            return
        box = _box(file, start, end)
        yield box
        start = box.end
    raise KnownError("file_damaged")


def _box(file: BinaryIO, start: int, end: int) -> Box:
    head = _read(file, start, 8)
    length, kind, body = int.from_bytes(head[:4]), head[4:], start + 8
    if length == 1:
        length, body = int.from_bytes(_read(file, start + 8, 8)), start + 16
    elif length == 0:
        length = end - start
    if start + length < body or start + length > end:
        raise KnownError("file_damaged")
    return Box(kind, body, start + length)


def _read(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    data = file.read(count)
    if len(data) != count:
        raise KnownError("file_damaged")
    return data
