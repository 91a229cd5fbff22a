"""The process that draws the first picture of one film, and then ends: the examiner's child with FFmpeg.

Started as ``python -m stationkiosk.devices.evidence.poster_child`` when somebody looks at a film;
it asks and answers as ``child`` does, within the same walls.
"""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from PIL import Image

from stationkiosk.devices.evidence import child
from stationkiosk.devices.evidence.boxes import all_boxes, inside, read_at
from stationkiosk.devices.evidence.frames import first_picture, load
from stationkiosk.devices.evidence.limits import Limits
from stationkiosk.devices.evidence.pictures import small_png
from stationkiosk.devices.evidence.sniff import MOV, MP4

_MATRIX = {0: 40, 1: 52}
"""Where the matrix of a track's header begins, by the header's version (ISO/IEC 14496-12, 8.3.2)."""

_ONE = 1 << 16
_TURNS = {
    (0, _ONE): Image.Transpose.ROTATE_270,
    (-_ONE, 0): Image.Transpose.ROTATE_180,
    (0, -_ONE): Image.Transpose.ROTATE_90,
}
"""How a picture is turned for the first row of that matrix."""

FFMPEG = load()  # nothing can be loaded once the child is walled in


def judge(file: BinaryIO, limits: Limits) -> child.Judged:
    """Return what the file is, and of a film its first picture where one can be had."""
    found = child.judge(file, limits)
    if FFMPEG is None or found.media_type not in (MP4, MOV):
        return found
    picture = first_picture(FFMPEG, file, limits.thumbnail, limits.pixels)
    if picture is None:
        return found
    turn = _TURNS.get(_first_row(file))
    upright = picture.transpose(turn) if turn is not None else picture
    return replace(found, picture=small_png(upright, limits.thumbnail))


def _first_row(file: BinaryIO) -> tuple[int, int]:
    """Return the first row of the picture track's matrix: a telephone held upright turns its films."""
    for index in (box for box in all_boxes(file) if box.kind == b"moov"):
        for track in inside(file, index, b"trak"):
            for head in inside(file, track, b"tkhd"):
                at = head.body + _MATRIX.get(read_at(file, head.body, 1)[0], 40)
                row = read_at(file, at, 8)
                if any(row):
                    return int.from_bytes(row[:4], signed=True), int.from_bytes(row[4:], signed=True)
    return _ONE, 0


if __name__ == "__main__":
    child.main(judge)
