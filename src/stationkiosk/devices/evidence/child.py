"""The process that looks into one stranger's file, and then ends.

Started as ``python -m stationkiosk.devices.evidence.child`` with a Unix socket as standard
input. It loads its decoders, waits for one message (the limits as JSON, with the file's
descriptor), walls itself in, and answers on standard output: one line of JSON, then the
thumbnail's bytes. It opens no file, needs no network and starts no process.
"""

from __future__ import annotations

import io
import json
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from stationkiosk.devices.evidence import heic
from stationkiosk.devices.evidence.confine import limit, wall_in
from stationkiosk.devices.evidence.film import judge_film
from stationkiosk.devices.evidence.limits import Limits
from stationkiosk.devices.evidence.pdf import judge_pdf
from stationkiosk.devices.evidence.pictures import judge_picture
from stationkiosk.devices.evidence.sniff import (
    AAC,
    HEAD,
    HEIC,
    JPEG,
    MP3,
    MP4,
    PDF,
    PNG,
    other_kind,
    sound_kind,
    taken_kind,
)
from stationkiosk.devices.evidence.sound import after_tag, judge_sound
from stationkiosk.domain.errors import KnownError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MESSAGE = 4096


def main(judging: Callable[[BinaryIO, Limits], Judged] | None = None) -> None:
    """Serve one file; ``judging`` tells what it is, unless ``judge`` does."""
    with socket.socket(fileno=os.dup(0)) as parent:
        message, handles, _flags, _address = socket.recv_fds(parent, _MESSAGE, 1)
    if not handles:
        return
    limits = Limits.from_json(message)
    if not limit(limits):
        heic.do_without()
    wall_in()
    source = Apart(handles[0])
    with io.BufferedReader(source) as file:
        head, thumbnail = verdict(file, limits, judging)
    if source.lost:
        head, thumbnail = {"fault": "file_gone", "values": {}}, b""
    answer(head, thumbnail)


class Apart(io.RawIOBase):
    """A descriptor read at a place of its own: the parent shares its offset and must find it unmoved.

    ``lost``: a read failed, as it does when a stick is pulled; decoders hide that.
    """

    def __init__(self, handle: int) -> None:
        self.lost = False
        self._handle = handle
        self._at = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move and return the place to read at next."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence)
        base = os.fstat(self._handle).st_size if start is None else start
        if base + offset < 0:
            raise ValueError("before the start")
        self._at = base + offset
        return self._at

    def readinto(self, room: WriteableBuffer) -> int:
        """Fill ``room`` from the place and return how many bytes came; 0 is the end."""
        try:
            count = os.preadv(self._handle, [room], self._at)
        except OSError:
            self.lost = True
            raise
        self._at += count
        return count


def verdict(
    file: BinaryIO, limits: Limits, judging: Callable[[BinaryIO, Limits], Judged] | None = None
) -> tuple[dict[str, object], bytes]:
    """Return the answer about ``file``: its head and the thumbnail's bytes."""
    try:
        found = (judging or judge)(file, limits)
    except KnownError as refusal:
        return {"fault": refusal.key, "values": refusal.values}, b""
    except MemoryError:
        return {"fault": "examine_failed", "values": {}}, b""
    except Exception:  # decoders raise whatever a crafted file makes them raise
        return {"fault": "file_damaged", "values": {}}, b""
    head = {"media_type": found.media_type, "pages": found.pages, "seconds": found.seconds}
    return head | {"thumbnail": len(found.picture)}, found.picture


@dataclass(frozen=True, slots=True)
class Judged:
    """What a file is; pages, seconds and picture where it has such."""

    media_type: str
    pages: int = 0
    seconds: int = 0
    picture: bytes = b""


def judge(file: BinaryIO, limits: Limits) -> Judged:
    """Return what the file is, by its content alone. Raises ``KnownError`` for what is not taken."""
    head = file.read(HEAD)
    file.seek(0)
    kind = taken_kind(head)
    if kind == "":
        raise KnownError("file_kind_unknown", found=other_kind(head))
    if kind == PDF:
        pages, picture = judge_pdf(file, limits)
        return Judged(kind, pages=pages, picture=picture)
    if kind in (JPEG, PNG, HEIC):
        return Judged(kind, picture=judge_picture(file, kind, limits))
    return _lasting(file, kind)


def _lasting(file: BinaryIO, kind: str) -> Judged:
    if kind == MP4:
        kind, seconds = judge_film(file)
        return Judged(kind, seconds=seconds)
    if kind == MP3:
        kind = _behind_tag(file)
    return Judged(kind, seconds=judge_sound(file, kind))


def _behind_tag(file: BinaryIO) -> str:
    """Return which sound stands behind an ID3 tag: some recorders put one before AAC."""
    file.seek(after_tag(file.read(10)))
    return AAC if sound_kind(file.read(16)) == AAC else MP3


def answer(head: dict[str, object], thumbnail: bytes) -> None:
    """Write the answer on standard output."""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + thumbnail)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
