"""Sound as telephones and recorders write it: walked frame by frame, never decoded.

WAV (RIFF), MP3 (ISO/IEC 11172-3, 13818-3), AAC (ADTS, ISO/IEC 13818-7), AMR (RFC 4867).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from stationkiosk.devices.evidence.boxes import read_at
from stationkiosk.devices.evidence.sniff import AAC, AMR, MP3, WAV
from stationkiosk.domain.errors import KnownError

_UNTOLD = (0, 0xFFFFFFFF)
_FEWEST_FRAMES = 3
_AMR_BYTES = (12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0)
_AMR_WIDE_BYTES = (17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0)
_RATES = (44100, 48000, 32000)
_AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)
_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of sound: its bytes, and how long it lasts in seconds."""

    length: int
    seconds: float


def judge_sound(file: BinaryIO, media_type: str) -> int:
    """Return how many seconds a whole sound lasts, one at least. Raises ``KnownError`` file_damaged."""
    size = file.seek(0, io.SEEK_END)
    if media_type == WAV:
        seconds = _wave(file, size)
    else:
        seconds = sum(frame.seconds for frame in _walk(file, size, media_type))
    return max(1, round(seconds))


def _wave(file: BinaryIO, size: int) -> float:
    """Return the length of a RIFF sound; one that was not closed by its recorder goes on to the end."""
    at, rate = 12, 0
    while at + 8 <= size:
        head = read_at(file, at, 8)
        kind, length = head[:4], int.from_bytes(head[4:], "little")
        if kind == b"fmt ":
            rate = int.from_bytes(read_at(file, at + 16, 4), "little")
        if kind == b"data":
            told = size - at - 8 if length in _UNTOLD else length
            if rate == 0 or told == 0 or at + 8 + told > size:
                break
            return told / rate
        at += 8 + length + length % 2
    raise KnownError("file_damaged")


def _walk(file: BinaryIO, size: int, media_type: str) -> Iterator[Frame]:
    """Yield the frames of a sound that is nothing but frames, but for what players put around them."""
    at, end = _start(file, media_type), _end(file, size)
    read = _READERS[media_type](file)
    count, last = 0, Frame(0, 0)
    while at < end:
        file.seek(at)
        frame = read(file.read(8))
        if frame is None or at + frame.length > end:
            break
        yield frame
        at, count, last = at + frame.length, count + 1, frame
    cut_in_last = end - at <= 2 * max(last.length, 1)
    if count < _FEWEST_FRAMES or not (cut_in_last or _only_padding(file, at, end)):
        raise KnownError("file_damaged")


def _start(file: BinaryIO, media_type: str) -> int:
    if media_type == AMR:
        return 9 if read_at(file, 0, 9) == b"#!AMR-WB\n" else 6
    file.seek(0)
    return after_tag(file.read(10))


def after_tag(head: bytes) -> int:
    """Return where sound begins after an ID3 tag (https://id3.org/id3v2.4.0-structure), 0 without one."""
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size + (10 if head[5] & 0x10 else 0)


def _end(file: BinaryIO, size: int) -> int:
    return size - 128 if size > 256 and read_at(file, size - 128, 3) == b"TAG" else size


def _only_padding(file: BinaryIO, at: int, end: int) -> bool:
    """Tell whether nothing but zeros or a player's own tags follow."""
    file.seek(at)
    rest = file.read(min(end - at, 1 << 20))
    return rest.startswith((b"APETAGEX", b"LYRICSBEGIN", b"ID3")) or not rest.strip(b"\0")


def _amr(file: BinaryIO) -> Callable[[bytes], Frame | None]:
    sizes = _AMR_WIDE_BYTES if read_at(file, 0, 9) == b"#!AMR-WB\n" else _AMR_BYTES

    def read(head: bytes) -> Frame | None:
        if not head or head[0] & 0x83:
            return None
        return Frame(1 + sizes[head[0] >> 3 & 15], 0.02)

    return read


def _aac(_file: BinaryIO) -> Callable[[bytes], Frame | None]:
    def read(head: bytes) -> Frame | None:
        if len(head) < 7 or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:
            return None
        rate = head[2] >> 2 & 15
        length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
        if rate >= len(_AAC_RATES) or length < 7:
            return None
        return Frame(length, 1024 * ((head[6] & 3) + 1) / _AAC_RATES[rate])

    return read


def _mp3(_file: BinaryIO) -> Callable[[bytes], Frame | None]:
    return mp3_frame


def mp3_frame(head: bytes) -> Frame | None:
    """Return the MPEG layer III frame whose header this is, or None."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[1] & 0x18 == 0x08:
        return None
    first = head[1] & 0x18 == 0x18
    speed, rate = head[2] >> 4, head[2] >> 2 & 3
    if speed in (0, 15) or rate == 3:
        return None
    kbits = (_KBITS_1 if first else _KBITS_2)[speed]
    hertz = _RATES[rate] // (1 if first else 2 if head[1] & 0x10 else 4)
    samples = 1152 if first else 576
    return Frame(samples // 8 * kbits * 1000 // hertz + (head[2] >> 1 & 1), samples / hertz)


_READERS = {AMR: _amr, AAC: _aac, MP3: _mp3}
