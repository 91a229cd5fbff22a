"""Films and telephone sound by their boxes (ISO/IEC 14496-12, QuickTime): walked, never decoded."""

from __future__ import annotations

from typing import BinaryIO

from stationkiosk.devices.evidence.boxes import Box, all_boxes, inside, read_at
from stationkiosk.devices.evidence.sniff import M4A, MOV, MP4
from stationkiosk.domain.errors import KnownError

_QUICKTIME = b"qt  "
_LONGEST = 365 * 24 * 3600


def judge_film(file: BinaryIO) -> tuple[str, int]:
    """Return the media type of a whole film or sound, and how many seconds it says it lasts.

    0 seconds where it does not say. A film cut off in copying or recording has a box that runs
    past its end, or no index. Raises ``KnownError`` otherwise.
    """
    found = all_boxes(file)
    kinds = {box.kind for box in found}
    index = next((box for box in found if box.kind == b"moov"), None)
    if index is None or not kinds & {b"mdat", b"moof"}:
        raise KnownError("file_damaged")
    tracks = _handlers(file, index)
    if b"vide" in tracks:
        first = found[0]
        plain = first.kind == b"ftyp" and read_at(file, first.body, 4) != _QUICKTIME
        return (MP4 if plain else MOV), _seconds(file, index)
    if b"soun" in tracks:
        return M4A, _seconds(file, index)
    raise KnownError("file_kind_unknown", found="MP4 ?")


def _handlers(file: BinaryIO, index: Box) -> set[bytes]:
    found: set[bytes] = set()
    for track in inside(file, index, b"trak"):
        for media in inside(file, track, b"mdia"):
            for handler in inside(file, media, b"hdlr"):
                found.add(read_at(file, handler.body + 8, 4))
    return found


def _seconds(file: BinaryIO, index: Box) -> int:
    """Return what the film's header says; 0 for one that is still being written, or says nonsense."""
    header = next(inside(file, index, b"mvhd"), None)
    if header is None:
        return 0
    long = read_at(file, header.body, 1) == b"\x01"
    scale = int.from_bytes(read_at(file, header.body + (20 if long else 12), 4))
    lasts = int.from_bytes(read_at(file, header.body + (24 if long else 16), 8 if long else 4))
    seconds = -(-lasts // scale) if scale else 0
    return seconds if seconds <= _LONGEST else 0
